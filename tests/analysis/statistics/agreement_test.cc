#include "analysis/statistics/agreement.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace sahafa {
namespace {

const std::vector<CodedUnit> kFour = {{1, 1}, {2, 2}, {1, 2}, {2, 2}};

TEST(Agreement, AlphaOfAWorkedExample) {
  // coincidences o11 = 2, o12 = o21 = 1, o22 = 4; Do = 2, De = 2 x 3 x 5 / 7
  EXPECT_NEAR(krippendorff_alpha(kFour, Metric::nominal), 1 - 7.0 * 2 / 30, 1e-12);
}

/// Krippendorff's textbook example: four coders, twelve units, values missing.
TEST(Agreement, AlphaOfFourCodersWithMissingValues) {
  const double n = kNoValue;
  const std::vector<CodedUnit> units = {{1, 1, n, 1}, {2, 2, 3, 2}, {3, 3, 3, 3}, {3, 3, 3, 3},
                                        {2, 2, 2, 2}, {1, 2, 3, 4}, {4, 4, 4, 4}, {1, 1, 2, 1},
                                        {2, 2, 2, 2}, {n, 5, 5, 5}, {n, n, 1, 1}, {n, n, 3, n}};
  EXPECT_NEAR(krippendorff_alpha(units, Metric::nominal), 0.743, 5e-4);
  EXPECT_NEAR(krippendorff_alpha(units, Metric::ordinal), 0.815, 5e-4);
  EXPECT_NEAR(krippendorff_alpha(units, Metric::interval), 0.849, 5e-4);
  EXPECT_NEAR(krippendorff_alpha(units, Metric::ratio), 0.797, 5e-4);
}

/// The ratings of ../shared/reference, by unit and coder, and the figures printed for them.
TEST(Agreement, EqualsTheReference) {
  std::ifstream file("../shared/reference/ratings.csv");
  if (!file) GTEST_SKIP() << "needs ../shared/reference/ratings.csv, which is not here";
  std::map<std::string, CodedUnit> by_unit;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    while (!line.empty() && line.back() == '\r') line.pop_back();
    const std::size_t coder = line.find(',') + 1;
    const std::string value = line.substr(line.rfind(',') + 1);
    CodedUnit& unit = by_unit.try_emplace(line.substr(0, coder), 4, kNoValue).first->second;
    if (!value.empty()) unit[static_cast<std::size_t>(line[coder] - 'A')] = std::stod(value);
  }
  std::vector<CodedUnit> units;
  for (const auto& [id, unit] : by_unit) units.push_back(unit);
  constexpr double kDigits = 1e-9;
  EXPECT_NEAR(krippendorff_alpha(units, Metric::nominal), 0.70297029703, kDigits);
  EXPECT_NEAR(krippendorff_alpha(units, Metric::ordinal), 0.623490913712, kDigits);
  EXPECT_NEAR(krippendorff_alpha(units, Metric::interval), 0.614296351452, kDigits);
  EXPECT_NEAR(krippendorff_alpha(units, Metric::ratio), 0.623711772747, kDigits);
  EXPECT_NEAR(cohen_kappa(units, Weighting::none), 0.861111111111, kDigits);
  EXPECT_NEAR(cohen_kappa(units, Weighting::linear), 0.903846153846, kDigits);
  EXPECT_NEAR(cohen_kappa(units, Weighting::quadratic), 0.943820224719, kDigits);
  EXPECT_NEAR(percent_agreement(units), 0.9, kDigits);
  EXPECT_NEAR(scott_pi(units), 0.86013986014, kDigits);
  EXPECT_NEAR(gwet_ac1(units), 0.868708971554, kDigits);
  EXPECT_NEAR(fleiss_kappa(units), 0.641456582633, kDigits);
}

TEST(Agreement, ChanceOfOtherCoefficients) {
  const std::vector<CodedUnit> units = {{1, 1}, {2, 2}, {1, 2}, {2, 2}};
  EXPECT_NEAR(scott_pi(units), (0.75 - 34.0 / 64) / (1 - 34.0 / 64), 1e-12);
  EXPECT_NEAR(gwet_ac1(units), (0.75 - 30.0 / 64) / (1 - 30.0 / 64), 1e-12);
  EXPECT_NEAR(fleiss_kappa(units), scott_pi(units), 1e-12);  // two coders: the same
  EXPECT_TRUE(std::isnan(scott_pi(std::vector<CodedUnit>{{1, 1}, {1, 1}})));
  EXPECT_TRUE(std::isnan(gwet_ac1(std::vector<CodedUnit>{{1, 1}, {1, 1}})));
  EXPECT_TRUE(std::isnan(fleiss_kappa(std::vector<CodedUnit>{{1, kNoValue}})));
}

TEST(Agreement, AlphaIsUndefinedWhereNothingVaries) {
  EXPECT_TRUE(std::isnan(krippendorff_alpha(std::vector<CodedUnit>{{1, 1}, {1, 1}}, Metric::nominal)));
  EXPECT_TRUE(std::isnan(krippendorff_alpha({}, Metric::nominal)));
}

TEST(Agreement, TheIntervalHoldsAlphaAndDependsOnTheSeedAlone) {
  const Interval a = alpha_interval(kFour, Metric::nominal, 500, 7);
  const Interval b = alpha_interval(kFour, Metric::nominal, 500, 7);
  EXPECT_LE(a.low, krippendorff_alpha(kFour, Metric::nominal));
  EXPECT_GE(a.high, krippendorff_alpha(kFour, Metric::nominal));
  EXPECT_EQ(a.low, b.low);
  EXPECT_EQ(a.high, b.high);
}

TEST(Agreement, KappaOfAWorkedExample) {
  // observed disagreement 1 of 4, expected (1 x ... ) : margins 2,2 and 1,3 give (2 x 3 + 2 x 1) / 16 = 0.5
  EXPECT_NEAR(cohen_kappa(kFour, Weighting::none), 0.5, 1e-12);
  EXPECT_NEAR(percent_agreement(kFour), 0.75, 1e-12);
}

TEST(Agreement, SharesAreCorrectedForMissesAndFalseAlarms) {
  EXPECT_NEAR(corrected_share(0.30, 0.8, 0.1), 0.2 / 0.7, 1e-12);
  EXPECT_EQ(corrected_share(0.05, 0.8, 0.1), 0.0);
  EXPECT_TRUE(std::isnan(corrected_share(0.3, 0.1, 0.1)));
}

}  // namespace
}  // namespace sahafa
