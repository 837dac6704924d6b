// Where a query is fulfilled: in one article that was read, or in all articles at once by the places that the index has.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "index/query_plan.h"

namespace sahafa {

/// Half-open range of positions (word_places.h). In places of many articles the number of the article stands above the position, so that nothing
/// is near anything of another article.
struct Extent {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  friend auto operator<=>(const Extent&, const Extent&) = default;
};

inline constexpr unsigned kPositionBits = 32;

inline std::uint64_t place_in(std::uint32_t article, std::uint32_t position) {
  return std::uint64_t{article} << kPositionBits | position;
}
inline std::uint32_t article_of(std::uint64_t place) {
  return static_cast<std::uint32_t>(place >> kPositionBits);
}

using Extents = std::vector<Extent>;

/// Whether words that are sought in titles count in texts, too.
enum class TitleWords : std::uint8_t { in_titles, anywhere };

/// Where the words of a plan stand, in an article or in many.
struct Places {
  std::vector<Extents> words;            ///< by number in QueryPlan::words; ascending, without doubles
  std::vector<std::uint64_t> sentences;  ///< first position of each sentence, ascending
};

/// The pairs that NEAR or ADJ, or a phrase, makes of places of what is left of it and of what is right: the closest ones, with no other occurrence of either
/// side between them. All ascending. O(places), and sorting where places overlap.
Extents join_close(const PlanNode& node, const Extents& before, const Extents& next);

/// The sentences that have a place of both, one extent each, from the first place to the last. `begins`: where sentences begin. O(places + sentences).
Extents join_sentence(const Extents& before, const Extents& next, const std::vector<std::uint64_t>& begins);

/// Drops of the extents from `first` on those that lie in another one: the word inside a name that is another way to find the same. O(n log n).
void drop_inner(Extents& extents, std::size_t first);

/// Ascending, each once.
void sort_unique(Extents& extents);

/// Whether the article fulfils a filter or listed node, which its words do not tell.
using FilterTest = std::function<bool(const PlanNode&)>;

/// True when the article fulfils `node`.
bool fulfils(const PlanNode& node, const Places& places, const FilterTest& filter);

/// Where an article that fulfils `node` does so: one extent for each word, phrase or group of near words that makes it so; in order, each once. Of alternatives a place inside
/// another one is no hit of its own. What is negated has no place.
Extents find_hits(const PlanNode& node, const Places& places, const FilterTest& filter);

}  // namespace sahafa
