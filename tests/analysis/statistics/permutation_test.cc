#include "analysis/statistics/permutation.h"

#include <gtest/gtest.h>

#include <vector>

#include "tests/analysis/reference.h"

namespace sahafa {
namespace {

using test::agrees;
using test::number;
using test::ReferenceCorpus;
using test::Row;

std::vector<RatioUnit> units_of(const std::vector<double>& values, double denominator = 1.0) {
  std::vector<RatioUnit> units;
  for (const double value : values) units.push_back({value * denominator, denominator});
  return units;
}

TEST(Permutation, ExampleOfTheHeader) {
  const PermutationResult result = permutation_test(units_of({1, 1, 1}), units_of({0, 0, 0}), {}, {});
  EXPECT_TRUE(result.is_exact);
  EXPECT_NEAR(result.p, 0.1, 1e-12);
}

TEST(Permutation, ReferenceFigures) {
  SAHAFA_NEEDS_SHARED("reference/permutation_exact.csv");
  const ReferenceCorpus corpus = ReferenceCorpus::load();
  const std::vector<Row> rows = test::read_reference("permutation_exact.csv");
  ASSERT_EQ(rows.size(), 5U);
  for (const Row& row : rows) {
    SCOPED_TRACE(row.at("term"));
    std::vector<RatioUnit> pooled[2];
    std::vector<RatioUnit> mean[2];
    for (std::size_t i = 0; i < corpus.selection.size(); ++i) {
      const Article& article = corpus.selection[i].article;
      if (article.lang != "fr") continue;
      if (article.outlet != row.at("group1") && article.outlet != row.at("group2")) continue;
      const std::size_t side = article.outlet == row.at("group1") ? 0 : 1;
      const auto hits = static_cast<double>(corpus.count_term(article.key, row.at("term")));
      const auto tokens = static_cast<double>(corpus.ids[i].size());
      pooled[side].push_back({hits, tokens});
      mean[side].push_back({hits / tokens, 1.0});
    }
    const PermutationResult of_pooled = permutation_test(pooled[0], pooled[1], {}, {});
    const PermutationResult of_mean = permutation_test(mean[0], mean[1], {}, {});
    EXPECT_TRUE(of_pooled.is_exact);
    EXPECT_TRUE(agrees(ratio(pooled[0]) - ratio(pooled[1]), number(row, "obs_pooled_diff")));
    EXPECT_TRUE(agrees(of_pooled.p, number(row, "p_two_sided_pooled")));
    EXPECT_TRUE(agrees(ratio(mean[0]) - ratio(mean[1]), number(row, "obs_mean_diff")));
    EXPECT_TRUE(agrees(of_mean.p, number(row, "p_two_sided_mean")));
  }
}

// The closed form for 0 and 1 against dealing all the labels: scaling every unit by 3 leaves the shares as
// they are, but takes the slow way.
TEST(Permutation, HypergeometricTailEqualsEnumeration) {
  const std::vector<std::vector<double>> sides = {
      {1, 0, 1, 1, 0}, {0, 0, 1, 0, 0, 0, 1}, {1, 1}, {0, 0, 0, 1}};
  for (const auto& a : sides) {
    for (const auto& b : sides) {
      const double closed = permutation_test(units_of(a), units_of(b), {}, {}).p;
      const double dealt = permutation_test(units_of(a, 3.0), units_of(b, 3.0), {}, {}).p;
      EXPECT_NEAR(closed, dealt, 1e-12);
    }
  }
}

TEST(Permutation, DrawsComeNearTheExactValue) {
  const auto a = units_of({1, 0, 1, 1, 0, 1, 1}, 2.0);
  const auto b = units_of({0, 0, 1, 0, 0, 0, 1}, 2.0);
  const PermutationResult exact = permutation_test(a, b, {}, {});
  const PermutationResult drawn = permutation_test(a, b, {}, {.most_exact = 10});
  EXPECT_TRUE(exact.is_exact);
  EXPECT_FALSE(drawn.is_exact);
  EXPECT_NEAR(drawn.p, exact.p, 0.02);
  EXPECT_EQ(drawn.p, permutation_test(a, b, {}, {.most_exact = 10}).p);
}

TEST(Permutation, UnitsOfBothGroupsStayWhereTheyAre) {
  const SharedUnits shared{.a = {5, 5}, .b = {5, 5}};
  EXPECT_EQ(permutation_test({}, {}, shared, {}).p, 1.0);
  EXPECT_NEAR(permutation_test(units_of({1, 1, 1}), units_of({0, 0, 0}), shared, {}).p, 0.1, 1e-12);
}

TEST(Permutation, NoDifferenceHasPOfOne) {
  EXPECT_NEAR(permutation_test(units_of({1, 0}), units_of({1, 0}), {}, {}).p, 1.0, 1e-12);
}

}  // namespace
}  // namespace sahafa
