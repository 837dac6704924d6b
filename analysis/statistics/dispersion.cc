#include "analysis/statistics/dispersion.h"

#include <cmath>
#include <limits>

namespace sahafa {

double dispersion_dp(std::span<const PartCount> counts, std::span<const double> sizes, double all_tokens) {
  double occurrences = 0.0;
  for (const PartCount& count : counts) occurrences += count.count;
  double sum = 1.0;  // of the shares of all parts, as if the term were in none
  for (const auto& [part, count] : counts) {
    const double share = sizes[part] / all_tokens;
    sum += std::abs(count / occurrences - share) - share;
  }
  return sum / 2.0;
}

double dispersion_dp_norm(double dp, double smallest_size, double all_tokens) {
  const double room = 1.0 - smallest_size / all_tokens;
  return room > 0.0 ? dp / room : std::numeric_limits<double>::quiet_NaN();
}

double juilland_d(std::span<const PartCount> counts, const Parts& parts) {
  const auto k = static_cast<double>(parts.sizes.size());
  double sum = 0.0;
  for (const auto& [part, count] : counts) sum += count / parts.sizes[part];
  const double mean = sum / k;
  double squares = (k - static_cast<double>(counts.size())) * mean * mean;  // of the parts without the term
  for (const auto& [part, count] : counts) {
    const double deviation = count / parts.sizes[part] - mean;
    squares += deviation * deviation;
  }
  if (k < 2.0) return std::numeric_limits<double>::quiet_NaN();
  return 1.0 - std::sqrt(squares / k) / mean / std::sqrt(k - 1.0);
}

double carroll_d2(std::span<const PartCount> counts, const Parts& parts) {
  double sum = 0.0;
  for (const auto& [part, count] : counts) sum += count / parts.sizes[part];
  double entropy = 0.0;
  for (const auto& [part, count] : counts) {
    const double share = count / parts.sizes[part] / sum;
    entropy -= share * std::log(share);
  }
  if (parts.sizes.size() < 2) return std::numeric_limits<double>::quiet_NaN();
  return entropy / std::log(static_cast<double>(parts.sizes.size()));
}

double rosengren_s(std::span<const PartCount> counts, const Parts& parts) {
  double roots = 0.0;
  double occurrences = 0.0;
  for (const auto& [part, count] : counts) {
    roots += std::sqrt(parts.sizes[part] / parts.tokens * count);
    occurrences += count;
  }
  return roots * roots / occurrences;
}

double divergence(std::span<const PartCount> counts, const Parts& parts) {
  double occurrences = 0.0;
  for (const PartCount& count : counts) occurrences += count.count;
  double bits = 0.0;
  for (const auto& [part, count] : counts) {
    const double share = count / occurrences;
    bits += share * std::log2(share / (parts.sizes[part] / parts.tokens));
  }
  return bits;
}

}  // namespace sahafa
