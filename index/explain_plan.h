// What a plan looks for, in words, for --explain.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "index/query_plan.h"
#include "index/word_store.h"

namespace sahafa {

/// A line for each word: "fuite: fuit (12 articles)"; of a pattern the first forms and how many more there are.
std::vector<std::string> explain_plan(const Xapian::Database& database, const WordStore& words,
                                      const QueryPlan& plan);

}  // namespace sahafa
