#include "analysis/statistics/contrast.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "analysis/statistics/distributions.h"
#include "analysis/statistics/hypergeometric.h"

namespace sahafa {
namespace {

double x_log_ratio(double x, double y) { return x > 0.0 ? x * std::log(x / y) : 0.0; }

struct Expected {
  double a;
  double b;
};

Expected expected(const Contrast& term) {
  const double share = (term.a + term.b) / (term.n1 + term.n2);
  return {term.n1 * share, term.n2 * share};
}

// The sign of the deviation. Counts and expectations come with rounding, but a tie scores 0 either way.
double with_sign(double score, const Contrast& term) { return term.a > expected(term).a ? score : -score; }

Hypergeometric hypergeometric_of(const Contrast& term) {
  const double a = std::round(term.a);
  const double b = std::round(term.b);
  const double n1 = std::max(std::round(term.n1), a);
  return {n1 + std::max(std::round(term.n2), b), a + b, n1};
}

double two_cells(const Contrast& term) {
  const Expected e = expected(term);
  return 2.0 * (x_log_ratio(term.a, e.a) + x_log_ratio(term.b, e.b));
}

}  // namespace

double log_likelihood(const Contrast& term) {
  const Expected e = expected(term);
  const double others =
      x_log_ratio(term.n1 - term.a, term.n1 - e.a) + x_log_ratio(term.n2 - term.b, term.n2 - e.b);
  return with_sign(two_cells(term) + 2.0 * others, term);
}

double log_likelihood_2cell(const Contrast& term) { return with_sign(two_cells(term), term); }

double chi_square(const Contrast& term) {
  const double c = term.n1 - term.a;
  const double d = term.n2 - term.b;
  const double cross = term.a * d - term.b * c;
  const double margins = (term.a + term.b) * (c + d) * term.n1 * term.n2;
  return margins == 0.0 ? 0.0 : with_sign((term.n1 + term.n2) * cross * cross / margins, term);
}

double log_ratio(const Contrast& term) {
  constexpr double kForZero = 0.5;
  const double a = term.a > 0.0 ? term.a : kForZero;
  const double b = term.b > 0.0 ? term.b : kForZero;
  return std::log2((a / term.n1) / (b / term.n2));
}

double log_ratio_plus_half(const Contrast& term) {
  constexpr double kAdded = 0.5;
  return std::log2((term.a + kAdded) / (term.n1 + kAdded)) -
         std::log2((term.b + kAdded) / (term.n2 + kAdded));
}

double bayes_factor(const Contrast& term) { return two_cells(term) - std::log(term.n1 + term.n2); }

double percent_difference(const Contrast& term) {
  const double reference = term.b / term.n2;
  return 100.0 * (term.a / term.n1 - reference) / reference;
}

double odds_ratio(const Contrast& term) {
  return term.a * (term.n2 - term.b) / (term.b * (term.n1 - term.a));
}

double simple_maths(const Contrast& term, double k) {
  constexpr double kMillion = 1e6;
  return (kMillion * term.a / term.n1 + k) / (kMillion * term.b / term.n2 + k);
}

double specificity(const Contrast& term) {
  const Hypergeometric x = hypergeometric_of(term);
  const double a = std::round(term.a);
  return a >= x.mean() ? -log_upper_tail(x, a) / std::numbers::ln10
                       : log_lower_tail(x, a) / std::numbers::ln10;
}

double fisher_p(const Contrast& term) { return two_sided_p(hypergeometric_of(term), std::round(term.a)); }

double conservative_log_ratio(const Contrast& term, double alpha) {
  // The share of the target among the occurrences if both sides said the term equally often. Where the interval holds it the answer is 0,
  // and one value of the distribution function tells; that spares most terms the quantile.
  const double even = term.n1 / (term.n1 + term.n2);
  const auto as_log_ratio = [&](double p) { return std::log2(term.n2 / term.n1 * p / (1.0 - p)); };
  if (term.a / term.n1 >= term.b / term.n2) {
    if (incomplete_beta(term.a, term.b + 1.0, even) >= alpha / 2.0) return 0.0;
    return std::max(as_log_ratio(beta_quantile(term.a, term.b + 1.0, alpha / 2.0)), 0.0);
  }
  if (incomplete_beta(term.a + 1.0, term.b, even) <= 1.0 - alpha / 2.0) return 0.0;
  return std::min(as_log_ratio(beta_quantile(term.a + 1.0, term.b, 1.0 - alpha / 2.0)), 0.0);
}

TermPrior pooled_prior(const Contrast& term, double size) {
  return {size * (term.a + term.b) / (term.n1 + term.n2), size};
}

TermPrior flat_prior(double size, double terms) { return {size, size * terms}; }

double log_odds_difference(const Contrast& term, const TermPrior& prior) {
  const double a = term.a + prior.term;
  const double b = term.b + prior.term;
  return std::log(a / (term.n1 + prior.all - a)) - std::log(b / (term.n2 + prior.all - b));
}

double log_odds_z(const Contrast& term, const TermPrior& prior) {
  return log_odds_difference(term, prior) /
         std::sqrt(1.0 / (term.a + prior.term) + 1.0 / (term.b + prior.term));
}

}  // namespace sahafa
