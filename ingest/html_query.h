// Asking a page for the parts that a known layout names by class, and for text with its paragraphs. For the exports
// of press databases, whose layout is known; pages of any site are for html_body.h. All functions may be called from
// several threads.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/html_document.h"

namespace sahafa {

/// True if one of the classes of `node` begins with `prefix` (lower-case ASCII), whatever its case in the page.
bool has_class(const HtmlPage& page, std::uint32_t node, std::string_view prefix);

/// The first node at or behind `from` that has such a class; nullopt if there is none. O(nodes).
std::optional<std::uint32_t> find_class(const HtmlPage& page, std::string_view prefix,
                                        std::uint32_t from = 0);

/// The text of the first node with such a class, white space collapsed; empty if there is none.
std::string text_of_class(const HtmlPage& page, std::string_view prefix);

/// The text of the nodes [begin, end), a block element a line: white space collapsed, one <br> a blank, two a new
/// line, no empty lines. Scripts, furniture (aside, figure, nav, ...) and nodes for which `skip` is true are left out.
std::string lines_of(const HtmlPage& page, std::uint32_t begin, std::uint32_t end,
                     const std::function<bool(std::uint32_t)>& skip = {});

}  // namespace sahafa
