// Hits of words counted from how often articles have their keys: needs no positions, which an index may be without, and no texts.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "index/query_plan.h"

namespace sahafa {

/// Hits in each of these matching documents, counted by their positions.
using CountExactly = std::function<std::vector<std::int64_t>(std::span<const Xapian::docid>)>;

/// The hits (find_hits.h) in each of `matches`, which are all that match, ascending. nullopt where only positions can tell: a
/// part of the query is neither word nor filter. Where an article has several French keys of the query, which may stand on
/// one token, `count_exactly` is asked.
std::optional<std::vector<std::int64_t>> count_by_frequency(const QueryPlan& plan,
                                                            const Xapian::Database& database,
                                                            const std::vector<Xapian::docid>& matches,
                                                            const CountExactly& count_exactly);

}  // namespace sahafa
