#include "analysis/statistics/agreement.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "analysis/statistics/bootstrap.h"
#include "analysis/statistics/random.h"

namespace sahafa {
namespace {

std::vector<double> values_of(std::span<const CodedUnit> units) {
  std::vector<double> values;
  for (const CodedUnit& unit : units) {
    std::ranges::copy_if(unit, std::back_inserter(values), [](double value) { return !std::isnan(value); });
  }
  std::ranges::sort(values);
  const auto repeated = std::ranges::unique(values);
  values.erase(repeated.begin(), repeated.end());
  return values;
}

std::size_t rank_of(const std::vector<double>& values, double value) {
  return static_cast<std::size_t>(std::ranges::lower_bound(values, value) - values.begin());
}

/// Squared distance of two values; `totals` are their frequencies among comparable ones.
double distance(const std::vector<double>& values, const std::vector<double>& totals, Metric metric,
                std::size_t a, std::size_t b) {
  if (a == b) return 0.0;
  double difference = 1.0;
  if (metric == Metric::interval) {
    difference = values[a] - values[b];
  } else if (metric == Metric::ratio) {
    difference = values[a] + values[b] == 0.0 ? 0.0 : (values[a] - values[b]) / (values[a] + values[b]);
  } else if (metric == Metric::ordinal) {
    difference = -(totals[a] + totals[b]) / 2;
    for (std::size_t i = std::min(a, b); i <= std::max(a, b); ++i) difference += totals[i];
  }
  return difference * difference;
}

/// alpha of units that occur `times` times each.
double alpha_of(std::span<const CodedUnit> units, std::span<const std::uint32_t> times,
                const std::vector<double>& values, Metric metric) {
  const std::size_t size = values.size();
  std::vector<double> pairs(size * size, 0.0);
  for (std::size_t u = 0; u < units.size(); ++u) {
    std::vector<std::size_t> ranks;
    for (const double value : units[u]) {
      if (!std::isnan(value)) ranks.push_back(rank_of(values, value));
    }
    if (ranks.size() < 2 || times[u] == 0) continue;
    const double weight = static_cast<double>(times[u]) / static_cast<double>(ranks.size() - 1);
    for (std::size_t i = 0; i < ranks.size(); ++i) {
      for (std::size_t j = 0; j < ranks.size(); ++j) {
        if (i != j) pairs[ranks[i] * size + ranks[j]] += weight;
      }
    }
  }
  std::vector<double> totals(size, 0.0);
  double all = 0.0;
  for (std::size_t a = 0; a < size; ++a) {
    for (std::size_t b = 0; b < size; ++b) totals[a] += pairs[a * size + b];
    all += totals[a];
  }
  double observed = 0.0;
  double expected = 0.0;
  for (std::size_t a = 0; a < size; ++a) {
    for (std::size_t b = 0; b < size; ++b) {
      const double d = distance(values, totals, metric, a, b);
      observed += pairs[a * size + b] * d;
      expected += totals[a] * totals[b] * d;
    }
  }
  return expected == 0.0 ? kNoValue : 1.0 - (all - 1.0) * observed / expected;
}

bool is_pair(const CodedUnit& unit) {
  return unit.size() >= 2 && !std::isnan(unit[0]) && !std::isnan(unit[1]);
}

/// What the first two coders gave, where both did.
std::vector<CodedUnit> pairs_of(std::span<const CodedUnit> units) {
  std::vector<CodedUnit> pairs;
  for (const CodedUnit& unit : units) {
    if (is_pair(unit)) pairs.push_back({unit[0], unit[1]});
  }
  return pairs;
}

/// Of each category in all values, which are none of them missing.
std::vector<double> shares_of(const std::vector<CodedUnit>& units) {
  const std::vector<double> values = values_of(units);
  std::vector<double> shares(values.size(), 0.0);
  double all = 0.0;
  for (const CodedUnit& unit : units) {
    for (const double value : unit) shares[rank_of(values, value)] += 1.0;
    all += static_cast<double>(unit.size());
  }
  for (double& share : shares) share /= all;
  return shares;
}

double above_chance(double observed, double expected) {
  return expected < 1.0 ? (observed - expected) / (1.0 - expected) : kNoValue;
}

}  // namespace

double krippendorff_alpha(std::span<const CodedUnit> units, Metric metric) {
  const std::vector<std::uint32_t> once(units.size(), 1);
  return alpha_of(units, once, values_of(units), metric);
}

Interval alpha_interval(std::span<const CodedUnit> units, Metric metric, std::size_t replicates,
                        std::uint64_t seed, double confidence) {
  const std::vector<double> values = values_of(units);
  std::vector<double> alphas;
  for (std::size_t replicate = 0; replicate < replicates; ++replicate) {
    const RandomStream random(seed, replicate);
    std::vector<std::uint32_t> times(units.size(), 0);
    for (std::size_t draw = 0; draw < units.size(); ++draw) ++times[random.below(draw, units.size())];
    alphas.push_back(alpha_of(units, times, values, metric));
  }
  return percentile_interval(alphas, confidence);
}

double cohen_kappa(std::span<const CodedUnit> units, Weighting weighting) {
  const std::vector<CodedUnit> coded = pairs_of(units);
  const std::vector<double> values = values_of(coded);
  std::vector<double> left(values.size(), 0.0);
  std::vector<double> right(values.size(), 0.0);
  const auto weight = [&](std::size_t a, std::size_t b) {
    const double steps = std::abs(static_cast<double>(a) - static_cast<double>(b));
    if (weighting == Weighting::none) return a == b ? 0.0 : 1.0;
    return weighting == Weighting::linear ? steps : steps * steps;
  };
  double observed = 0.0;
  for (const CodedUnit& unit : coded) {
    const std::size_t a = rank_of(values, unit[0]);
    const std::size_t b = rank_of(values, unit[1]);
    left[a] += 1;
    right[b] += 1;
    observed += weight(a, b);
  }
  double expected = 0.0;
  for (std::size_t a = 0; a < values.size(); ++a) {
    for (std::size_t b = 0; b < values.size(); ++b) expected += left[a] * right[b] * weight(a, b);
  }
  expected /= static_cast<double>(coded.size());
  return expected > 0.0 ? 1.0 - observed / expected : kNoValue;
}

double scott_pi(std::span<const CodedUnit> units) {
  const std::vector<double> shares = shares_of(pairs_of(units));
  double expected = 0.0;
  for (const double share : shares) expected += share * share;
  return above_chance(percent_agreement(units), expected);
}

double gwet_ac1(std::span<const CodedUnit> units) {
  const std::vector<double> shares = shares_of(pairs_of(units));
  if (shares.size() < 2) return kNoValue;
  double expected = 0.0;
  for (const double share : shares) expected += share * (1.0 - share);
  return above_chance(percent_agreement(units), expected / static_cast<double>(shares.size() - 1));
}

double fleiss_kappa(std::span<const CodedUnit> units) {
  std::vector<CodedUnit> complete;
  std::ranges::copy_if(units, std::back_inserter(complete), [](const CodedUnit& unit) {
    return unit.size() >= 2 && std::ranges::none_of(unit, [](double value) { return std::isnan(value); });
  });
  if (complete.empty()) return kNoValue;
  double observed = 0.0;
  for (const CodedUnit& unit : complete) {
    double pairs = 0.0;
    for (const double value : unit) pairs += static_cast<double>(std::ranges::count(unit, value)) - 1.0;
    observed += pairs / (static_cast<double>(unit.size()) * (static_cast<double>(unit.size()) - 1.0));
  }
  double expected = 0.0;
  for (const double share : shares_of(complete)) expected += share * share;
  return above_chance(observed / static_cast<double>(complete.size()), expected);
}

double percent_agreement(std::span<const CodedUnit> units) {
  const auto coded = std::ranges::count_if(units, is_pair);
  const auto agreed =
      std::ranges::count_if(units, [](const CodedUnit& unit) { return is_pair(unit) && unit[0] == unit[1]; });
  return coded == 0 ? kNoValue : static_cast<double>(agreed) / static_cast<double>(coded);
}

double corrected_share(double share, double sensitivity, double false_alarm_rate) {
  const double skill = sensitivity - false_alarm_rate;
  return skill <= 0.0 ? kNoValue : std::clamp((share - false_alarm_rate) / skill, 0.0, 1.0);
}

}  // namespace sahafa
