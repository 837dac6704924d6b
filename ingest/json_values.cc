#include "ingest/json_values.h"

#include <algorithm>

#include "ingest/lines.h"

namespace sahafa {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

// Behind the string whose opening quote stands at `at`.
std::size_t skip_string(std::string_view text, std::size_t at) {
  for (++at; at < text.size() && text[at] != '"'; ++at)
    if (text[at] == '\\') ++at;
  return std::min(at + 1, text.size());
}

std::size_t skip(std::string_view text, std::size_t at, std::string_view what) {
  return std::min(text.find_first_not_of(what, at), text.size());
}

Span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

}  // namespace

std::size_t end_of_json_value(std::string_view text, std::size_t at) {
  std::size_t depth = 0;
  do {
    const char c = text[at];
    if (c == '"') {
      at = skip_string(text, at);
    } else if (c == '[' || c == '{') {
      ++depth;
      ++at;
    } else if (c == ']' || c == '}') {
      if (depth > 0) --depth;
      ++at;
    } else {
      at = std::min(text.find_first_of(depth > 0 ? "\"[]{}" : "\"[]{}, \t\r\n", at + 1), text.size());
    }
  } while (depth > 0 && at < text.size());
  return at;
}

std::vector<JsonPlace> list_members(std::string_view text, Span place) {
  const std::string_view whole = text.substr(0, place.end);
  const bool object = !place.empty() && whole[place.begin] == '{';
  std::vector<JsonPlace> members;
  for (std::size_t at = skip(whole, place.begin + 1, " \t\r\n,"); at < whole.size();) {
    if (whole[at] == ']' || whole[at] == '}') break;
    std::string_view key;
    if (object && whole[at] == '"') {
      const std::size_t end = skip_string(whole, at);
      key = whole.substr(at + 1, std::max(end, at + 2) - at - 2);
      at = skip(whole, end, " \t\r\n:");
      if (at == whole.size()) break;
    }
    const std::size_t end = end_of_json_value(whole, at);
    members.push_back({key, span_of(at, end)});
    at = skip(whole, end, " \t\r\n,");
  }
  return members;
}

std::vector<JsonPlace> list_values(std::string_view text) {
  std::vector<JsonPlace> values;
  for (std::size_t at = skip(text, 0, kBlanks); at < text.size();) {
    const std::size_t end = end_of_json_value(text, at);
    values.push_back({{}, span_of(at, end)});
    at = skip(text, end, kBlanks);
  }
  return values;
}

}  // namespace sahafa
