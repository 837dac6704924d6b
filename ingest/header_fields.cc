#include "ingest/header_fields.h"

#include <algorithm>

#include "text/utf8.h"

namespace sahafa {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

std::string_view trim_bytes(std::string_view bytes) {
  constexpr std::string_view kSpace = " \t\r\n\f\v";
  const std::size_t begin = bytes.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return bytes.substr(begin, bytes.find_last_not_of(kSpace) + 1 - begin);
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, lower, lower);
}

void HeaderFields::add_line(std::string_view bytes) {
  const std::string repaired =
      repair_utf8(bytes).text;  // headers come as bytes; what follows works on characters
  const std::string_view line = repaired;
  if (!line.empty() && (line.front() == ' ' || line.front() == '\t')) {
    if (!fields_.empty()) fields_.back().second.append(" ").append(trim_bytes(line));
    return;
  }
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return;
  fields_.emplace_back(trim_bytes(line.substr(0, colon)), trim_bytes(line.substr(colon + 1)));
}

std::string_view HeaderFields::value(std::string_view name) const {
  for (const auto& [known, value] : fields_)
    if (equal_ignoring_case(known, name)) return value;
  return {};
}

HeaderFields take_header(std::string_view& message) {
  HeaderFields header;
  while (!message.empty()) {
    const std::size_t end = std::min(message.find('\n'), message.size());
    std::string_view line = message.substr(0, end);
    message.remove_prefix(std::min(end + 1, message.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) break;
    header.add_line(line);
  }
  return header;
}

std::string media_type(std::string_view value) {
  std::string type(trim_bytes(value.substr(0, value.find(';'))));
  std::ranges::transform(type, type.begin(), lower);
  return type;
}

std::string parameter(std::string_view value, std::string_view name) {
  std::size_t at = value.find(';');
  while (at != std::string_view::npos) {
    value.remove_prefix(at + 1);
    const std::size_t equals = value.find('=');
    if (equals == std::string_view::npos) break;
    const std::string_view found = trim_bytes(value.substr(0, equals));
    value.remove_prefix(equals + 1);
    value = trim_bytes(value);
    const bool quoted = value.starts_with('"');
    if (quoted) value.remove_prefix(1);
    const std::size_t end = std::min(value.find(quoted ? '"' : ';'), value.size());
    if (equal_ignoring_case(found, name)) return std::string(trim_bytes(value.substr(0, end)));
    at = value.find(';', end);
  }
  return {};
}

}  // namespace sahafa
