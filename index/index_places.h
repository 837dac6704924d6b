// Where the words of a plan stand in an article, read from the index: faster than from the text, but patterns and exact
// forms have no positions there.
#pragma once

#include <xapian.h>

#include <vector>

#include "index/find_hits.h"

namespace sahafa {

/// True when the index knows every place that `node` needs.
bool has_index_places(const PlanNode& node, const QueryPlan& plan);

/// Places of the words in `node`; the others of the plan are left empty.
ArticlePlaces read_index_places(const Xapian::Database& database, Xapian::docid article, const PlanNode& node,
                                const QueryPlan& plan);

}  // namespace sahafa
