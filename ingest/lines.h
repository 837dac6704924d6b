// The lines of a text with their places.
#pragma once

#include <string_view>
#include <vector>

#include "text/span.h"

namespace sahafa {

/// The lines of `text` in order, without their ends (LF, CRLF or CR), empty ones included. O(n).
std::vector<Span> split_lines(std::string_view text);

/// `span` without white space at its ends; empty at its beginning if there is nothing else.
Span trim_span(std::string_view text, Span span);

}  // namespace sahafa
