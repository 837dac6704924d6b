// The running text of an XML document, paragraphs as lines. Word and OpenDocument differ only in the names of
// their elements.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sahafa {

enum class XmlRole : std::uint8_t {
  none,
  paragraph,       ///< a line; an empty one separates
  text,            ///< the text in it counts; text elsewhere is layout
  text_paragraph,  ///< both
  space,           ///< stands for a blank
  line_break,      ///< stands for a line end
  skipped,         ///< is not read, with everything in it
};

/// What an element means, by its local name.
using XmlRoles = std::function<XmlRole(std::string_view name)>;

/// The text of `xml`; of a damaged document the part that can be read. Entities that the document defines are
/// not expanded and nothing is loaded. Linear time.
std::string xml_text(std::string_view xml, const XmlRoles& roles);

/// One element of a small document: local name, attributes by local name, text directly in it.
struct XmlElement {
  std::string name;
  std::vector<std::pair<std::string, std::string>> attributes;
  std::string text;

  std::string_view attribute(std::string_view attribute_name) const;
};

/// All elements in document order.
std::vector<XmlElement> xml_elements(std::string_view xml);

}  // namespace sahafa
