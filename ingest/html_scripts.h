// What a page holds for browsers alone: scripts, style sheets, drawings, comments. They are half of the bytes of a news page,
// and the parser reads them letter by letter, so they are cut out before it.
#pragma once

#include <string>
#include <string_view>

namespace sahafa {

/// `html` without comments and without the contents of its script, style, svg and noscript elements; JSON-LD scripts stay as they
/// are. Where one of them is not closed, the rest of the page is left for the parser to judge. O(n).
std::string without_scripts(std::string_view html);

}  // namespace sahafa
