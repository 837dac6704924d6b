#include "analysis/statistics/intervals.h"

#include <gtest/gtest.h>

#include <sstream>

#include "analysis/statistics/distributions.h"
#include "tests/analysis/reference.h"

namespace sahafa {
namespace {

using test::agrees;
using test::number;
using test::ReferenceCorpus;
using test::Row;

TEST(Distributions, KnownQuantiles) {
  EXPECT_NEAR(t_quantile(0.975, 5), 2.5705818356363, 1e-12);
  EXPECT_NEAR(t_quantile(0.025, 5), -2.5705818356363, 1e-12);
  EXPECT_NEAR(t_quantile(0.975, 1), 12.706204736174705, 1e-9);
  EXPECT_EQ(t_quantile(0.5, 3), 0.0);
  EXPECT_NEAR(normal_quantile(0.975), 1.959963984540054, 1e-13);
  EXPECT_NEAR(chi_square_tail(3.841458820694124), 0.05, 1e-14);
  EXPECT_NEAR(incomplete_beta(2, 2, 0.5), 0.5, 1e-14);
  EXPECT_NEAR(beta_quantile(2, 2, 0.5), 0.5, 1e-14);
}

TEST(Distributions, TailOfAChiSquareBelowZeroIsOne) { EXPECT_EQ(chi_square_tail(-1e-15), 1.0); }

TEST(Intervals, ReferenceBinomialIntervals) {
  SAHAFA_NEEDS_SHARED("reference/intervals.csv");
  const std::vector<Row> rows = test::read_reference("intervals.csv");
  ASSERT_EQ(rows.size(), 7U);
  for (const Row& row : rows) {
    SCOPED_TRACE(row.at("k") + " of " + row.at("n"));
    const Interval wilson = wilson_interval(number(row, "k"), number(row, "n"));
    const Interval exact = clopper_pearson_interval(number(row, "k"), number(row, "n"));
    EXPECT_TRUE(agrees(wilson.low, number(row, "wilson_low")));
    EXPECT_TRUE(agrees(wilson.high, number(row, "wilson_high")));
    EXPECT_TRUE(agrees(exact.low, number(row, "clopper_pearson_low")));
    EXPECT_TRUE(agrees(exact.high, number(row, "clopper_pearson_high")));
  }
}

TEST(Intervals, RatioOfTheHeader) {
  const RatioUnit units[] = {{3, 100}, {1, 100}};
  const RatioEstimate estimate = ratio_estimate(units);
  EXPECT_NEAR(estimate.ratio, 0.02, 1e-15);
  EXPECT_NEAR(estimate.standard_error, 0.01, 1e-15);
}

TEST(Intervals, ReferenceRatesWithTheArticleAsUnit) {
  SAHAFA_NEEDS_SHARED("reference/rates_ci_by_article.csv");
  const ReferenceCorpus corpus = ReferenceCorpus::load();
  const std::vector<Row> rows = test::read_reference("rates_ci_by_article.csv");
  ASSERT_EQ(rows.size(), 20U);
  for (const Row& row : rows) {
    SCOPED_TRACE(row.at("term") + " in " + row.at("outlet"));
    std::vector<RatioUnit> units;
    double with_term = 0.0;
    for (const auto& [key, index] : corpus.index_of) {
      const Article& article = corpus.selection[index].article;
      if (article.outlet != row.at("outlet") || article.lang != "fr") continue;
      const auto hits = static_cast<double>(corpus.count_term(key, row.at("term")));
      units.push_back({hits, static_cast<double>(corpus.ids[index].size())});
      if (hits > 0.0) with_term += 1.0;
    }
    ASSERT_EQ(static_cast<double>(units.size()), number(row, "articles"));
    const RatioEstimate estimate = ratio_estimate(units);
    EXPECT_TRUE(agrees(1e6 * estimate.ratio, number(row, "per_million")));
    EXPECT_TRUE(agrees(1e6 * estimate.standard_error, number(row, "cluster_se_per_million")));
    EXPECT_TRUE(agrees(1e6 * estimate.interval.low, number(row, "ci95_t_low")));
    EXPECT_TRUE(agrees(1e6 * estimate.interval.high, number(row, "ci95_t_high")));
    const Interval share = wilson_interval(with_term, number(row, "articles"));
    EXPECT_TRUE(agrees(share.low, number(row, "wilson_low")));
    EXPECT_TRUE(agrees(share.high, number(row, "wilson_high")));
  }
}

}  // namespace
}  // namespace sahafa
