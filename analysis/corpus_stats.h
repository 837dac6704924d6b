// `stats`: what the corpus holds.
// Columns: what, count. Rows: sources, articles, copies, clusters, outlets, words, claims, issues;
// database_bytes, index_bytes, tokens_bytes; then articles.LANG and words.LANG for each language.
#pragma once

#include "analysis/analysis.h"

namespace sahafa {

extern const Analysis kCorpusStats;

}  // namespace sahafa
