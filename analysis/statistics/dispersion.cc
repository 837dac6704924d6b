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

}  // namespace sahafa
