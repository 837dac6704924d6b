// The ellipse that holds a share of a cloud of points, from their variances.
#pragma once

#include <span>

namespace sahafa {

struct Ellipse {
  double half_major = 0.0;
  double half_minor = 0.0;
  double angle = 0.0;  ///< of the major axis against x, radians
};

/// Of points that scatter normally about their mean: half axes sqrt(5.991 eigenvalue) of the covariance (divisor n - 1) hold 95 % of them. At least
/// two points. x = {-1, 1}, y = {0, 0}: half_major 3.461, half_minor 0, angle 0.
Ellipse confidence_ellipse(std::span<const double> x, std::span<const double> y);

}  // namespace sahafa
