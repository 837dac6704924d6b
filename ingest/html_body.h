// The text of the article on a page, by a way of our own:
//
// 1. Blocks (html_blocks.h) are prose, headings or clutter; what class names call furniture is clutter whatever
//    it says.
// 2. The element whose own paragraphs hold most prose is the seed. It grows to its parent as long as that adds
//    more prose than clutter: articles that are cut into sections are put together, sidebars stay outside.
// 3. Blocks between the main heading and the container are the standfirst if they read like one, or if the head
//    of the page describes the article with the same words.
// 4. Inside, what is left of furniture is dropped line by line: read-also lines, invitations to subscribe, mostly
//    linked lines, repeats of the title, datelines of the site, captions; headings without text below them.
#pragma once

#include <string>
#include <string_view>

#include "ingest/html_blocks.h"
#include "ingest/html_document.h"

namespace sahafa {

/// What the head of a page says about its article.
struct BodyHints {
  std::string_view title;        ///< the headline, which is no part of the text
  std::string_view description;  ///< a block that begins with it is the standfirst, whatever its class says
};

/// The article's paragraphs, one a line; empty if there is no running text. O(n).
std::string extract_body(const HtmlPage& page, const std::vector<HtmlBlock>& blocks, const BodyHints& hints);

}  // namespace sahafa
