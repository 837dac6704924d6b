#include "analysis/statistics/ellipse.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace sahafa {

Ellipse confidence_ellipse(std::span<const double> x, std::span<const double> y) {
  constexpr double kChiSquare95 = 5.991464547107979;  // two degrees of freedom: -2 ln 0.05
  const auto n = static_cast<double>(x.size());
  const double mean_x = std::accumulate(x.begin(), x.end(), 0.0) / n;
  const double mean_y = std::accumulate(y.begin(), y.end(), 0.0) / n;
  double xx = 0.0;
  double yy = 0.0;
  double xy = 0.0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    xx += (x[i] - mean_x) * (x[i] - mean_x) / (n - 1.0);
    yy += (y[i] - mean_y) * (y[i] - mean_y) / (n - 1.0);
    xy += (x[i] - mean_x) * (y[i] - mean_y) / (n - 1.0);
  }
  const double middle = (xx + yy) / 2.0;
  const double spread = std::hypot((xx - yy) / 2.0, xy);
  return {std::sqrt(kChiSquare95 * (middle + spread)),
          std::sqrt(kChiSquare95 * std::max(middle - spread, 0.0)), std::atan2(2.0 * xy, xx - yy) / 2.0};
}

}  // namespace sahafa
