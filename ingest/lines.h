// The lines of a text with their places.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace sahafa {

/// The lines of `text` in order, without their ends (LF, CRLF or CR), empty ones included. O(n).
std::vector<Span> split_lines(std::string_view text);

/// `span` without white space at its ends; empty at its beginning if there is nothing else.
Span trim_span(std::string_view text, Span span);

/// Takes an export apart at `begins` (sorted): each record reaches to the next, the last to the end, ends trimmed.
std::vector<Span> cut_records(std::string_view text, const std::vector<std::size_t>& begins);

/// Paragraphs as lines: where blank lines stand between paragraphs, the lines of each are joined, because exports
/// wrap them at some column; without blank lines every line is a paragraph. Lines are trimmed. O(n).
std::string join_wrapped(std::string_view text);

}  // namespace sahafa
