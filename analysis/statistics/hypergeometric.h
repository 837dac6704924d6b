// Tails of the hypergeometric distribution in logarithms, so that a probability of 1e-2000 is a number like
// any other.
#pragma once

namespace sahafa {

/// Of a population of `population`, `marked` are marked and `drawn` are drawn without replacement; X is the number of
/// marked ones among them. Whole numbers.
struct Hypergeometric {
  double population = 0.0;
  double marked = 0.0;
  double drawn = 0.0;

  double mean() const { return drawn * marked / population; }
  double lowest() const;
  double highest() const;
};

/// ln P(X = x); minus infinity outside of the range. Population 10, 5 marked, 5 drawn, x = 5: ln(1 / 252).
double log_probability(const Hypergeometric& x, double value);

/// ln P(X >= x) and ln P(X <= x): the sum from x outwards, as far as terms count. Precise where x lies on the side of
/// the tail, O(standard deviations) terms. Population 10, 5 marked, 5 drawn: P(X >= 4) = 26 / 252.
double log_upper_tail(const Hypergeometric& x, double value);
double log_lower_tail(const Hypergeometric& x, double value);

/// P of all values that are no likelier than `value` (within 1e-7, relative): Fisher's exact test, two-sided. Population
/// 10, 5 marked, 5 drawn, value 4: 52 / 252.
double two_sided_p(const Hypergeometric& x, double value);

}  // namespace sahafa
