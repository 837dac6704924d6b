// Brings the full-text index of a corpus up to date. FORMAT.md describes its terms, index_reader.h searches
// it.
#pragma once

#include <cstddef>

#include "corpus/corpus.h"
#include "corpus/progress.h"
#include "index/update.h"

namespace sahafa {

/// Adds the articles that index/ does not have yet, replaces those whose cluster changed, takes out those that were removed; makes the
/// index anew with `anew`, or when another analysis, schema or choice (index_choice.h) made it. Answers do not depend on `jobs`, nor on how many
/// updates made the index. Killed at any moment it leaves an index that opens, and the next call goes on
/// where the last commit was. Searches may go on meanwhile. The caller holds the corpus's WriteLock. Progress
/// stage: "index". Throws Error: disk_full, unreadable, locked, newer_format.
UpdateResult update_index(const Corpus& corpus, std::size_t jobs, const Progress& progress,
                          bool anew = false);

}  // namespace sahafa
