// Rewrites in clusters: two articles of one language that say the same, sentence by sentence, in other words - two
// translations of one dispatch, a desk that retold it from end to end.
#pragma once

#include <vector>

#include "ingest/align_candidates.h"

namespace sahafa {

/// Joins the clusters of those `candidates` (Reuse::rewrites) whose aligned sentences have enough in common: the cluster of
/// b gets the canonical article of a, the relation `near`, and the alignment's similarity. Gives the joined pairs. Reads
/// only the texts of pairs that were not aligned before.
std::vector<ArticlePair> join_rewrites(Catalogue& catalogue, const std::vector<ArticlePair>& candidates,
                                       std::vector<ClusterMember>& members);

}  // namespace sahafa
