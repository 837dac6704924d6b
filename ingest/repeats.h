// Repeats: where a text says again, almost letter by letter, what it said before. A double paste is one, a
// refrain and a quotation that comes back are others; split.h tells which is a second copy.
//
// An eighth of the grams are seeds. A seed that stood before opens a run; the run goes on along its diagonal,
// over edits of at most 70 letters that add or take at most 12, and ends exactly where the letters differ.
// Linear time, whatever the text. May be called from several threads.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace sahafa {

/// Letters [from, from_end) stand again at [at, at_end), from_end <= at; `matched` of them are equal.
struct Repeat {
  std::uint32_t from = 0;
  std::uint32_t from_end = 0;
  std::uint32_t at = 0;
  std::uint32_t at_end = 0;
  std::uint32_t matched = 0;
};

/// Shorter ones are phrases.
inline constexpr std::uint32_t kShortestRepeat = 90;
/// Letters that an edit may add or take.
inline constexpr std::uint32_t kRepeatDrift = 12;

/// Runs of at least kShortestRepeat letters, by `at`; they do not overlap there.
std::vector<Repeat> find_repeats(std::u16string_view letters);

/// Runs that follow each other in the order of their first occurrence, as one repeat each: a second copy of which
/// some passages were rewritten. Where more than `most_gap` letters lie between two runs, on either side, they
/// stay two.
std::vector<Repeat> chain_repeats(const std::vector<Repeat>& runs, std::uint32_t most_gap = UINT32_MAX);

}  // namespace sahafa
