#include "analysis/statistics/lexical_diversity.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <vector>

#include "analysis/statistics/random.h"

namespace sahafa {
namespace {

const std::vector<std::uint32_t> kExample = {0, 1, 0, 2};

TEST(LexicalDiversity, WorkedExampleOfTheHeader) {
  const TypeCounts counts = count_types(kExample);
  EXPECT_EQ(counts.once, 2.0);
  EXPECT_NEAR(type_token_ratio(counts), 0.75, 1e-12);
  EXPECT_NEAR(guiraud_r(counts), 1.5, 1e-12);
  EXPECT_NEAR(carroll_cttr(counts), 1.061, 5e-4);
  EXPECT_NEAR(herdan_c(counts), 0.792, 5e-4);
  EXPECT_NEAR(yule_k(counts), 1250.0, 1e-9);
  EXPECT_NEAR(mattr(kExample, 2), 1.0, 1e-12);
  EXPECT_NEAR(hdd(kExample, 2), 11.0 / 12.0, 1e-12);
}

TEST(LexicalDiversity, TextsThatAreTooShortHaveNoValue) {
  EXPECT_TRUE(std::isnan(mattr(kExample, 5)));
  EXPECT_TRUE(std::isnan(hdd(kExample)));
  EXPECT_TRUE(std::isnan(mtld(std::vector<std::uint32_t>{0, 1, 2})));
}

TEST(LexicalDiversity, MovingAverageEqualsEveryWindowCountedAnew) {
  const RandomStream random(5, 0);
  std::vector<std::uint32_t> words;
  for (std::uint64_t i = 0; i < 300; ++i) words.push_back(static_cast<std::uint32_t>(random.below(i, 40)));
  for (const std::size_t window : {1U, 2U, 17U, 300U}) {
    double sum = 0.0;
    for (std::size_t i = 0; i + window <= words.size(); ++i) {
      const auto begin = words.begin() + static_cast<std::ptrdiff_t>(i);
      const std::set<std::uint32_t> types(begin, begin + static_cast<std::ptrdiff_t>(window));
      sum += static_cast<double>(types.size()) / static_cast<double>(window);
    }
    EXPECT_NEAR(mattr(words, window), sum / static_cast<double>(words.size() - window + 1), 1e-12);
  }
}

}  // namespace
}  // namespace sahafa
