// An HTML page as a flat list of nodes in document order. libxml2 parses (no network, no entities, its depth
// limit of 256); what is made of it is a list, so that everything after walks loops, never recursion,
// whatever the page nests.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct _xmlAttr;  // NOLINT(bugprone-reserved-identifier)
struct _xmlDoc;   // NOLINT(bugprone-reserved-identifier): libxml2's own names
struct _xmlNode;  // NOLINT(bugprone-reserved-identifier)

namespace sahafa {

enum class HtmlTag : std::uint8_t {
  text,
  inline_element,  ///< a part of running text: span, b, em, ...
  link,
  line_break,
  paragraph,
  heading1,
  heading,  ///< h2 to h6
  list_item,
  quote,
  block,  ///< div, section, td and whatever is not known
  article,
  table_part,
  furniture,  ///< nav, aside, footer, form controls, figures: never the text of an article
  hidden,     ///< script, style, template, comments
  title,
  time,
  body,
};

struct HtmlNode {
  HtmlTag tag;
  std::uint32_t parent;   ///< the root is its own parent
  std::uint32_t end;      ///< behind the last node below this one
  std::string_view text;  ///< of text nodes, as in the page
  const _xmlNode* element;
};

/// A parsed page. Immutable; views point into it. Parsing never fails: what is no HTML gives few nodes.
class HtmlPage {
 public:
  /// `html` is valid UTF-8; what it declares about its charset is not looked at. O(n).
  explicit HtmlPage(std::string_view html);

  std::span<const HtmlNode> nodes() const { return nodes_; }

  /// The name of an element in lower case ("meta"), empty for text.
  std::string_view name(std::uint32_t node) const;
  bool has_attribute(std::uint32_t node, const char* name) const;
  /// The value of an attribute, empty where there is none.
  std::string_view attribute(std::uint32_t node, const char* name) const;
  /// The text below `node`, white space collapsed, scripts left out.
  std::string text(std::uint32_t node) const;
  /// The text below `node` as it is in the page, e.g. of a script.
  std::string raw_text(std::uint32_t node) const;

 private:
  void flatten(const _xmlNode* root);
  const _xmlAttr* find_attribute(std::uint32_t node, const char* name) const;

  struct Free {
    void operator()(_xmlDoc* document) const;
  };
  std::unique_ptr<_xmlDoc, Free> document_;
  std::vector<HtmlNode> nodes_;
};

/// Appends `text` to `out` with every run of white space as one blank, none at the beginning of `out`.
void append_collapsed(std::string& out, std::string_view text);

}  // namespace sahafa
