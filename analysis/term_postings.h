// The counts of a group term by term: its part of the article x term matrix, transposed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "analysis/grouping.h"
#include "analysis/term_counts.h"

namespace sahafa {

/// Occurrences of a term in one member of a group.
struct Posting {
  std::uint32_t member = 0;  ///< position in Group::members
  std::uint32_t count = 0;   ///< not weighted
};

struct TermPostings {
  std::vector<std::size_t> offsets;  ///< terms + 1
  std::vector<Posting> postings;     ///< by term, then by member

  std::span<const Posting> of(std::uint32_t term) const {
    return std::span(postings).subspan(offsets[term], offsets[term + 1] - offsets[term]);
  }
};

/// O(cells of the group + terms).
TermPostings transpose(const TermCounts& counts, const Group& group);

}  // namespace sahafa
