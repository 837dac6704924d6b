// How the pages of an outlet are laid out: which elements hold the text of an article, its title, authors and date, and
// which are to be dropped. Written by researchers in the registry of outlets (outlets.toml), read by ingest/html_profile.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sahafa {

/// One element as a selector describes it: "div#main.article-text[lang=fr]". Empty members are not asked for.
struct SelectorStep {
  enum class Match : std::uint8_t { present, equal, begins, contains };
  struct Attribute {
    std::string name;
    std::string value = {};
    Match match = Match::present;
  };
  std::string tag;  ///< lower case
  std::string id;
  std::vector<std::string> classes;
  std::vector<Attribute> attributes;
  bool child = false;  ///< directly below the element of the step before, else anywhere below
};

/// A part of CSS: tags, #ids, .classes, [attributes], "below" (blank) and "directly below" (>); "@name" at the end takes the
/// value of an attribute in place of the text.
struct Selector {
  std::vector<SelectorStep> steps;  ///< one to sixteen; the last one is the element that is meant
  std::string attribute;
};

/// Reads a selector. Throws Error(malformed) that says what is not understood, and what to write; it names no place.
Selector parse_selector(std::string_view written);

/// Every list is tried in order; the first selector that finds something counts. Of `drop` all count.
struct PageProfile {
  std::vector<Selector> body;
  std::vector<Selector> title;
  std::vector<Selector> author;
  std::vector<Selector> date;
  std::vector<Selector> drop;
  std::string place;  ///< where it is written: "outlets.toml:12"; empty: there is no profile

  bool exists() const { return !place.empty(); }
};

}  // namespace sahafa
