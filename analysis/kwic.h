// `kwic`: the concordance of a query, one line a hit (key word in context).
//
// Columns: id, key, outlet, date, left, match, right. Left is what stands before the hit in reading order, in Arabic as in
// French; a screen shows it on the other side. Contexts do not leave the title or the text. Order: as in the corpus, or by the folded words of
// the right context from the hit on, or of the left one from the hit back; ties as in the corpus.
#pragma once

#include "analysis/analysis.h"

namespace sahafa {

extern const Analysis kKwic;

}  // namespace sahafa
