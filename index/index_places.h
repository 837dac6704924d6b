// Where the words of a plan stand in articles, read from the index: faster than from the text, but patterns and exact
// forms have no positions there.
#pragma once

#include <xapian.h>

#include <span>
#include <vector>

#include "index/find_hits.h"

namespace sahafa {

/// True when the index knows every place that `node` needs.
bool has_index_places(const PlanNode& node, const QueryPlan& plan);

/// Places of the words in `node`, for each of `articles` (ascending); the other words of the plan are left empty. Word by word, as
/// the index has them: article by article it would read each of its blocks many times.
std::vector<ArticlePlaces> read_index_places(const Xapian::Database& database,
                                             std::span<const Xapian::docid> articles, const PlanNode& node,
                                             const QueryPlan& plan);

}  // namespace sahafa
