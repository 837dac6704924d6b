// The lines in which terms stand, for the term lists of the report.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "analysis/report/excerpt.h"
#include "corpus/catalogue.h"
#include "text/analyze.h"

namespace sahafa {

struct ConcordanceLine {
  ArticleId article;
  Excerpt excerpt;
};

struct Concordance {
  std::int64_t occurrences = 0;        ///< all of them
  std::vector<ConcordanceLine> lines;  ///< the first ones, in the order of the articles
};

/// For each of `terms` (folded forms of single tokens) its occurrences in `articles`, with at most
/// `most_lines` lines. O(text).
std::map<std::string, Concordance, std::less<>> find_lines(const Catalogue& catalogue,
                                                           std::span<const ArticleId> articles,
                                                           std::span<const std::string> terms,
                                                           std::size_t most_lines, Analyzer& analyzer);

}  // namespace sahafa
