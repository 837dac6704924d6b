// Where the paragraphs of an analysed text end, in tokens.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "text/analyze.h"

namespace sahafa {

/// For each paragraph that has tokens, the number of tokens up to its end. `text` was made from `stored`. O(sentences): no sentence crosses a
/// line feed, so only what stands between two of them is looked at.
std::vector<std::size_t> find_paragraph_ends(std::string_view stored, const AnalyzedText& text);

}  // namespace sahafa
