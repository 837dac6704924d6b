// `wordscores` (Laver, Benoit and Garry 2003): texts on the line between two groups of reference texts.
//
// Each side of --low and --high is one reference text. A term's score is the mean of the two references' scores, weighted by its share in each: S_w = sum_r P_wr
// A_r, P_wr = F_wr / sum_r F_wr, F shares among the chosen terms. A text's score is the mean of its terms' scores; se = sqrt(sum F (S_w - S)^2 / N). Columns:
// kind (text, term), name, score, se. Scores are raw: texts that share most words with both sides crowd in the middle, so compare texts with each other, not with
// the references' values.
#pragma once

#include "analysis/analysis.h"

namespace sahafa {

extern const Analysis kWordscores;

}  // namespace sahafa
