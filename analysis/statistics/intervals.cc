#include "analysis/statistics/intervals.h"

#include <cmath>

#include "analysis/statistics/distributions.h"

namespace sahafa {

Interval wilson_interval(double k, double n, double confidence) {
  const double z = normal_quantile(0.5 + confidence / 2.0);
  const double p = k / n;
  const double scale = 1.0 + z * z / n;
  const double centre = (p + z * z / (2.0 * n)) / scale;
  const double half = z * std::sqrt(p * (1.0 - p) / n + z * z / (4.0 * n * n)) / scale;
  return {centre - half, centre + half};
}

Interval clopper_pearson_interval(double k, double n, double confidence) {
  const double tail = (1.0 - confidence) / 2.0;
  return {k > 0.0 ? beta_quantile(k, n - k + 1.0, tail) : 0.0,
          k < n ? beta_quantile(k + 1.0, n - k, 1.0 - tail) : 1.0};
}

double ratio(std::span<const RatioUnit> units) {
  RatioUnit sum;
  for (const RatioUnit& unit : units) {
    sum.numerator += unit.numerator;
    sum.denominator += unit.denominator;
  }
  return sum.numerator / sum.denominator;
}

RatioEstimate ratio_estimate(std::span<const RatioUnit> units, double confidence) {
  RatioEstimate estimate;
  estimate.ratio = ratio(units);
  double squares = 0.0;
  double denominator = 0.0;
  for (const RatioUnit& unit : units) {
    const double residual = unit.numerator - estimate.ratio * unit.denominator;
    squares += residual * residual;
    denominator += unit.denominator;
  }
  const auto k = static_cast<double>(units.size());
  estimate.standard_error = std::sqrt(k / (k - 1.0) * squares) / denominator;
  const double half = t_quantile(0.5 + confidence / 2.0, k - 1.0) * estimate.standard_error;
  estimate.interval = {estimate.ratio - half, estimate.ratio + half};
  return estimate;
}

}  // namespace sahafa
