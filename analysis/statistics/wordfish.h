// Wordfish (Slapin and Proksch 2008): one-dimensional Poisson scaling of texts by their words.
//
// y_ij counts of word j in text i, Poisson with mean exp(alpha_i + psi_j + beta_j theta_i). Maximises sum(y eta - exp eta) - sum beta^2 / (2 s^2) with
// s = 3, mean alpha 0, theta of mean 0 and standard deviation 1 (divisor n - 1). The surface has several hills on some corpora, so several starts are
// climbed and the objective of the best is reported with the number of starts that reached it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "analysis/statistics/correspondence.h"

namespace sahafa {

struct WordfishOptions {
  double beta_deviation = 3.0;
  std::size_t starts = 12;  ///< the first from correspondence analysis, the others random
  std::uint64_t seed = 1;
  std::size_t left = 0;  ///< text whose theta is below that of `right`: fixes the direction
  std::size_t right = 1;
};

struct Wordfish {
  std::vector<double> theta;     ///< by text: position
  std::vector<double> alpha;     ///< by text: how much it says
  std::vector<double> theta_se;  ///< from the curvature of theta_i and alpha_i, the words being fixed
  std::vector<double> beta;      ///< by word: how it tells the ends apart
  std::vector<double> psi;       ///< by word: how common it is
  double objective = 0.0;        ///< negative penalised log-likelihood without the constant of the factorials
  std::size_t reached = 0;       ///< starts that came within 1e-4 of it
  double gradient_norm = 0.0;
};

/// Needs two texts and two words. The same numbers for any `jobs`. O(starts x steps x cells).
Wordfish fit_wordfish(const CountTable& table, const WordfishOptions& options, std::size_t jobs);

}  // namespace sahafa
