// `topics`: themes of articles, by non-negative factorisation of the tf-idf matrix, with the stability of each.
//
// Columns: topic (the largest first), share (of the articles' weight), articles (in which it is the strongest), stability (mean cosine of the topic with its
// counterpart in --runs other starts: near 1 it is there whatever the start, below 0.7 do not build on it), term, weight. Rows of the matrix are proportion x ln
// N/df, of length 1 each. The start with the smallest residual is shown; the notes give residual and starts. Method: statistics/nmf.h.
#pragma once

#include "analysis/analysis.h"

namespace sahafa {

extern const Analysis kTopics;

}  // namespace sahafa
