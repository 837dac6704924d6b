// A piece of text in its sentence: what every number of the report opens.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace sahafa {

/// left + match + right is a sentence (or the sentences that the match touches).
struct Excerpt {
  std::string left;
  std::string match;
  std::string right;
};

/// The words at `match` of `text` with the rest of their sentences; `sentences` as split_sentences gives
/// them. A match outside of every sentence stands alone. O(log sentences + length).
Excerpt make_excerpt(std::string_view text, std::span<const Span> sentences, Span match);

}  // namespace sahafa
