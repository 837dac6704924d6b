// Candidates: pairs of texts that share enough grams to be worth comparing, and the grams that say nothing.
//
// The space of hashes is cut into eight bands, and each band is joined by itself: its postings (gram, text) are
// sorted, the pairs of every gram counted, and a pair that shares two grams in any band is a candidate. Bands
// are what a larger job hands to its machines; their number is part of the rule, so that the result does not
// depend on who does how many. What a band needs is in memory while it is joined.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "ingest/reuse_rules.h"
#include "ingest/sketch_store.h"

namespace sahafa {

/// Two texts by number, a < b.
struct TextPair {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  friend auto operator<=>(TextPair, TextPair) = default;
};

struct Candidates {
  std::vector<std::uint64_t> common;  ///< hashes of the grams that too many texts have; sorted
  std::vector<TextPair> pairs;        ///< sorted, each once
};

/// `number_of` gives the number of the text of each sketch; the numbers are 0 to size - 1 in the canonical order,
/// at most 2^23.
Candidates find_candidates(const SketchStore& sketches, std::span<const std::uint32_t> number_of,
                           const ReuseRules& rules, std::size_t jobs);

}  // namespace sahafa
