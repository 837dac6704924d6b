// Measures of one term in a target against a reference: how sure, and how large, the difference is.
//
// Notation: a, b counts of the term in target and reference; n1, n2 all tokens of each; N = n1 + n2; c = n1 -
// a, d = n2 - b; E1 = n1 (a + b) / N, E2 = n2 (a + b) / N. "Signed": negative where the term is no more
// frequent than expected in the target (a <= E1). x ln(x / y) is 0 at x = 0. Worked example in every comment:
// a = 10, n1 = 100, b = 2, n2 = 200. No continuity correction anywhere: corrected and uncorrected scores in
// one table would not share a scale.
#pragma once

namespace sahafa {

struct Contrast {
  double a = 0.0;
  double b = 0.0;
  double n1 = 0.0;
  double n2 = 0.0;
};

/// Log-likelihood ratio of the four cells, signed (Dunning 1993):
/// 2 [a ln(a/E1) + b ln(b/E2) + c ln(c/(n1-E1)) + d ln(d/(n2-E2))]. Example: 13.349.
double log_likelihood(const Contrast& term);

/// Log-likelihood of the two term cells, signed (Rayson and Garside 2000): 2 [a ln(a/E1) + b ln(b/E2)].
/// Example: 12.781. Most "LL calculators" give this one.
double log_likelihood_2cell(const Contrast& term);

/// Pearson's chi-square, signed: N (ad - bc)^2 / ((a+b)(c+d) n1 n2). Example: 14.0625.
double chi_square(const Contrast& term);

/// Binary log of the ratio of relative frequencies (Hardie 2014): log2((a/n1) / (b/n2)); a count of zero is
/// taken as 0.5. Example: 3.322.
double log_ratio(const Contrast& term);

/// The same with 0.5 added to all four numbers: log2((a+.5)/(n1+.5)) - log2((b+.5)/(n2+.5)). Example: 3.067.
double log_ratio_plus_half(const Contrast& term);

/// Bayes factor approximation (Wilson 2013): |log_likelihood_2cell| - ln N. Above 2 is evidence for a
/// difference. Example: 7.077.
double bayes_factor(const Contrast& term);

/// Per cent difference (Gabrielatos and Marchi 2012): 100 (a/n1 - b/n2) / (b/n2); infinite where b = 0.
/// Example: 900.
double percent_difference(const Contrast& term);

/// ad / (bc); infinite where b = 0. Example: 11.
double odds_ratio(const Contrast& term);

/// "Simple maths" (Kilgarriff 2009): (p1 + k) / (p2 + k), p rates per million, k a constant that decides whether rare or
/// common terms come first. Example with k = 1: 9.999.
double simple_maths(const Contrast& term, double k);

/// "Spécificités" (Lafon 1980) as a signed power of ten: with X hypergeometric (N, a + b, n1), -log10 P(X >= a) where a
/// >= E1, else log10 P(X <= a). Counts are rounded to whole numbers. Example: 3.376.
double specificity(const Contrast& term);

/// Fisher's exact test, two-sided: the sum of the probabilities of all tables that are no likelier than this one.
/// Counts are rounded. Example: 0.000421.
double fisher_p(const Contrast& term);

/// Conservative log ratio (Evert 2022): the bound nearer to 0 of the Clopper-Pearson interval of a out of a +
/// b at confidence 1 - alpha, as log ratio log2((n2/n1) p/(1-p)); 0 where the interval holds no difference.
/// Divide alpha by the number of terms for Bonferroni.
double conservative_log_ratio(const Contrast& term, double alpha);

/// A Dirichlet prior over terms (Monroe, Colaresi and Quinn 2008): `term` pseudo-counts of this term, `all`
/// of all terms together.
struct TermPrior {
  double term = 0.0;
  double all = 0.0;
};

/// The prior of the pooled corpus with `size` pseudo-tokens in all: size (a + b) / N of this term.
TermPrior pooled_prior(const Contrast& term, double size);

/// The same `size` pseudo-counts for each of `terms` terms.
TermPrior flat_prior(double size, double terms);

/// "Fightin' Words": the difference of log odds under `prior`, ln((a+p)/(n1+A-a-p)) - ln((b+p)/(n2+A-b-p)).
double log_odds_difference(const Contrast& term, const TermPrior& prior);

/// "Fightin' Words" z-score: the difference of log odds under `prior` over its standard deviation (Monroe,
/// Colaresi and Quinn 2008, equations 16 and 22): delta = ln((a+p)/(n1+A-a-p)) - ln((b+p)/(n2+A-b-p)), z =
/// delta / sqrt(1/(a+p) + 1/(b+p)), p = prior.term, A = prior.all. Name the prior with the number: other
/// priors rank terms otherwise. Example with pooled_prior(100): 2.675.
double log_odds_z(const Contrast& term, const TermPrior& prior);

}  // namespace sahafa
