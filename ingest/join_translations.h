// Translations in clusters: keeps anchors and alignments of a corpus up to date and joins the clusters of the pairs.
#pragma once

#include <vector>

#include "ingest/align_candidates.h"

namespace sahafa {

/// Makes the clusters of each translation one, and gives the joined pairs. Only canonical articles are compared: copies stand behind
/// them. The earlier article (no date is late), else the longer one, becomes canonical; the members of the other
/// cluster get the relation `translation`. Reads texts only of articles whose anchors or alignments are not stored
/// yet, and nothing at all while the corpus has articles of one language. The result is a function of what is stored,
/// not of the order in which it came.
std::vector<ArticlePair> join_translations(Catalogue& catalogue, std::vector<ClusterMember>& members);

}  // namespace sahafa
