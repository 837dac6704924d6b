// Measures of how strongly two words attract each other.
//
// Notation: o11 the times they stand together; r1 the places where the first has a partner, c1 those where the second is one;
// n all places; E = r1 c1 / n; o12 = r1 - o11, o21 = c1 - o11, o22 the rest. Worked example in every comment: o11 = 10, r1 = 20,
// c1 = 50, n = 1000, so E = 1; frequencies of the words 20 and 50.
#pragma once

namespace sahafa {

struct WordPair {
  double o11 = 0.0;
  double r1 = 0.0;
  double c1 = 0.0;
  double n = 0.0;
  double first = 0.0;   ///< frequency of the first word
  double second = 0.0;  ///< of the second

  double expected() const { return r1 * c1 / n; }
};

/// Pointwise mutual information (Church and Hanks 1990), log2(o11 / E). Example: 3.322. Prefers rare words.
double pmi(const WordPair& pair);
/// log2(o11^3 / E) (Daille 1994). Example: 9.966.
double mi3(const WordPair& pair);
/// pmi / -log2(o11 / n) (Bouma 2009), at most 1. Example: 0.5.
double npmi(const WordPair& pair);
/// (o11 - E) / sqrt(o11). Example: 2.846.
double t_score(const WordPair& pair);
/// (o11 - E) / sqrt(E). Example: 9.
double z_score(const WordPair& pair);
/// 4-cell log-likelihood (Dunning 1993), negative where o11 < E. Example: 35.066.
double pair_likelihood(const WordPair& pair);
/// Pearson's chi-square of the four cells, no correction. Example: 87.003.
double pair_chi_square(const WordPair& pair);
/// 2 o11 / (r1 + c1). Example: 0.2857.
double dice(const WordPair& pair);
/// 14 + log2 of Dice from word frequencies, as Sketch Engine counts (Rychly 2008). At most 14. Example: 12.193.
double log_dice(const WordPair& pair);
/// The same from the margins r1 and c1; the two differ where windows cross ends or words stand at them. Example: 12.193.
double log_dice_of_margins(const WordPair& pair);
/// Delta P (Ellis 2006): how much more likely the second is where the first stands, o11/r1 - o21/(n - r1). Example: 0.4592.
double delta_p_second(const WordPair& pair);
/// The other way round: o11/c1 - o12/(n - c1). Example: 0.1895.
double delta_p_first(const WordPair& pair);
/// Log odds ratio with 0.5 added to each cell (Blaheta and Johnson 2001), and over its standard error.
double lambda(const WordPair& pair);
double lambda_z(const WordPair& pair);

}  // namespace sahafa
