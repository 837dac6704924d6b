#include "analysis/statistics/contrast.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <string>

#include "analysis/statistics/distributions.h"
#include "tests/analysis/reference.h"

namespace sahafa {
namespace {

using test::agrees;
using test::number;
using test::Row;

constexpr Contrast kExample{10, 2, 100, 200};

TEST(Contrast, WorkedExampleOfTheHeader) {
  EXPECT_NEAR(log_likelihood(kExample), 13.349, 5e-4);
  EXPECT_NEAR(chi_square(kExample), 14.0625, 1e-12);
  EXPECT_NEAR(log_ratio(kExample), std::log2(10.0), 1e-12);
  EXPECT_NEAR(percent_difference(kExample), 900.0, 1e-9);
  EXPECT_NEAR(odds_ratio(kExample), 11.0, 1e-12);
  EXPECT_NEAR(log_likelihood_2cell(kExample), 12.781, 5e-4);
  EXPECT_NEAR(bayes_factor(kExample), 7.077, 5e-4);
  EXPECT_NEAR(conservative_log_ratio(kExample, 0.05), 1.092, 5e-4);
  EXPECT_NEAR(log_odds_z(kExample, pooled_prior(kExample, 100)), 2.675, 5e-4);
  EXPECT_NEAR(log_ratio_plus_half(kExample), 3.067, 5e-4);
  EXPECT_NEAR(simple_maths(kExample, 1.0), 9.999, 5e-4);
  EXPECT_NEAR(specificity(kExample), 3.376, 5e-4);
  EXPECT_NEAR(fisher_p(kExample), 0.000421, 5e-7);
}

TEST(Contrast, EqualRatesScoreZero) {
  const Contrast same{5, 10, 100, 200};
  EXPECT_NEAR(log_likelihood(same), 0.0, 1e-12);
  EXPECT_NEAR(log_ratio(same), 0.0, 1e-12);
  EXPECT_NEAR(log_odds_z(same, pooled_prior(same, 100)), 0.0, 1e-12);
}

TEST(Contrast, ExchangingTheSidesChangesTheSign) {
  const Contrast other{kExample.b, kExample.a, kExample.n2, kExample.n1};
  EXPECT_NEAR(log_likelihood(other), -log_likelihood(kExample), 1e-9);
  EXPECT_NEAR(chi_square(other), -chi_square(kExample), 1e-9);
  EXPECT_NEAR(log_ratio(other), -log_ratio(kExample), 1e-12);
}

TEST(Contrast, ATermThatIsEveryTokenOfBothSidesHasNoContrast) {
  const Contrast everything{3, 4, 3, 4};
  EXPECT_EQ(chi_square(everything), 0.0);
  EXPECT_NEAR(log_likelihood(everything), 0.0, 1e-12);
}

TEST(Contrast, ReferenceFiguresInBothLanguages) {
  SAHAFA_NEEDS_SHARED("reference/keyness.csv");
  const std::vector<Row> rows = test::read_reference("keyness.csv");
  ASSERT_EQ(rows.size(), 1461U);
  std::map<std::string, double> terms;  // of each comparison
  for (const Row& row : rows) terms[row.at("lang") + row.at("target") + row.at("reference")] += 1.0;
  EXPECT_EQ(terms.size(), 6U);
  for (const Row& row : rows) {
    SCOPED_TRACE(row.at("lang") + " " + row.at("target") + " " + row.at("term"));
    const Contrast term{number(row, "a"), number(row, "b"), number(row, "n1"), number(row, "n2")};
    const double n_terms = terms.at(row.at("lang") + row.at("target") + row.at("reference"));
    EXPECT_TRUE(agrees(log_likelihood(term), number(row, "G2_4cell_signed")));
    EXPECT_TRUE(agrees(log_likelihood_2cell(term), number(row, "LL_2cell_signed")));
    EXPECT_TRUE(agrees(chi_square(term), number(row, "chi2_signed")));
    EXPECT_TRUE(agrees(chi_square_tail(std::abs(log_likelihood(term))), number(row, "p_G2_4cell")));
    EXPECT_TRUE(agrees(bayes_factor(term), number(row, "BIC")));
    EXPECT_TRUE(agrees(log_ratio(term), number(row, "log_ratio_zero05")));
    EXPECT_TRUE(agrees(percent_difference(term), number(row, "pct_diff")));
    EXPECT_TRUE(agrees(odds_ratio(term), number(row, "odds_ratio")));
    EXPECT_TRUE(agrees(log_odds_z(term, pooled_prior(term, 100)), number(row, "fw_z_a100")));
    EXPECT_TRUE(agrees(log_odds_z(term, {0.01, 0.01 * n_terms}), number(row, "fw_z_flat001")));
    EXPECT_TRUE(agrees(log_odds_difference(term, pooled_prior(term, 100)), number(row, "fw_delta_a100")));
    EXPECT_TRUE(
        agrees(log_odds_difference(term, flat_prior(0.01, n_terms)), number(row, "fw_delta_flat001")));
    EXPECT_TRUE(agrees(log_ratio_plus_half(term), number(row, "log_ratio_plus05")));
    EXPECT_TRUE(agrees(simple_maths(term, 1.0), number(row, "simplemaths_1")));
    EXPECT_TRUE(agrees(specificity(term), number(row, "specificity_log10")));
    EXPECT_TRUE(agrees(fisher_p(term), number(row, "p_fisher")));
    EXPECT_TRUE(agrees(conservative_log_ratio(term, 0.05), number(row, "LRC_noadjust95")));
    EXPECT_TRUE(agrees(conservative_log_ratio(term, 0.05 / n_terms), number(row, "LRC_bonferroni95")));
  }
}

}  // namespace
}  // namespace sahafa
