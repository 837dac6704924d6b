// The words of an article with the positions under which the index has them. Positions count words, not marks; a compound
// takes one for each of its parts. The title comes first; kPositionGap positions stay free behind it and between
// paragraphs, so that no phrase crosses.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "index/search_keys.h"
#include "text/analyze.h"

namespace sahafa {

struct PlacedWord {
  const WordKeys* keys = nullptr;  ///< in the SearchKeys that made it
  std::uint32_t position = 0;      ///< of its first part
  std::uint32_t token = 0;         ///< in the analysed text
  bool begins_sentence = false;
};

/// Position of the first word of an article's title, or of its text when the title has none.
inline constexpr std::uint32_t kFirstPosition = 1;

/// The words of `text`, from `position` on, which moves behind them and the gap that follows.
std::vector<PlacedWord> place_words(std::string_view text, const AnalyzedText& analyzed, SearchKeys& keys,
                                    std::uint32_t& position);

}  // namespace sahafa
