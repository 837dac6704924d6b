// From the plan of a query to what Xapian ranks.
#pragma once

#include <xapian.h>

#include "index/form_weights.h"
#include "index/query_plan.h"

namespace sahafa {

/// A query that finds at least what matches the plan (match_plan.h) and weighs it: words weigh, filters and negations do not.
Xapian::Query compile_plan(const QueryPlan& plan, const FormWeights& forms);

}  // namespace sahafa
