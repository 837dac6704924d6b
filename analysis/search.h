// `search`: ranked hits of a query with a snippet, or, with --facets, how many articles match by outlet, language, month or
// genre. Counts are exact. The query as it was understood stands in the notes, to be cited.
#pragma once

#include "analysis/analysis.h"

namespace sahafa {

/// Columns: rank, score (BM25), id, key, outlet, lang, date, title, snippet; with --facets: facet, value, articles.
extern const Analysis kSearch;

}  // namespace sahafa
