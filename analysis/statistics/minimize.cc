#include "analysis/statistics/minimize.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <numeric>
#include <utility>

namespace sahafa {
namespace {

using Vector = std::vector<double>;

double dot(const Vector& a, const Vector& b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

void add_scaled(Vector& a, double factor, const Vector& b) {
  for (std::size_t i = 0; i < a.size(); ++i) a[i] += factor * b[i];
}

// The curvature seen in the last steps.
class Memory {
 public:
  void add(Vector step, Vector change) {
    const double curvature = dot(step, change);
    if (curvature <= 0.0) return;
    if (pairs_.size() == kPairs) pairs_.pop_front();
    pairs_.push_back({std::move(step), std::move(change), 1.0 / curvature});
  }

  void clear() { pairs_.clear(); }
  bool empty() const { return pairs_.empty(); }

  // The direction of descent: minus the inverse curvature times the gradient, by two loops.
  Vector direction(Vector gradient) const {
    Vector alphas(pairs_.size());
    for (std::size_t i = pairs_.size(); i-- > 0;) {
      alphas[i] = pairs_[i].rho * dot(pairs_[i].step, gradient);
      add_scaled(gradient, -alphas[i], pairs_[i].change);
    }
    if (!pairs_.empty()) {
      const Pair& last = pairs_.back();
      const double scale = 1.0 / (last.rho * dot(last.change, last.change));
      for (double& value : gradient) value *= scale;
    }
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
      const double beta = pairs_[i].rho * dot(pairs_[i].change, gradient);
      add_scaled(gradient, alphas[i] - beta, pairs_[i].step);
    }
    for (double& value : gradient) value = -value;
    return gradient;
  }

 private:
  static constexpr std::size_t kPairs = 10;
  struct Pair {
    Vector step;
    Vector change;
    double rho;
  };
  std::deque<Pair> pairs_;
};

}  // namespace

Minimum minimize(const Objective& objective, std::vector<double> x, const MinimizeOptions& options) {
  constexpr double kEnough = 1e-4;     // of the fall that the slope promises
  constexpr double kShortest = 1e-14;  // step
  Minimum best{.x = std::move(x)};
  Vector gradient(best.x.size());
  Vector next_gradient(best.x.size());
  best.value = objective(best.x, gradient);
  Memory memory;
  for (best.gradient_norm = std::sqrt(dot(gradient, gradient));
       best.steps < options.most_steps && best.gradient_norm > options.gradient_norm; ++best.steps) {
    const Vector direction = memory.direction(gradient);
    const double slope = dot(direction, gradient);
    double length = memory.empty() ? std::min(1.0, 1.0 / best.gradient_norm) : 1.0;
    Vector next;
    double value = best.value;
    for (; length > kShortest; length /= 2.0) {
      next = best.x;
      add_scaled(next, length, direction);
      value = objective(next, next_gradient);
      if (value <= best.value + kEnough * length * slope) break;
    }
    if (length <= kShortest) {
      if (memory.empty()) break;
      memory.clear();  // try once more straight down
      continue;
    }
    Vector step = next;
    add_scaled(step, -1.0, best.x);
    Vector change = next_gradient;
    add_scaled(change, -1.0, gradient);
    memory.add(std::move(step), std::move(change));
    best.x = std::move(next);
    best.value = value;
    gradient = next_gradient;
    best.gradient_norm = std::sqrt(dot(gradient, gradient));
  }
  return best;
}

}  // namespace sahafa
