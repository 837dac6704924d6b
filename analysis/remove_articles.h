// Taking articles out of a corpus by id or by query, with the reason kept. What follows from it (clusters, passages, index, tokens) is for
// the caller: refresh() of ingest/pipeline.h, then derive().
#pragma once

#include <array>
#include <string>
#include <vector>

#include "analysis/selection.h"
#include "analysis/table.h"
#include "corpus/corpus.h"
#include "corpus/options.h"

namespace sahafa {

inline constexpr auto kRemoveOptions = with_selection(std::array<OptionSpec, 4>{{
    {"reason", "TEXT", "why: kept with the note of what was removed", "", false},
    {"dry-run", "", "only list what would be removed", "", false},
    {"list", "", "only list what was removed so far, with the reasons", "", false},
    {"readmit", "", "take the removal of these ids back: ingest their files again then", "", false},
}});

struct RemovalAnswer {
  Table table;           ///< id, key, outlet, lang, date, title, reason of the articles that were meant
  bool removes = false;  ///< articles are out now: clusters and derived data are to follow
};

/// What `sahafa remove` does to corpus.db. `ids` as they were written; without ids the selection options say which. An id that was
/// removed before is listed again, so that an interrupted call can be given once more. One transaction. The caller holds the
/// WriteLock. Throws Error: usage when nothing says which articles, not_found for an id that the corpus never had.
RemovalAnswer remove_articles(Corpus& corpus, const Options& options, const std::vector<std::string>& ids);

}  // namespace sahafa
