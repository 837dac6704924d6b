// From values to places on a picture.
#pragma once

#include <vector>

namespace sahafa {

class Scale {
 public:
  /// Values [low, high] onto places [from, to]; equal values all lie in the middle.
  Scale(double low, double high, double from, double to) : low_(low), high_(high), from_(from), to_(to) {}

  double operator()(double value) const {
    if (high_ == low_) return (from_ + to_) / 2.0;
    return from_ + (value - low_) / (high_ - low_) * (to_ - from_);
  }
  /// Length of a distance of values.
  double length(double distance) const {
    return high_ == low_ ? 0.0 : distance / (high_ - low_) * (to_ - from_);
  }
  /// Round values inside, about `wanted` of them.
  std::vector<double> ticks(int wanted = 5) const;

 private:
  double low_;
  double high_;
  double from_;
  double to_;
};

}  // namespace sahafa
