// How far coders agree, and how right a program is against coded material: Krippendorff's alpha, kappa, precision and recall, and shares
// corrected for what the program misses and invents.
//
// alpha = 1 - Do / De from the coincidence matrix (Krippendorff 2019, chapter 12): units with one value drop out, missing values are
// no problem. kappa = 1 - sum w o / sum w e (Cohen 1960, 1968). Corrected share: Rogan and Gladen 1978.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <vector>

#include "analysis/statistics/intervals.h"

namespace sahafa {

inline constexpr double kNoValue = std::numeric_limits<double>::quiet_NaN();

/// The values that coders gave to one unit; kNoValue where a coder gave none.
using CodedUnit = std::vector<double>;

enum class Metric : std::uint8_t { nominal, ordinal, interval, ratio };

/// NaN when nothing can be compared or all values are equal. Two coders, units (1,1) (2,2) (1,2) (2,2), nominal: 0.5333.
/// O(units x coders^2 + values^2).
double krippendorff_alpha(std::span<const CodedUnit> units, Metric metric);

/// Percentile interval of alpha over resampled units.
Interval alpha_interval(std::span<const CodedUnit> units, Metric metric, std::size_t replicates,
                        std::uint64_t seed, double confidence = 0.95);

enum class Weighting : std::uint8_t { none, linear, quadratic };

/// Cohen's kappa of the first two coders over the units that both coded; categories weigh by their rank. NaN when both gave one value only.
double cohen_kappa(std::span<const CodedUnit> units, Weighting weighting);

/// Scott's pi of the first two coders over the units that both coded (Scott 1955): chance from the categories' shares in both codings
/// together. NaN when both gave one value only.
double scott_pi(std::span<const CodedUnit> units);

/// Gwet's AC1 of the first two coders over the units that both coded (Gwet 2008, eq. 6): chance from sum p (1 - p) / (q - 1), q categories;
/// it does not collapse where one category is rare. NaN when both gave one value only.
double gwet_ac1(std::span<const CodedUnit> units);

/// Fleiss' kappa over the units that every coder coded (Fleiss 1971). NaN when there are none or all values are equal.
double fleiss_kappa(std::span<const CodedUnit> units);

/// Share of the units on which the first two coders agree.
double percent_agreement(std::span<const CodedUnit> units);

/// What was found against what is there.
struct Hits {
  std::size_t both = 0;
  std::size_t found = 0;
  std::size_t gold = 0;

  double precision() const { return share(both, found); }
  double recall() const { return share(both, gold); }
  double f1() const {
    return found + gold == 0 ? 0.0 : 2.0 * static_cast<double>(both) / static_cast<double>(found + gold);
  }

 private:
  static double share(std::size_t part, std::size_t all) {
    return all == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(all);
  }
};

/// The share that is truly there when a program that finds `sensitivity` of it and wrongly flags `false_alarm_rate` of the rest sees
/// `share`: (share - false alarms) / (sensitivity - false alarms), within [0, 1]. NaN when the program is no better than chance. 0.30 seen,
/// 0.8 and 0.1: 0.2857.
double corrected_share(double share, double sensitivity, double false_alarm_rate);

}  // namespace sahafa
