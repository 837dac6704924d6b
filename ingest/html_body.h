// The text of the article on a page, by a way of our own:
//
// 1. Blocks (html_blocks.h) are prose, headings or clutter; what class names call furniture is clutter
// whatever it says.
// 2. The element whose own paragraphs hold most prose is the seed. It grows to its parent as long as that
// adds more prose than
//    clutter: articles that are cut into sections are put together, sidebars stay outside.
// 3. Blocks between the main heading and the container are the standfirst if they read like one.
// 4. Inside, what is left of furniture is dropped line by line: read-also lines, mostly linked lines, repeats
// of the title, datelines of
//    the site, captions; headings without text below them; short lines at the end.
#pragma once

#include <string>
#include <string_view>

#include "ingest/html_blocks.h"
#include "ingest/html_document.h"

namespace sahafa {

/// The article's paragraphs, one a line; empty if there is no running text. `title` is the headline, which is
/// no part of it. O(n).
std::string extract_body(const HtmlPage& page, const std::vector<HtmlBlock>& blocks, std::string_view title);

}  // namespace sahafa
