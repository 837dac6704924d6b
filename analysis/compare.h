// `compare`: do two groups differ in whom they hold responsible, and can the corpus carry the difference?
//
// Columns: a, b (groups), target, frame, difference (share in a minus share in b), ci_low and ci_high (95 %
// percentile interval of the difference, bootstrap over duplicate clusters), p (permutation of the clusters'
// labels, two-sided; exact where clusters count 0 or 1, else seeded), q (Holm over all p of the table).
// Interval, p and q are missing where a group has fewer than 8 clusters. Pairs are of one language; only --by
// lang sets French against Arabic, with a warning. Within a pair the largest difference comes first. The
// notes say in plain sentences what the figures carry. Example: 6 of 10 articles against 2 of 10: difference
// 0.4, p 0.17.
#pragma once

#include "analysis/analysis.h"

namespace sahafa {

extern const Analysis kCompare;

}  // namespace sahafa
