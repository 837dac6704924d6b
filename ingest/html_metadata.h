// Title, authors, date, outlet, address and genre of a page, each from the best place that has it, with that
// place noted as its origin: "json-ld", "meta", "microdata", "heading", "byline", "link", "time", "visible", "url",
// "title", "logo", "copyright".
#pragma once

#include <string>
#include <vector>

#include "corpus/article.h"
#include "corpus/outlet.h"
#include "ingest/html_blocks.h"
#include "ingest/html_statements.h"

namespace sahafa {

struct HtmlMetadata {
  Article article;  ///< everything but the text
  std::string
      description;  ///< what the page says in its head that it is about: often the beginning of the standfirst
  std::string titles;     ///< all that the page calls its article, a line each
  std::string json_body;  ///< articleBody of the JSON-LD, or empty
};

/// Chooses among what a page says of itself; fields that it does not have are empty. O(n).
HtmlMetadata read_metadata(const PageStatements& found, const std::vector<HtmlBlock>& blocks,
                           const OutletRegistry& registry);

}  // namespace sahafa
