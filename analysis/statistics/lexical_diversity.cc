#include "analysis/statistics/lexical_diversity.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "analysis/statistics/distributions.h"

namespace sahafa {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

std::unordered_map<std::uint32_t, double> tally(std::span<const std::uint32_t> words) {
  std::unordered_map<std::uint32_t, double> counts;
  for (const std::uint32_t word : words) counts[word] += 1.0;
  return counts;
}

// The number of stretches of a text, read in one direction.
template <class Iterator>
double count_factors(Iterator begin, Iterator end, double threshold) {
  double factors = 0.0;
  std::unordered_set<std::uint32_t> types;
  double words = 0.0;
  double ratio = 1.0;
  for (Iterator at = begin; at != end; ++at) {
    types.insert(*at);
    words += 1.0;
    ratio = static_cast<double>(types.size()) / words;
    if (ratio >= threshold) continue;
    factors += 1.0;
    types.clear();
    words = 0.0;
    ratio = 1.0;
  }
  return factors + (1.0 - ratio) / (1.0 - threshold);
}

}  // namespace

TypeCounts count_types(std::span<const std::uint32_t> words) {
  TypeCounts counts{.words = static_cast<double>(words.size())};
  for (const auto& [word, count] : tally(words)) {
    counts.types += 1.0;
    counts.once += count == 1.0 ? 1.0 : 0.0;
    counts.squares += count * count;
  }
  return counts;
}

double type_token_ratio(const TypeCounts& counts) { return counts.types / counts.words; }
double guiraud_r(const TypeCounts& counts) { return counts.types / std::sqrt(counts.words); }
double carroll_cttr(const TypeCounts& counts) { return counts.types / std::sqrt(2.0 * counts.words); }
double herdan_c(const TypeCounts& counts) { return std::log(counts.types) / std::log(counts.words); }

double yule_k(const TypeCounts& counts) {
  constexpr double kScale = 1e4;
  return kScale * (counts.squares - counts.words) / (counts.words * counts.words);
}

double mattr(std::span<const std::uint32_t> words, std::size_t window) {
  if (window == 0 || words.size() < window) return kNone;
  std::unordered_map<std::uint32_t, std::size_t> inside;
  double sum = 0.0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    ++inside[words[i]];
    if (i >= window) {
      const auto leaving = inside.find(words[i - window]);
      if (--leaving->second == 0) inside.erase(leaving);
    }
    if (i + 1 >= window) sum += static_cast<double>(inside.size());
  }
  return sum / static_cast<double>(window) / static_cast<double>(words.size() - window + 1);
}

double mtld(std::span<const std::uint32_t> words, double threshold) {
  const double forwards = count_factors(words.begin(), words.end(), threshold);
  const double backwards = count_factors(words.rbegin(), words.rend(), threshold);
  const auto n = static_cast<double>(words.size());
  if (forwards == 0.0 || backwards == 0.0) return kNone;
  return (n / forwards + n / backwards) / 2.0;
}

double hdd(std::span<const std::uint32_t> words, std::size_t draws) {
  const auto n = static_cast<double>(words.size());
  const auto drawn = static_cast<double>(draws);
  if (words.size() < draws) return kNone;
  std::vector<double> counts;
  for (const auto& [word, count] : tally(words)) counts.push_back(count);
  std::ranges::sort(counts);  // sums do not depend on the order of a hash map
  double sum = 0.0;
  for (const double count : counts) {
    const double none =
        n - count < drawn ? 0.0 : std::exp(log_choose(n - count, drawn) - log_choose(n, drawn));
    sum += (1.0 - none) / drawn;
  }
  return sum;
}

}  // namespace sahafa
