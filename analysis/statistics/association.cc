#include "analysis/statistics/association.h"

#include <cmath>

#include "analysis/statistics/contrast.h"

namespace sahafa {
namespace {

constexpr double kLogDiceTop = 14.0;

// The pair as a comparison of places with the first word and places without.
Contrast to_contrast(const WordPair& pair) {
  return {pair.o11, pair.c1 - pair.o11, pair.r1, pair.n - pair.r1};
}

struct Cells {
  double o11, o12, o21, o22;
};

Cells with_half(const WordPair& pair) {
  constexpr double kHalf = 0.5;
  return {pair.o11 + kHalf, pair.r1 - pair.o11 + kHalf, pair.c1 - pair.o11 + kHalf,
          pair.n - pair.r1 - pair.c1 + pair.o11 + kHalf};
}

}  // namespace

double pmi(const WordPair& pair) { return std::log2(pair.o11 / pair.expected()); }
double mi3(const WordPair& pair) { return std::log2(pair.o11 * pair.o11 * pair.o11 / pair.expected()); }
double npmi(const WordPair& pair) { return pmi(pair) / -std::log2(pair.o11 / pair.n); }
double t_score(const WordPair& pair) { return (pair.o11 - pair.expected()) / std::sqrt(pair.o11); }
double z_score(const WordPair& pair) { return (pair.o11 - pair.expected()) / std::sqrt(pair.expected()); }
double pair_likelihood(const WordPair& pair) { return log_likelihood(to_contrast(pair)); }
double pair_chi_square(const WordPair& pair) { return std::abs(chi_square(to_contrast(pair))); }
double dice(const WordPair& pair) { return 2.0 * pair.o11 / (pair.r1 + pair.c1); }
double log_dice(const WordPair& pair) {
  return kLogDiceTop + std::log2(2.0 * pair.o11 / (pair.first + pair.second));
}
double log_dice_of_margins(const WordPair& pair) { return kLogDiceTop + std::log2(dice(pair)); }
double delta_p_second(const WordPair& pair) {
  return pair.o11 / pair.r1 - (pair.c1 - pair.o11) / (pair.n - pair.r1);
}
double delta_p_first(const WordPair& pair) {
  return pair.o11 / pair.c1 - (pair.r1 - pair.o11) / (pair.n - pair.c1);
}

double lambda(const WordPair& pair) {
  const Cells cells = with_half(pair);
  return std::log(cells.o11 * cells.o22 / (cells.o12 * cells.o21));
}

double lambda_z(const WordPair& pair) {
  const Cells cells = with_half(pair);
  return lambda(pair) / std::sqrt(1.0 / cells.o11 + 1.0 / cells.o12 + 1.0 / cells.o21 + 1.0 / cells.o22);
}

}  // namespace sahafa
