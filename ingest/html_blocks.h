// The blocks of a page: runs of text between block elements (paragraphs, headings, list items, cells), each
// with what tells prose from furniture: length, share of links, sentence marks, and what the class names
// around it promise.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/html_document.h"
#include "ingest/html_names.h"

namespace sahafa {

struct HtmlBlock {
  std::string text;  ///< white space collapsed; line feeds where the page has <br>
  std::string folded =
      {};                  ///< fold(text) where the text is short enough to be a heading or a cue, else empty
  std::uint32_t node = 0;  ///< the innermost block element around it
  std::uint32_t position = 0;  ///< the node with which its text begins; grows from block to block
  std::uint32_t letters = 0;   ///< characters
  std::uint32_t linked = 0;    ///< characters inside links
  std::uint32_t marks = 0;     ///< commas and sentence ends, of both scripts
  bool ends_sentence = false;  ///< the last character ends a sentence or closes a quotation
  bool heading = false;
  bool main_heading = false;  ///< h1
  bool furniture = false;     ///< inside navigation, share boxes, comments, captions, lists of teasers, ...
  bool confirmed = false;     ///< the data of the page give it as text of the article
  bool comments = false;      ///< the names around it say that readers wrote it
  bool standfirst = false;    ///< the names around it say that it is one, or a teaser

  /// Looks like running text: enough of it, with sentence marks, mostly not linked.
  bool is_prose() const;
};

/// All blocks of the page with text, in order; hidden elements left out. `names` is names_of_nodes(page). O(nodes).
std::vector<HtmlBlock> make_blocks(const HtmlPage& page, std::span<const std::uint16_t> names);
std::vector<HtmlBlock> make_blocks(const HtmlPage& page);

/// The blocks as they are cut, with nothing called furniture for the names around it or for being a teaser.
std::vector<HtmlBlock> cut_blocks(const HtmlPage& page, std::span<const std::uint16_t> names);

/// Notes which blocks stand in `article_body`, the text that the data of the page give: they are no furniture, whatever
/// the names around them say.
void confirm_blocks(std::vector<HtmlBlock>& blocks, std::string_view article_body);

}  // namespace sahafa
