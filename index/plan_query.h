// From a query to its plan.
#pragma once

#include <xapian.h>

#include <functional>
#include <span>
#include <vector>

#include "corpus/outlet.h"
#include "index/query.h"
#include "index/query_plan.h"
#include "index/search_keys.h"
#include "index/word_store.h"
#include "text/analyze.h"

namespace sahafa {

/// What a plan is made from: one state of the index, whose vocabulary decides what clitics and patterns mean.
struct PlanSources {
  const Xapian::Database& database;
  const WordStore& words;
  Analyzer& analyzer;
  SearchKeys& keys;
  const OutletRegistry& outlets;
  bool positions;  ///< whether the index has them
  /// Articles that have one claim for which all of these hold, ascending. Each is a filter, or an any_of of filters of one
  /// field.
  std::function<std::vector<std::uint32_t>(std::span<const QueryNode>)> find_claims;
};

/// Throws Error(usage) for a pattern that matches more than 10,000 forms, Xapian::Error when the index cannot be
/// read.
QueryPlan plan_query(const Query& query, const PlanSources& sources);

}  // namespace sahafa
