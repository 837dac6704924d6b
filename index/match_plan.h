// The articles that match a plan, all of them, without ranking: what is counted.
#pragma once

#include <xapian.h>

#include <optional>
#include <vector>

#include "index/query_plan.h"

namespace sahafa {

/// Matching documents in ascending order; nullopt where positions decide (phrases, NEAR, exact forms): then Xapian has
/// to be asked. Whole lists are joined as sets of bits, a nanosecond or two an entry.
std::optional<std::vector<Xapian::docid>> match_without_positions(const QueryPlan& plan,
                                                                  const Xapian::Database& database);

}  // namespace sahafa
