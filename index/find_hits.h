// Where in one article a query is fulfilled. Counting, concordance and what Xapian cannot decide by itself (phrases in
// NEAR, sentences, exact forms) ask here; the places of the single words come from the index or from the text.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "index/query_plan.h"

namespace sahafa {

/// Half-open range of positions (word_places.h).
struct Extent {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend auto operator<=>(const Extent&, const Extent&) = default;
};

/// Where the words of a plan stand in one article.
struct ArticlePlaces {
  std::vector<std::vector<Extent>> words;  ///< by number in QueryPlan::words; ascending, without doubles
  std::vector<std::uint32_t> sentences;    ///< first position of each sentence, ascending
};

/// Whether the article fulfils a filter or listed node, which its words do not tell.
using FilterTest = std::function<bool(const PlanNode&)>;

/// True when the article fulfils `node`.
bool fulfils(const PlanNode& node, const ArticlePlaces& places, const FilterTest& filter);

/// Where an article that fulfils `node` does so: one extent for each word, phrase or group of near words that makes it so; in order, each once. Of
/// NEAR and ADJ the closest pairs count: no other occurrence of either side stands between them. Of SENTENCE one a
/// sentence, from the first to the last of its words. Of alternatives a place inside another one is no hit of its own. What is negated has no place.
std::vector<Extent> find_hits(const PlanNode& node, const ArticlePlaces& places, const FilterTest& filter);

}  // namespace sahafa
