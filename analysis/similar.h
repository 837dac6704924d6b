// `similar`: articles that share the words that are typical of one (Xapian's relevance feedback with 40 terms), in its
// language, without its copies.
#pragma once

#include "analysis/analysis.h"

namespace sahafa {

/// Columns: rank, score, id, key, outlet, lang, date, title.
extern const Analysis kSimilar;

}  // namespace sahafa
