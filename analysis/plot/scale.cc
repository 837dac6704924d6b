#include "analysis/plot/scale.h"

#include <cmath>

namespace sahafa {

std::vector<double> Scale::ticks(int wanted) const {
  std::vector<double> ticks;
  if (!(high_ > low_)) return {low_};
  const double rough = (high_ - low_) / wanted;
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  double step = 10.0 * power;
  for (const double factor : {5.0, 2.0, 1.0}) {
    if (factor * power >= rough) step = factor * power;
  }
  for (double i = std::ceil(low_ / step); i * step <= high_ + step * 1e-9; i += 1.0)
    ticks.push_back(i * step + 0.0);  // no -0
  return ticks;
}

}  // namespace sahafa
