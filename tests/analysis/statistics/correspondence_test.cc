#include "analysis/statistics/correspondence.h"

#include <gtest/gtest.h>

#include <cmath>

#include "analysis/statistics/ellipse.h"
#include "analysis/statistics/random.h"
#include "analysis/statistics/wordfish.h"
#include "analysis/statistics/wordscores.h"

namespace sahafa {
namespace {

CountTable random_table(std::size_t rows, std::size_t columns, std::uint64_t seed) {
  const RandomStream random(seed, 0);
  CountTable table{rows, columns, {}};
  for (std::size_t i = 0; i < rows * columns; ++i)
    table.counts.push_back(static_cast<double>(1 + random.below(i, 20)));
  return table;
}

TEST(Correspondence, InertiaIsChiSquareOverNAndTheAxesShareIt) {
  const CountTable table = random_table(5, 9, 2);
  const CorrespondenceAnalysis ca = analyze_correspondence(table);
  double axes = 0.0;
  for (const double value : ca.singular_values) axes += value * value;
  EXPECT_NEAR(axes, ca.inertia, 1e-12);
  EXPECT_EQ(ca.singular_values.size(), 4U);
  // Chi-square by hand.
  double n = 0.0;
  for (const double count : table.counts) n += count;
  double chi2 = 0.0;
  for (std::size_t i = 0; i < 5; ++i) {
    for (std::size_t j = 0; j < 9; ++j) {
      const double expected = n * ca.rows.masses[i] * ca.columns.masses[j];
      chi2 += (table.at(i, j) - expected) * (table.at(i, j) - expected) / expected;
    }
  }
  EXPECT_NEAR(chi2 / n, ca.inertia, 1e-12);
}

TEST(Correspondence, ARowLiesWhereItsProfileProjects) {
  const CountTable table = random_table(4, 7, 3);
  const CorrespondenceAnalysis ca = analyze_correspondence(table);
  for (std::size_t i = 0; i < 4; ++i) {
    double sum = 0.0;
    double place = 0.0;
    for (std::size_t j = 0; j < 7; ++j) {
      sum += table.at(i, j);
      place += table.at(i, j) * ca.standard[0][j];
    }
    EXPECT_NEAR(place / sum, ca.rows.principal[0][i], 1e-10);
  }
}

TEST(Correspondence, TwoRowsLieOnOneAxisInFullQuality) {
  const CorrespondenceAnalysis ca = analyze_correspondence({2, 2, {3, 1, 1, 3}});
  ASSERT_EQ(ca.singular_values.size(), 1U);
  EXPECT_NEAR(ca.singular_values[0], 0.5, 1e-12);
  EXPECT_NEAR(ca.rows.quality[0], 1.0, 1e-12);
}

TEST(Ellipse, ExampleOfTheHeader) {
  const double x[] = {-1.0, 1.0};
  const double y[] = {0.0, 0.0};
  const Ellipse ellipse = confidence_ellipse(x, y);
  EXPECT_NEAR(ellipse.half_major, 3.461, 5e-3);
  EXPECT_NEAR(ellipse.half_minor, 0.0, 1e-12);
  EXPECT_NEAR(ellipse.angle, 0.0, 1e-12);
}

TEST(Wordfish, FindsThePositionsThatMadeTheCounts) {
  // Expected counts of five texts on a line, rounded: the order must come back, and no start may matter.
  CountTable table{5, 8, {}};
  for (int i = 0; i < 5; ++i) {
    for (int j = 0; j < 8; ++j)
      table.counts.push_back(std::round(std::exp(3.0 + 0.1 * j + 0.3 * (j - 3.5) * 0.6 * (i - 2))));
  }
  const Wordfish fish = fit_wordfish(table, {.starts = 4, .seed = 1, .left = 0, .right = 4}, 2);
  for (std::size_t i = 0; i + 1 < 5; ++i) EXPECT_LT(fish.theta[i], fish.theta[i + 1]);
  EXPECT_EQ(fish.reached, 4U);
  EXPECT_LT(fish.gradient_norm, 1e-3);
  const Wordfish other = fit_wordfish(table, {.starts = 4, .seed = 1, .left = 4, .right = 0}, 1);
  EXPECT_NEAR(other.theta[0], -fish.theta[0], 1e-12);
}

TEST(Wordscores, ExamplesOfTheHeader) {
  const ReferenceText references[] = {{{3, 1}, -1.0}, {{1, 3}, 1.0}};
  const auto scores = score_words(references);
  EXPECT_NEAR(scores[0], -0.5, 1e-12);
  const double counts[] = {1, 1};
  EXPECT_NEAR(score_text(counts, scores).score, 0.0, 1e-12);
  EXPECT_NEAR(score_text(counts, scores).se, 0.354, 5e-4);
}

}  // namespace
}  // namespace sahafa
