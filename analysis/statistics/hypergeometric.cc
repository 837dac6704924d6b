#include "analysis/statistics/hypergeometric.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/statistics/distributions.h"

namespace sahafa {
namespace {

constexpr double kNegligible = 1e-18;  // of the sum so far
constexpr double kTie = 1e-7;          // relative: as likely but for rounding

// P(X = x + 1) / P(X = x).
double step_up(const Hypergeometric& x, double value) {
  return (x.marked - value) * (x.drawn - value) /
         ((value + 1.0) * (x.population - x.marked - x.drawn + value + 1.0));
}

// The sum over x >= value of P(X = x) / P(X = value).
double relative_upper_tail(const Hypergeometric& x, double value) {
  double sum = 1.0;
  double term = 1.0;
  for (; value < x.highest(); value += 1.0) {
    const double ratio = step_up(x, value);
    term *= ratio;
    sum += term;
    if (ratio < 1.0 && term < kNegligible * sum) break;
  }
  return sum;
}

double relative_lower_tail(const Hypergeometric& x, double value) {
  double sum = 1.0;
  double term = 1.0;
  for (; value > x.lowest(); value -= 1.0) {
    const double ratio = 1.0 / step_up(x, value - 1.0);
    term *= ratio;
    sum += term;
    if (ratio < 1.0 && term < kNegligible * sum) break;
  }
  return sum;
}

// The value next to the other end of the distribution that is no likelier than `value`; probabilities fall
// from the mode on both sides, so it is found by halving.
double mirror(const Hypergeometric& x, double value, double mode) {
  const double limit = log_probability(x, value) + kTie;
  const auto is_likelier = [&](double other) { return log_probability(x, other) > limit; };
  double inside = mode;
  double outside = value < mode ? x.highest() + 1.0 : x.lowest() - 1.0;
  while (std::abs(outside - inside) > 1.0) {
    const double middle = std::floor((inside + outside) / 2.0);
    (is_likelier(middle) ? inside : outside) = middle;
  }
  return outside;
}

}  // namespace

double Hypergeometric::lowest() const { return std::max(0.0, drawn + marked - population); }

double Hypergeometric::highest() const { return std::min(drawn, marked); }

double log_probability(const Hypergeometric& x, double value) {
  if (value < x.lowest() || value > x.highest()) return -std::numeric_limits<double>::infinity();
  return log_choose(x.marked, value) + log_choose(x.population - x.marked, x.drawn - value) -
         log_choose(x.population, x.drawn);
}

double log_upper_tail(const Hypergeometric& x, double value) {
  if (value <= x.lowest()) return 0.0;
  return std::min(0.0, log_probability(x, value) + std::log(relative_upper_tail(x, value)));
}

double log_lower_tail(const Hypergeometric& x, double value) {
  if (value >= x.highest()) return 0.0;
  return std::min(0.0, log_probability(x, value) + std::log(relative_lower_tail(x, value)));
}

double two_sided_p(const Hypergeometric& x, double value) {
  const double mode = std::floor((x.drawn + 1.0) * (x.marked + 1.0) / (x.population + 2.0));
  if (log_probability(x, value) >= log_probability(x, mode) - kTie) return 1.0;
  const double other = mirror(x, value, mode);
  double p = std::exp(value < mode ? log_lower_tail(x, value) : log_upper_tail(x, value));
  if (other >= x.lowest() && other <= x.highest()) {
    p += std::exp(value < mode ? log_upper_tail(x, other) : log_lower_tail(x, other));
  }
  return std::min(1.0, p);
}

}  // namespace sahafa
