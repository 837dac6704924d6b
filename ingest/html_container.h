// The element of a page that holds its article: step 2 of html_body.h, which is for everybody else.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "ingest/html_blocks.h"
#include "ingest/html_document.h"

namespace sahafa {

struct BodyContainer {
  std::size_t begin = 0;  ///< its blocks
  std::size_t end = 0;
  bool comments =
      false;  ///< its text stands in an element that is called so, as in the commentary of a match
};

/// nullopt on a page without running text. `title` is folded. O(nodes + blocks).
std::optional<BodyContainer> find_container(const HtmlPage& page, const std::vector<HtmlBlock>& blocks,
                                            std::string_view title);

/// True for an item of a list, or a cell of a table, without links: navigation has links.
bool is_listed(const HtmlPage& page, const HtmlBlock& block);

/// True if the block is the headline and nothing else. `title` is folded.
bool is_headline(const HtmlBlock& block, std::string_view title);

}  // namespace sahafa
