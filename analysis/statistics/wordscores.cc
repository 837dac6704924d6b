#include "analysis/statistics/wordscores.h"

#include <cmath>
#include <cstddef>
#include <numeric>

namespace sahafa {

std::vector<double> score_words(std::span<const ReferenceText> references) {
  std::vector<double> sizes;
  for (const ReferenceText& reference : references)
    sizes.push_back(std::accumulate(reference.counts.begin(), reference.counts.end(), 0.0));
  std::vector<double> scores;
  for (std::size_t word = 0; word < references.front().counts.size(); ++word) {
    double shares = 0.0;
    double weighted = 0.0;
    for (std::size_t i = 0; i < references.size(); ++i) {
      const double share = references[i].counts[word] / sizes[i];
      shares += share;
      weighted += share * references[i].score;
    }
    scores.push_back(weighted / shares);  // 0 / 0: no score
  }
  return scores;
}

TextScore score_text(std::span<const double> counts, std::span<const double> scores) {
  double words = 0.0;
  double sum = 0.0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (std::isnan(scores[i])) continue;
    words += counts[i];
    sum += counts[i] * scores[i];
  }
  TextScore text{sum / words, 0.0};
  double squares = 0.0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (std::isnan(scores[i])) continue;
    squares += counts[i] * (scores[i] - text.score) * (scores[i] - text.score);
  }
  text.se = std::sqrt(squares / words / words);
  return text;
}

}  // namespace sahafa
