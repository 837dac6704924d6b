// The values of a JSON text with their places, found by counting brackets: a truncated download gives all its whole values, and
// each record knows its bytes. Whether a value is good JSON is for the parser to say.
#pragma once

#include <string_view>
#include <vector>

#include "text/span.h"

namespace sahafa {

/// One value, or one member of an object.
struct JsonPlace {
  std::string_view key;  ///< of a member, as written between its quotes; empty otherwise
  Span value;
};

/// The elements of the array, or the members of the object, that stands at `place`; what a text that breaks off leaves incomplete is the
/// last one. O(n).
std::vector<JsonPlace> list_members(std::string_view text, Span place);

/// The values that follow each other in `text`, with or without white space between them (concatenated JSON). O(n).
std::vector<JsonPlace> list_values(std::string_view text);

/// Behind the value that begins at `at`, which is in `text`; behind at least one byte. O(n).
std::size_t end_of_json_value(std::string_view text, std::size_t at);

}  // namespace sahafa
