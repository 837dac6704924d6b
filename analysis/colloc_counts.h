// Counting which words stand together: neighbours, and words in a window.
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "analysis/grouping.h"
#include "analysis/statistics/association.h"
#include "analysis/term_source.h"

namespace sahafa {

/// How often each word stands in a group, by id, and all of them together.
struct WordTotals {
  std::vector<double> by_term;
  double words = 0.0;
};

WordTotals count_words(const TermSource& source, const Group& group);

/// A word with what it has in common with the node, or with its left neighbour.
struct Collocate {
  std::uint32_t first = 0;
  std::uint32_t term = 0;
  WordPair pair;
};

/// The words within `window` words of `node` on either side. O(words of the group).
std::vector<Collocate> count_window(const TermSource& source, const Group& group, const WordTotals& totals,
                                    std::uint32_t node, std::size_t window);

/// All pairs of neighbours. O(words of the group).
std::vector<Collocate> count_neighbours(const TermSource& source, const Group& group,
                                        const WordTotals& totals);

/// Pairs of the given words within `window` words of each other, each unordered pair of positions once. `index_of` gives the
/// position of a word id in the matrix, or kNoNode. Row-major and symmetric; a pair of the same word is on the diagonal.
struct CooccurrenceMatrix {
  std::size_t nodes = 0;
  std::vector<double> counts;

  double at(std::size_t a, std::size_t b) const { return counts[a * nodes + b]; }
};

inline constexpr std::uint32_t kNoNode = 0xFFFFFFFF;

CooccurrenceMatrix count_cooccurrences(const TermSource& source, const Group& group,
                                       const std::vector<std::uint32_t>& index_of, std::size_t nodes,
                                       std::size_t window);

/// The pairs of one article, by its words: the inner loop of the above. Adds to the upper triangle.
void add_cooccurrences(std::span<const std::uint32_t> words, const std::vector<std::uint32_t>& index_of,
                       std::size_t nodes, std::size_t window, std::vector<std::uint32_t>& counts);

}  // namespace sahafa
