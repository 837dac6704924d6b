// Header fields as HTTP, MIME and WARC write them: "Name: value" lines up to an empty one.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sahafa {

class HeaderFields {
 public:
  /// Adds one line of any bytes (what is not UTF-8 becomes U+FFFD); one that begins with white space goes on with the value
  /// before it.
  void add_line(std::string_view bytes);
  /// The value of the first field of this name (compared without case), trimmed, or empty.
  std::string_view value(std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

/// Takes the header off the front of `message`, with its empty line.
HeaderFields take_header(std::string_view& message);

/// "text/html" of "Text/HTML; charset=utf-8": lower case, without parameters.
std::string media_type(std::string_view value);

/// A parameter of such a value, without quotes, or empty.
std::string parameter(std::string_view value, std::string_view name);

/// Without the ASCII white space at its ends. Takes any bytes, which trim (fields.h) must not be given.
std::string_view trim_bytes(std::string_view bytes);

/// ASCII letters compared without case.
bool equal_ignoring_case(std::string_view a, std::string_view b);

}  // namespace sahafa
