// What the elements of a page say about its article, as they say it: meta elements, JSON-LD, microdata, headings,
// bylines, times. Which of them is right is for html_metadata.h.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ingest/html_document.h"
#include "ingest/html_names.h"

namespace sahafa {

/// A value and the node that has it.
struct NodeText {
  std::string text;
  std::uint32_t node = 0;
};

/// A date that an element shows.
struct NodeDate {
  std::string date;
  std::uint32_t node = 0;
  bool published = false;  ///< the element says that it is the day of publication
  bool modified = false;   ///< or that it is that of a change
};

struct PageStatements {
  std::unordered_map<std::string, std::string>
      meta;                            ///< by name, property or itemprop, folded; the first of each
  std::vector<std::string> scripts;    ///< JSON-LD
  std::string title;                   ///< <title>
  std::string canonical;               ///< link rel=canonical
  std::vector<NodeText> headings;      ///< h1
  std::vector<NodeDate> times;         ///< time elements, and elements whose names say date; none of comments
  std::vector<NodeText> authors;       ///< rel=author, itemprop=author
  std::vector<NodeText> bylines;       ///< short elements whose names say author or byline
  std::vector<NodeText> author_links;  ///< links to the page of an author
  std::vector<std::string> logos;      ///< what pictures that are logos are called
  std::string microdata_title;
  std::string microdata_date;  ///< itemprop=datePublished, time pubdate, class=published
  std::string microdata_publisher;

  /// The first of these meta elements that the page has, or an empty string.
  std::string first_meta(std::initializer_list<std::string_view> names) const;
};

/// Collects in one pass. `names` is names_of_nodes(page). O(nodes).
PageStatements collect_statements(const HtmlPage& page, std::span<const std::uint16_t> names);

}  // namespace sahafa
