// `count`: how often a query is fulfilled, exactly, by group.
//
// Columns: group, hits, articles. A hit is one place: a word, a phrase, a pair of near words (index/find_hits.h); of
// `fuite CNSS` each of the two words is one. Title and text count. Groups with the most articles first. With --by none one
// row; groups are not split by language, as counts (unlike rates) may be added.
#pragma once

#include "analysis/analysis.h"

namespace sahafa {

extern const Analysis kCount;

}  // namespace sahafa
