// Where two texts say the same: runs of equal words, however they are accented, vocalised or punctuated.
#pragma once

#include <string_view>
#include <vector>

#include "text/span.h"

namespace sahafa::tools {

struct SharedText {
  Span here;
  Span there;
  friend bool operator==(const SharedText&, const SharedText&) = default;
};

/// Words that a run has at least: shorter ones are set phrases and names.
inline constexpr std::size_t kFewestSharedWords = 7;

/// Runs of `here` that also stand in `there`, the longest at each place, in order and without overlap in `here`.
/// O(words of both) for texts that do not repeat themselves.
std::vector<SharedText> find_shared_text(std::string_view here, std::string_view there);

}  // namespace sahafa::tools
