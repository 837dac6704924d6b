#include "analysis/statistics/bootstrap.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "analysis/statistics/quantile.h"
#include "analysis/statistics/random.h"

namespace sahafa {
namespace {

using Replicates = std::vector<std::vector<double>>;  // per ratio, its value in each replicate

std::vector<Interval> intervals_of(Replicates& replicates, double confidence) {
  std::vector<Interval> intervals;
  intervals.reserve(replicates.size());
  for (auto& values : replicates) intervals.push_back(percentile_interval(values, confidence));
  return intervals;
}

}  // namespace

void draw_units(std::span<const Stratum> strata, std::uint64_t seed, std::uint64_t replicate,
                std::vector<std::uint32_t>& times) {
  std::ranges::fill(times, 0U);
  const RandomStream stream(seed, replicate);
  std::uint64_t draw = 0;
  for (const Stratum& stratum : strata) {
    for (std::size_t i = 0; i < stratum.size(); ++i) ++times[stratum[stream.below(draw++, stratum.size())]];
  }
}

std::vector<double> resampled_ratios(const RatioSample& sample, std::span<const std::uint32_t> times) {
  double denominator = 0.0;
  for (std::size_t unit = 0; unit < times.size(); ++unit)
    denominator += times[unit] * sample.denominators[unit];
  std::vector<double> ratios;
  ratios.reserve(sample.ratios.size());
  for (const auto& parts : sample.ratios) {
    double numerator = 0.0;
    for (const auto& part : parts) numerator += times[part.unit] * part.numerator;
    ratios.push_back(numerator / denominator);
  }
  return ratios;
}

Interval percentile_interval(std::vector<double>& values, double confidence) {
  std::erase_if(values, [](double value) { return std::isnan(value); });
  if (values.empty()) {
    constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
    return {kNone, kNone};
  }
  std::ranges::sort(values);
  const double tail = (1.0 - confidence) / 2.0;
  return {quantile(values, tail), quantile(values, 1.0 - tail)};
}

std::vector<Interval> bootstrap_ratios(const RatioSample& sample, const BootstrapOptions& options) {
  std::array<Stratum, 1> everything;
  for (std::size_t unit = 0; unit < sample.denominators.size(); ++unit) everything[0].push_back(unit);
  std::vector<std::uint32_t> times(sample.denominators.size());
  Replicates replicates(sample.ratios.size());
  for (std::size_t replicate = 0; replicate < options.replicates; ++replicate) {
    draw_units(everything, options.seed, replicate, times);
    const std::vector<double> ratios = resampled_ratios(sample, times);
    for (std::size_t i = 0; i < ratios.size(); ++i) replicates[i].push_back(ratios[i]);
  }
  return intervals_of(replicates, options.confidence);
}

std::vector<Interval> bootstrap_differences(const RatioSample& a, const RatioSample& b,
                                            const BootstrapOptions& options) {
  std::array<Stratum, 3> strata;  // a alone, b alone, both
  for (std::size_t unit = 0; unit < a.denominators.size(); ++unit) {
    const bool in_a = a.denominators[unit] > 0.0;
    const bool in_b = b.denominators[unit] > 0.0;
    if (in_a || in_b) strata[in_a && in_b ? 2 : (in_a ? 0 : 1)].push_back(unit);
  }
  std::vector<std::uint32_t> times(a.denominators.size());
  Replicates replicates(a.ratios.size());
  for (std::size_t replicate = 0; replicate < options.replicates; ++replicate) {
    draw_units(strata, options.seed, replicate, times);
    const std::vector<double> of_a = resampled_ratios(a, times);
    const std::vector<double> of_b = resampled_ratios(b, times);
    for (std::size_t i = 0; i < of_a.size(); ++i) replicates[i].push_back(of_a[i] - of_b[i]);
  }
  return intervals_of(replicates, options.confidence);
}

}  // namespace sahafa
