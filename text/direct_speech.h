// Direct speech: what stands in quotation marks, and the turns of a dialogue that a dash opens.
//
// All pairs of marks, marks that are never closed, quotations that run over several paragraphs; a dash at the beginning of a paragraph,
// and inside one where a text sets its dialogues so. What a dash opens ends where the narrator goes on; the interpolated "dit-il" is cut
// out; a story told over paragraphs that each open the marks anew is a story. Measured on French novels (tests/bench/direct_speech.py).
#pragma once

#include <string_view>
#include <vector>

#include "text/span.h"

namespace sahafa {

/// The stretches that are said, in order and without overlap, marks included. `text` is valid UTF-8, French or Arabic. O(n).
std::vector<Span> find_direct_speech(std::string_view text);

}  // namespace sahafa
