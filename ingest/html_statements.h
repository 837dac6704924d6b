// What the elements of a page say about its article, as they say it: meta elements, JSON-LD, microdata, headings,
// bylines, times. Which of them is right is for html_metadata.h.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ingest/html_document.h"

namespace sahafa {

/// A value and the node that has it.
struct NodeText {
  std::string text;
  std::uint32_t node = 0;
};

struct PageStatements {
  std::unordered_map<std::string, std::string>
      meta;                          ///< by name, property or itemprop, folded; the first of each
  std::vector<std::string> scripts;  ///< JSON-LD
  std::string title;                 ///< <title>
  std::string canonical;             ///< link rel=canonical
  std::vector<NodeText> headings;    ///< h1
  std::vector<NodeText> times;       ///< the date of each time element
  std::vector<std::string> authors;  ///< rel=author, itemprop=author
  std::vector<std::string> bylines;  ///< short elements whose class says author or byline
  std::string microdata_title;
  std::string microdata_date;  ///< itemprop=datePublished, time pubdate, class=published
  std::string microdata_publisher;

  /// The first of these meta elements that the page has, or an empty string.
  std::string first_meta(std::initializer_list<std::string_view> names) const;
};

/// Collects in one pass. O(nodes).
PageStatements collect_statements(const HtmlPage& page);

}  // namespace sahafa
