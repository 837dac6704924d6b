// What may be meant by a word that no text has.
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

#include "index/index_reader.h"
#include "index/query_plan.h"
#include "index/word_store.h"

namespace sahafa {

/// At most three folded forms of the index at one or two letters from `form` (one for words of less than six letters;
/// swapped neighbours count as one), the nearest first, then the most frequent. O(forms of the index).
std::vector<std::string> find_near_forms(const WordStore& words, std::string_view form);

/// For each word of the plan that was asked for and has no hit under any of its keys.
std::vector<Suggestion> suggest_spellings(const Xapian::Database& database, const WordStore& words,
                                          const QueryPlan& plan);

}  // namespace sahafa
