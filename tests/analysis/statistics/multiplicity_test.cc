#include "analysis/statistics/multiplicity.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/analysis/reference.h"

namespace sahafa {
namespace {

using test::agrees;
using test::number;
using test::Row;

TEST(Multiplicity, ExamplesOfTheHeader) {
  const std::vector<double> p = {0.01, 0.04, 0.03};
  const std::vector<double> bh = adjust_benjamini_hochberg(p);
  const std::vector<double> holm = adjust_holm(p);
  const std::vector<double> expected_bh = {0.03, 0.04, 0.04};
  const std::vector<double> expected_holm = {0.03, 0.06, 0.06};
  for (std::size_t i = 0; i < p.size(); ++i) {
    EXPECT_NEAR(bh[i], expected_bh[i], 1e-15);
    EXPECT_NEAR(holm[i], expected_holm[i], 1e-15);
  }
}

TEST(Multiplicity, NothingToAdjust) {
  EXPECT_TRUE(adjust_benjamini_hochberg({}).empty());
  EXPECT_TRUE(adjust_holm({}).empty());
}

TEST(Multiplicity, ReferenceFigures) {
  SAHAFA_NEEDS_SHARED("reference/multiplicity.csv");
  const std::vector<Row> rows = test::read_reference("multiplicity.csv");
  ASSERT_EQ(rows.size(), 12U);
  std::vector<double> p;
  for (const Row& row : rows) p.push_back(number(row, "p"));
  const std::vector<double> bh = adjust_benjamini_hochberg(p);
  const std::vector<double> holm = adjust_holm(p);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    EXPECT_TRUE(agrees(bh[i], number(rows[i], "BH")));
    EXPECT_TRUE(agrees(holm[i], number(rows[i], "holm")));
  }
}

TEST(Multiplicity, OrderOfTheInputDoesNotMatter) {
  std::vector<double> p = {0.2, 0.001, 0.03, 0.03, 0.5, 0.04};
  std::vector<double> reversed(p.rbegin(), p.rend());
  for (const auto adjust : {adjust_benjamini_hochberg, adjust_holm}) {
    std::vector<double> back = adjust(reversed);
    std::ranges::reverse(back);
    EXPECT_EQ(adjust(p), back);
  }
}

}  // namespace
}  // namespace sahafa
