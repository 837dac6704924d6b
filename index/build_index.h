// Makes the index of a corpus from nothing: parts in parallel, then one compacted database.
#pragma once

#include <cstddef>
#include <cstdint>

#include "corpus/corpus.h"
#include "corpus/progress.h"
#include "index/cluster_map.h"

namespace sahafa {

/// Replaces whatever stands at the place of the index by one of all articles; returns how many were read now. Works in a folder
/// beside it, where a killed call leaves the parts that are whole; the next call goes on behind them. What the index
/// answers does not depend on `jobs`. Sets all metadata but the revision. Throws Error, or what Xapian throws.
std::int64_t build_index(const Corpus& corpus, const ClusterMap& clusters, std::size_t jobs,
                         const Progress& progress);

/// Removes what a killed build left behind. To be called when the index is up to date: it was made without these parts, or of them.
void remove_index_parts(const Corpus& corpus);

}  // namespace sahafa
