// Quantiles of a sample.
#pragma once

#include <span>

namespace sahafa {

/// Quantile by linear interpolation (R type 7: position p (n - 1), from 0) of values sorted in ascending
/// order, at least one. quantile({1, 2, 4}, 0.75) = 3.
double quantile(std::span<const double> sorted, double p);

}  // namespace sahafa
