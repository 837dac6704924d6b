#include "ingest/lines.h"

#include <algorithm>

#include "ingest/fields.h"

namespace sahafa {

std::vector<Span> split_lines(std::string_view text) {
  std::vector<Span> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
    lines.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    begin = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
  }
  return lines;
}

Span trim_span(std::string_view text, Span span) {
  const std::string_view trimmed = trim(slice(text, span));
  if (trimmed.empty()) return {span.begin, span.begin};
  const auto begin = static_cast<std::uint32_t>(trimmed.data() - text.data());
  return {begin, begin + static_cast<std::uint32_t>(trimmed.size())};
}

std::vector<Span> cut_records(std::string_view text, const std::vector<std::size_t>& begins) {
  std::vector<Span> records;
  for (std::size_t i = 0; i < begins.size(); ++i) {
    const std::size_t end = i + 1 < begins.size() ? begins[i + 1] : text.size();
    records.push_back(
        trim_span(text, {static_cast<std::uint32_t>(begins[i]), static_cast<std::uint32_t>(end)}));
  }
  return records;
}

std::string join_wrapped(std::string_view text) {
  text = trim(text);
  const std::vector<Span> lines = split_lines(text);
  const auto is_blank = [text](Span line) { return trim(slice(text, line)).empty(); };
  const bool wrapped = std::ranges::any_of(lines, is_blank);
  std::string joined;
  bool begins = true;
  for (const Span line : lines) {
    if (is_blank(line)) {
      begins = true;
      continue;
    }
    if (!joined.empty()) joined += wrapped && !begins ? ' ' : '\n';
    joined += trim(slice(text, line));
    begins = false;
  }
  return joined;
}

}  // namespace sahafa
