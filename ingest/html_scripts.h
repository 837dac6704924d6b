// What a page holds for browsers alone: scripts, style sheets, drawings, comments, pictures inside of attributes. They are half of the bytes of
// a news page, and the parser reads them letter by letter, so they are cut out before it.
#pragma once

#include <string>
#include <string_view>

namespace sahafa {

/// `html` without comments and without the contents of its script, style, svg and noscript elements; JSON-LD scripts stay as they
/// are. Values of attributes of 64 KiB and more become empty, and a tag loses what stands behind its first few hundred
/// attributes: the parser compares each one with all before it. Where an element is not closed, the rest of the page is left
/// for the parser to judge. O(n).
std::string without_scripts(std::string_view html);

}  // namespace sahafa
