// Tails and quantiles of the distributions that the tests and intervals need. No state; any thread may call.
#pragma once

namespace sahafa {

/// P(X >= x) for chi-square with one degree of freedom: erfc(sqrt(x/2)). chi_square_tail(3.841458820694124) =
/// 0.05.
double chi_square_tail(double x);

/// P(Z <= z) for the standard normal.
double normal_cdf(double z);

/// z with P(Z <= z) = p, 0 < p < 1. normal_quantile(0.975) = 1.959963984540054.
double normal_quantile(double p);

/// Regularised incomplete beta function I_x(a, b), a, b > 0, 0 <= x <= 1: continued fraction (Abramowitz and
/// Stegun 26.5.8) by Lentz's method. I_0.5(2, 2) = 0.5.
double incomplete_beta(double a, double b, double x);

/// x with I_x(a, b) = p. beta_quantile(2, 2, 0.5) = 0.5.
double beta_quantile(double a, double b, double p);

/// t with P(T <= t) = p for Student's t with `degrees` > 0 degrees of freedom, 0 < p < 1. t_quantile(0.975,
/// 5) = 2.5705818356363.
double t_quantile(double p, double degrees);

/// ln C(n, k), 0 <= k <= n.
double log_choose(double n, double k);

}  // namespace sahafa
