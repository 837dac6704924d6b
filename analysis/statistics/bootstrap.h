// Cluster bootstrap: resamples whole sampling units (duplicate clusters), never sentences or tokens (Lijffijt
// et al. 2016 show how far token tests overstate).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "analysis/statistics/intervals.h"

namespace sahafa {

struct BootstrapOptions {
  std::size_t replicates = 2000;
  std::uint64_t seed = 1;
  double confidence = 0.95;
};

/// What the units of one group bring to many ratios at once: the denominators, which all ratios share, and
/// for each ratio the numerators that are not 0.
struct RatioSample {
  struct Part {
    std::size_t unit = 0;
    double numerator = 0.0;
  };
  std::vector<double> denominators;       ///< by unit; 0 where the group does not have the unit
  std::vector<std::vector<Part>> ratios;  ///< per ratio, by unit
};

/// Units that are resampled among themselves.
using Stratum = std::vector<std::size_t>;

/// How often each unit is drawn in a replicate: as many draws from each stratum as it has units, with
/// replacement. A function of (seed, replicate) alone.
void draw_units(std::span<const Stratum> strata, std::uint64_t seed, std::uint64_t replicate,
                std::vector<std::uint32_t>& times);

/// The ratios of a sample in which unit i stands times[i] times. NaN where no denominator was drawn.
std::vector<double> resampled_ratios(const RatioSample& sample, std::span<const std::uint32_t> times);

/// Percentile interval (Efron 1979) of the values of one statistic over the replicates; sorts them. NaN
/// values are left out; NaN bounds if nothing is left.
Interval percentile_interval(std::vector<double>& values, double confidence);

/// Interval of each ratio. Four units with denominator 10 and numerators 1, 0, 2, 1: about [0.025, 0.175].
/// O(replicates (units + numerators)).
std::vector<Interval> bootstrap_ratios(const RatioSample& sample, const BootstrapOptions& options);

/// Interval of each ratio of `a` minus that of `b`; both number the same units and ratios. Units of a alone,
/// of b alone and of both (a dispatch that both outlets ran) are each resampled among themselves, so the
/// groups keep their sizes.
std::vector<Interval> bootstrap_differences(const RatioSample& a, const RatioSample& b,
                                            const BootstrapOptions& options);

}  // namespace sahafa
