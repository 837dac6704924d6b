// `freq`: how often each term stands in each group.
//
// Columns: group, term, count, per_million (1e6 count / all counted tokens of the group), articles (with the
// term), dispersion (DPnorm over the articles of the group, 0 evenly spread to 1 in one article;
// statistics/dispersion.h; missing where all tokens are in one article). Example: 10 occurrences in a group
// of 200,000 tokens are 50 per million. Groups never mix languages (grouping.h): rates of French and Arabic
// cannot be compared.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/analysis.h"
#include "analysis/grouping.h"
#include "analysis/term_counts.h"

namespace sahafa {

struct TermFrequency {
  std::uint32_t term = 0;
  double count = 0.0;       ///< weighted by how copies count
  double articles = 0.0;    ///< likewise
  double dispersion = 0.0;  ///< DPnorm; NaN where all tokens are in one article
};

struct GroupFrequencies {
  double tokens = 0.0;
  std::vector<TermFrequency> terms;  ///< those that occur, the commonest first, then in byte order
};

/// O(cells of the group + terms).
GroupFrequencies count_frequencies(const TermCounts& counts, const Group& group);

extern const Analysis kFrequency;

}  // namespace sahafa
