// Finding the elements of a page that a selector means (corpus/page_profile.h).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/page_profile.h"
#include "ingest/html_document.h"

namespace sahafa {

/// The elements, in the order of the page; none that stands inside another one of them. O(nodes * steps).
std::vector<std::uint32_t> select_nodes(const HtmlPage& page, const Selector& selector);

/// What an element says: the attribute that the selector asks for, else its text.
std::string selected_value(const HtmlPage& page, std::uint32_t node, const Selector& selector);

}  // namespace sahafa
