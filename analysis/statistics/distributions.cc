#include "analysis/statistics/distributions.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace sahafa {
namespace {

// lgamma() writes the global signgam, so threads would race; all our arguments are positive.
double log_gamma(double x) {
  int sign = 0;
  return lgamma_r(x, &sign);
}

// The fraction converges fast for x < (a + 1) / (a + b + 2); the caller mirrors the rest.
double beta_fraction(double a, double b, double x) {
  constexpr int kMaxSteps = 10000;
  constexpr double kTiny = 1e-300;
  const auto away_from_zero = [](double value) { return std::abs(value) < kTiny ? kTiny : value; };
  double c = 1.0;
  double d = 1.0 / away_from_zero(1.0 - (a + b) * x / (a + 1.0));
  double fraction = d;
  for (int step = 1; step <= kMaxSteps; ++step) {
    const double m = step;
    const double even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
    d = 1.0 / away_from_zero(1.0 + even * d);
    c = away_from_zero(1.0 + even / c);
    fraction *= d * c;
    const double odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
    d = 1.0 / away_from_zero(1.0 + odd * d);
    c = away_from_zero(1.0 + odd / c);
    fraction *= d * c;
    if (std::abs(d * c - 1.0) < std::numeric_limits<double>::epsilon()) break;
  }
  return fraction;
}

// Root of an increasing function in [low, high] by bisection until the doubles are neighbours.
template <class Function>
double bisect(double low, double high, const Function& function) {
  for (;;) {
    const double middle = low + (high - low) / 2.0;
    if (middle <= low || middle >= high) return middle;
    (function(middle) < 0.0 ? low : high) = middle;
  }
}

}  // namespace

double chi_square_tail(double x) { return std::erfc(std::sqrt(std::max(x, 0.0) / 2.0)); }

double normal_cdf(double z) { return 0.5 * std::erfc(-z / std::numbers::sqrt2); }

double normal_quantile(double p) {
  constexpr double kBeyond = 40.0;  // the tail is below the smallest double
  return bisect(-kBeyond, kBeyond, [p](double z) { return normal_cdf(z) - p; });
}

double incomplete_beta(double a, double b, double x) {
  if (x <= 0.0) return 0.0;
  if (x >= 1.0) return 1.0;
  const double log_front =
      log_gamma(a + b) - log_gamma(a) - log_gamma(b) + a * std::log(x) + b * std::log1p(-x);
  if (x < (a + 1.0) / (a + b + 2.0)) return std::exp(log_front) * beta_fraction(a, b, x) / a;
  return 1.0 - std::exp(log_front) * beta_fraction(b, a, 1.0 - x) / b;
}

double beta_quantile(double a, double b, double p) {
  // Newton's steps within a bracket that every value narrows; where a step leaves it, it is halved.
  double low = 0.0;
  double high = 1.0;
  double x = a / (a + b);
  const double log_beta = log_gamma(a) + log_gamma(b) - log_gamma(a + b);
  for (;;) {
    const double miss = incomplete_beta(a, b, x) - p;
    (miss < 0.0 ? low : high) = x;
    const double density = std::exp((a - 1.0) * std::log(x) + (b - 1.0) * std::log1p(-x) - log_beta);
    double next = x - miss / density;
    if (!(next > low && next < high)) next = low + (high - low) / 2.0;
    if (next <= low || next >= high) return next;
    if (std::abs(next - x) <= std::numeric_limits<double>::epsilon() * x) return next;
    x = next;
  }
}

double t_quantile(double p, double degrees) {
  if (p == 0.5) return 0.0;
  // P(|T| > t) = I_x(degrees / 2, 1 / 2) at x = degrees / (degrees + t^2).
  const double x = beta_quantile(degrees / 2.0, 0.5, 2.0 * std::min(p, 1.0 - p));
  return std::copysign(std::sqrt(degrees * (1.0 - x) / x), p - 0.5);
}

double log_choose(double n, double k) {
  return log_gamma(n + 1.0) - log_gamma(k + 1.0) - log_gamma(n - k + 1.0);
}

}  // namespace sahafa
