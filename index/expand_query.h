// What a query finds in the other script: names under all their spellings, concepts of the codebook, and, when asked for,
// the usual translations of words (corpus/equivalents.toml).
#pragma once

#include <string>
#include <vector>

#include "corpus/codebook.h"
#include "corpus/equivalents.h"
#include "index/query.h"

namespace sahafa {

struct Expansion {
  Query query;
  std::vector<std::string> added;  ///< "CNSS: الصندوق الوطني للضمان الاجتماعي", for whoever cites the query
};

/// Words outside of quotation marks that make a name of the table, alone or side by side in one AND, are looked for in
/// all its spellings; the words as asked for still count as well. concept:x becomes every name that codebook and table
/// give the actor, but for the ambiguous ones. O(entries that are not bundled) besides the query.
Expansion expand_names(const Query& query, const Codebook& codebook = Codebook::bundled(),
                       const Equivalents& equivalents = Equivalents::bundled());

/// Likewise with the words of the table.
Expansion translate_words(const Query& query, const Equivalents& equivalents = Equivalents::bundled());

}  // namespace sahafa
