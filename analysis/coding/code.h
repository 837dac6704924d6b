// `code`: sheets of sentences for coders, how far the coders agree, and how right the program is.
//
// draw: a sheet (sample.h). agree: two coded sheets compared (Krippendorff's alpha, Cohen's kappa). judge: a coded sheet against the claims of the
// corpus: precision, recall and corrected shares of each frame (reliability.h). Sheets name sentences by article and place, with their
// text; one whose text the corpus does not hold in that place is refused, because it was drawn from another corpus.
#pragma once

#include "analysis/analysis.h"

namespace sahafa {

extern const Analysis kCode;

}  // namespace sahafa
