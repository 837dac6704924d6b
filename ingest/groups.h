// Groups of texts that are joined pair by pair, the most alike first, with a guard against chaining.
#pragma once

#include <cstdint>
#include <vector>

#include "ingest/candidates.h"
#include "ingest/reuse_rules.h"

namespace sahafa {

/// A pair that was compared: an edge where it joins, else a witness that two groups agree.
struct JudgedPair {
  TextPair texts;
  float resemblance = 0;
  bool joins = false;
};

/// The group of each of `texts` texts, named by its lowest number. `pairs` are sorted by texts. Two groups join
/// along an edge only if most pairs of a sample of their members (the eight lowest numbers of each) are among
/// `pairs`, since a text that quotes two stories is like both, and they are not like each other. The result is
/// a function of the pairs alone.
std::vector<std::uint32_t> join_groups(std::size_t texts, const std::vector<JudgedPair>& pairs,
                                       const ReuseRules& rules);

}  // namespace sahafa
