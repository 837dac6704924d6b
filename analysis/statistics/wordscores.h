// The arithmetic of Wordscores (Laver, Benoit and Garry 2003).
#pragma once

#include <span>
#include <vector>

namespace sahafa {

struct ReferenceText {
  std::vector<double> counts;  ///< by word
  double score = 0.0;
};

/// By word: sum_r P_wr A_r with P_wr = F_wr / sum_r F_wr and F_wr = share of the word in reference r; NaN for a word that no reference has. References {3, 1}
/// at -1 and {1, 3} at 1: {-0.5, 0.5}.
std::vector<double> score_words(std::span<const ReferenceText> references);

struct TextScore {
  double score = 0.0;
  double se = 0.0;
};

/// The mean score of a text's words, those without a score left out; NaN where none has one. {1, 1} under scores {-0.5, 0.5}: 0, se 0.354.
TextScore score_text(std::span<const double> counts, std::span<const double> scores);

}  // namespace sahafa
