// Start tags of XML as people and macros write them: attributes may hold markup, quotes and bare ampersands, which no parser takes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sahafa {

/// A start tag that was made well-formed.
struct RepairedTag {
  std::string tag;        ///< "<text date=\"2025\">", without the slash of an empty element
  std::size_t end = 0;    ///< behind the tag in the text; npos if it never ends
  bool is_empty = false;  ///< <text/>
};

/// Reads the start tag at `begin` and repairs it: tags in attribute values are removed, their < & and " escaped. A quote ends a value only
/// if an attribute or the end of the tag follows it. O(length of the tag).
RepairedTag repair_start_tag(std::string_view text, std::size_t begin);

/// The next start tag of an element `name` from `from` on, or npos.
std::size_t find_start_tag(std::string_view text, std::string_view name, std::size_t from);

}  // namespace sahafa
