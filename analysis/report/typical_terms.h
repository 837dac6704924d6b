// The term lists of the report: what each outlet says more often than the other outlets of its language, with
// the sentences.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "analysis/analysis.h"
#include "analysis/grouping.h"
#include "analysis/report/concordance.h"

namespace sahafa {

struct TermList {
  std::string outlet;
  Table table;  ///< term, target, reference, g2, log_ratio, q: as keyness prints them, the most typical first
  std::map<std::string, Concordance, std::less<>> lines;  ///< by term
};

struct TermListOptions {
  std::size_t most_terms = 20;
  std::size_t most_lines = 20;  ///< of each term
};

/// A list for each of `groups` (outlets of one language, made from `selection`) that has texts of its own to
/// be compared with. Same figures as `keyness --target outlet:...`, but the terms are counted once for all
/// outlets. Needs the token store. O(tokens + outlets * terms log terms).
std::vector<TermList> find_typical_terms(const Context& context, std::span<const Selected> selection,
                                         std::span<const Group> groups, const TermListOptions& options);

}  // namespace sahafa
