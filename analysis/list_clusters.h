// `clusters`: which articles share their text, and how.
// Columns: cluster (id of the canonical article), article, key, relation, similarity (to the canonical, 0 to
// 1), canonical (1 for the canonical article, else 0). Clusters of one are left out unless --all is given.
#pragma once

#include "analysis/analysis.h"

namespace sahafa {

extern const Analysis kListClusters;

}  // namespace sahafa
