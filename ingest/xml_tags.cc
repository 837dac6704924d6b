#include "ingest/xml_tags.h"

#include <algorithm>

namespace sahafa {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::size_t kLongestTag = std::size_t{1} << 16;

bool is_name_end(char c) { return std::string_view(" \t\r\n=<>\"'/").find(c) != std::string_view::npos; }

std::size_t skip(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(kBlanks, at), text.size());
}

std::size_t name_end(std::string_view text, std::size_t at) {
  while (at < text.size() && !is_name_end(text[at])) ++at;
  return at;
}

// Behind a quote: does what follows belong to the tag, not to the value?
bool ends_value(std::string_view text, std::size_t behind) {
  const std::size_t at = skip(text, behind);
  if (at == text.size() || text[at] == '>' || text.substr(at).starts_with("/>")) return true;
  const std::size_t name = name_end(text, at);
  const std::size_t equals = skip(text, name);
  return name > at && at > behind && equals < text.size() && text[equals] == '=';
}

bool begins_entity(std::string_view text) {
  const std::size_t end = text.substr(0, 12).find(';');
  return end != std::string_view::npos && end > 1 &&
         text.substr(1, end - 1).find_first_of(" &<\"") == std::string_view::npos;
}

std::string escaped_value(std::string_view value) {
  std::string out;
  for (std::size_t at = 0; at < value.size(); ++at) {
    const char c = value[at];
    const std::size_t close = c == '<' ? value.find_first_of("<>", at + 1) : std::string_view::npos;
    const bool tag =
        close != std::string_view::npos && value[close] == '>' && close > at + 1 && value[at + 1] != ' ';
    if (tag) {
      at = close;
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '"') {
      out += "&quot;";
    } else if (c == '&' && !begins_entity(value.substr(at))) {
      out += "&amp;";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

RepairedTag repair_start_tag(std::string_view text, std::size_t begin) {
  text = text.substr(0, std::min(text.size(), begin + kLongestTag));
  RepairedTag repaired;
  std::size_t at = name_end(text, begin + 1);
  repaired.tag = std::string(text.substr(begin, at - begin));
  for (;;) {
    at = skip(text, at);
    if (at == text.size()) break;
    if (text[at] == '>') {
      repaired.tag += '>';
      repaired.end = at + 1;
      return repaired;
    }
    repaired.is_empty = text[at] == '/';
    const std::size_t name = name_end(text, at);
    std::size_t value = skip(text, name);
    if (name == at || value == text.size() ||
        text[value] != '=') {  // a stray character or a name without value
      at = std::max(name, at + 1);
      continue;
    }
    value = skip(text, value + 1);
    if (value == text.size() || (text[value] != '"' && text[value] != '\'')) {
      at = value;
      continue;
    }
    std::size_t end = text.find(text[value], value + 1);
    while (end != std::string_view::npos && !ends_value(text, end + 1)) end = text.find(text[value], end + 1);
    if (end == std::string_view::npos) break;
    repaired.tag.append(" ").append(text.substr(at, name - at)).append("=\"");
    repaired.tag.append(escaped_value(text.substr(value + 1, end - value - 1))).append("\"");
    at = end + 1;
  }
  repaired.end = std::string_view::npos;
  return repaired;
}

std::size_t find_start_tag(std::string_view text, std::string_view name, std::size_t from) {
  const std::string start = "<" + std::string(name);
  for (std::size_t at = text.find(start, from); at != std::string_view::npos; at = text.find(start, at + 1)) {
    const std::size_t end = at + start.size();
    if (end < text.size() && is_name_end(text[end])) return at;
  }
  return std::string_view::npos;
}

}  // namespace sahafa
