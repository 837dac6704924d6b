// The minimum of a smooth function of many variables.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace sahafa {

/// The value at x; writes the gradient.
using Objective = std::function<double(const std::vector<double>& x, std::vector<double>& gradient)>;

struct Minimum {
  std::vector<double> x;
  double value = 0.0;
  double gradient_norm = 0.0;
  std::size_t steps = 0;
};

struct MinimizeOptions {
  std::size_t most_steps = 2000;
  double gradient_norm = 1e-9;  ///< stop when the gradient is shorter
};

/// L-BFGS (Liu and Nocedal 1989) with ten pairs and a line search that halves until the value falls enough (Armijo). Finds the minimum whose
/// basin x lies in. Stops at the wanted gradient, or where no step lowers the value any more (the limit of doubles).
Minimum minimize(const Objective& objective, std::vector<double> x, const MinimizeOptions& options = {});

}  // namespace sahafa
