// From the plan of a query to what Xapian runs.
#pragma once

#include <xapian.h>

#include <functional>
#include <vector>

#include "index/query_plan.h"

namespace sahafa {

/// Finds, of the articles that match `candidates`, those that fulfil `node`; ascending.
using Verify =
    std::function<std::vector<std::uint32_t>(const PlanNode& node, const Xapian::Query& candidates)>;

/// Xapian decides what it can: words, phrases of words, NEAR of two words. Everything else becomes a query that
/// finds at least as much, and `verify` is asked at once which of it is right.
Xapian::Query compile_plan(const QueryPlan& plan, const Verify& verify);

/// A query that finds at least as much and weighs what it finds the same, but looks at no positions: to rank articles of
/// which is known that they match.
Xapian::Query compile_candidates(const QueryPlan& plan);

}  // namespace sahafa
