// The thresholds of text reuse, in one place, so that the benchmark can show what each is worth. The product
// uses them as they stand here (join_rewrites.cc has the one of alignments); docs/manual/duplicates.md explains them to a researcher.
#pragma once

#include <cstddef>

namespace sahafa {

struct ReuseRules {
  /// A gram that more texts have is a template, furniture or a formula and says nothing about copying; more in
  /// a large corpus, whose largest story has more variants (the square root of the number of texts).
  std::size_t common_gram = 60;
  /// Jaccard index from which two texts are one story. Rewrites of an agency's text seldom share more; articles
  /// that two desks wrote about one event, with the same quotations, seldom as much.
  double near = 0.15;
  /// Share of the smaller text from which it is an excerpt of the larger.
  double excerpt = 0.7;
  /// What is shared must run through so much of one of the two; a roundup's quotation does in neither.
  double extent = 0.6;
  /// What is shared counts where it stands in the same order and distance, give or take so many letters (or a
  /// tenth of the shorter text): quotations that two desks place as they like do not.
  std::size_t drift = 200;
  /// Members of two groups agree from this Jaccard index on, or from containment of one half.
  double agree = 0.03;
  /// A page with at least so many figures at the same places ...
  std::size_t least_figures = 4;
  /// ... of which so many are others is the same page of another day.
  double other_figures = 1.0 / 3;
  /// From this Jaccard index on, two texts that do not join may be rewrites: their sentences are compared ...
  double rewrite = 0.02;
  /// ... if what they share runs through so much of both.
  double rewrite_extent = 0.3;
  /// False joins whatever an edge connects: for the benchmark alone.
  bool guard = true;
};

}  // namespace sahafa
