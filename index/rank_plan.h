// What ranks the articles that a query finds, beside the words that it looks for. It chooses nothing.
//
// - An article that has a word as it was asked for comes before one that has another of its forms.
// - In a question (words joined by OR) words of the same beginning speak for an article too (fondation, fondateurs; استقلت,
//   استقلال).
//
// Words that stand near one another as in the question were tried as well: no gain in either language.
#pragma once

#include <xapian.h>

#include "index/form_weights.h"
#include "index/query_plan.h"

namespace sahafa {

/// Weight of a word that says little (text/stop_words.h) against that of another.
inline constexpr double kStopWordWeight = 0.2;

/// To be joined to the query of the plan by OP_AND_MAYBE.
Xapian::Query rank_plan(const QueryPlan& plan, const FormWeights& forms);

}  // namespace sahafa
