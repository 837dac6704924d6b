#include "analysis/statistics/hypergeometric.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace sahafa {
namespace {

// Pascal's triangle: exact whole numbers up to here.
double choose(int n, int k) {
  if (k < 0 || k > n) return 0.0;
  std::vector<double> row(static_cast<std::size_t>(n) + 1, 0.0);
  row[0] = 1.0;
  for (int i = 1; i <= n; ++i) {
    for (int j = i; j > 0; --j) row[static_cast<std::size_t>(j)] += row[static_cast<std::size_t>(j) - 1];
  }
  return row[static_cast<std::size_t>(k)];
}

TEST(Hypergeometric, ExamplesOfTheHeader) {
  const Hypergeometric x{10, 5, 5};
  EXPECT_NEAR(std::exp(log_probability(x, 5)), 1.0 / 252.0, 1e-15);
  EXPECT_NEAR(std::exp(log_upper_tail(x, 4)), 26.0 / 252.0, 1e-14);
  EXPECT_NEAR(two_sided_p(x, 4), 52.0 / 252.0, 1e-14);
  EXPECT_TRUE(std::isinf(log_probability(x, 6)));
}

TEST(Hypergeometric, EveryTailOfSmallPopulationsEqualsTheSumOfExactTables) {
  for (int population = 1; population <= 14; ++population) {
    for (int marked = 0; marked <= population; ++marked) {
      for (int drawn = 0; drawn <= population; ++drawn) {
        const Hypergeometric x{double(population), double(marked), double(drawn)};
        const auto p = [&](int k) {
          return choose(marked, k) * choose(population - marked, drawn - k) / choose(population, drawn);
        };
        for (int value = int(x.lowest()); value <= int(x.highest()); ++value) {
          double upper = 0.0;
          double lower = 0.0;
          double two_sided = 0.0;
          for (int k = 0; k <= drawn; ++k) {
            if (k >= value) upper += p(k);
            if (k <= value) lower += p(k);
            if (p(k) <= p(value) * (1.0 + 1e-7)) two_sided += p(k);
          }
          ASSERT_NEAR(std::exp(log_upper_tail(x, value)), upper, 1e-12);
          ASSERT_NEAR(std::exp(log_lower_tail(x, value)), lower, 1e-12);
          ASSERT_NEAR(two_sided_p(x, value), two_sided, 1e-12)
              << population << " " << marked << " " << drawn << " " << value;
        }
      }
    }
  }
}

TEST(Hypergeometric, TailsBelowTheSmallestDoubleAreNumbers) {
  const Hypergeometric x{4e7, 1e5, 1e6};
  const double log_p = log_upper_tail(x, 2e4);
  EXPECT_LT(log_p, -10000.0);
  EXPECT_TRUE(std::isfinite(log_p));
}

}  // namespace
}  // namespace sahafa
