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

}  // namespace sahafa
