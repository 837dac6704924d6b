#include "index/query_phrase.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>
#include <vector>

#include "index/query_error.h"
#include "index/query_words.h"

namespace sahafa {
namespace {

using Kind = QueryNode::Kind;

constexpr std::array<std::string_view, 3> kEither = {"OR", "OU", "/أو/"};

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    if (end > begin) parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

/// The text with a bar for every OR between blanks.
std::string with_bars(std::string_view text) {
  std::string out;
  for (const std::string_view chunk : split(text, ' ')) {
    const bool either = std::ranges::find(kEither, chunk) != kEither.end();
    out.append(either ? std::string_view("|") : chunk).append(" ");
  }
  return out;
}

class PhraseReader {
 public:
  PhraseReader(std::string_view query, std::size_t at, std::string_view field)
      : query_(query), at_(at), field_(field) {}

  /// Words and patterns one after the other, plain when there is no pattern.
  std::optional<QueryNode> read_sequence(std::string_view text) {
    std::vector<QueryNode> parts;
    std::string plain;
    for (const std::string_view chunk : split(text, ' ')) {
      if (chunk.find('*') == std::string_view::npos) {
        plain.append(plain.empty() ? "" : " ").append(chunk);
        continue;
      }
      flush(plain, parts);
      if (chunk == "*") {
        fail_query(query_, at_, "a * alone stands for no word in a phrase",
                   "write beginning ADJ/2 end for one word of any kind between them");
      }
      parts.push_back(make_pattern(query_, at_, field_, chunk));
    }
    flush(plain, parts);
    return side_by_side(std::move(parts));
  }

  std::optional<QueryNode> read_alternatives(std::string_view text) {
    QueryNode any{.kind = Kind::any_of};
    for (const std::string_view part : split(text, '|')) {
      if (auto one = read_sequence(part)) any.children.push_back(*std::move(one));
    }
    if (any.children.empty()) return std::nullopt;
    return any.children.size() == 1 ? std::move(any.children.front()) : std::move(any);
  }

  static std::optional<QueryNode> side_by_side(std::vector<QueryNode> parts) {
    if (parts.empty()) return std::nullopt;
    if (parts.size() == 1) return std::move(parts.front());
    return QueryNode{.kind = Kind::ordered, .children = std::move(parts), .distance = 1};
  }

 private:
  void flush(std::string& plain, std::vector<QueryNode>& parts) const {
    std::string phrase = trim_phrase(std::exchange(plain, {}));
    if (!phrase.empty()) {
      parts.push_back({.kind = Kind::phrase, .field = std::string(field_), .text = std::move(phrase)});
    }
  }

  std::string_view query_;
  std::size_t at_;
  std::string_view field_;
};

struct Group {
  std::size_t begin;
  std::size_t end;  ///< behind the closing parenthesis
};

/// The next parenthesis that holds alternatives; a remark in parentheses is plain text.
std::optional<Group> find_group(std::string_view text, std::size_t from) {
  for (std::size_t begin = text.find('(', from); begin != std::string_view::npos;
       begin = text.find('(', begin + 1)) {
    const std::size_t end = text.find_first_of("()", begin + 1);
    if (end == std::string_view::npos || text[end] == '(') continue;
    if (with_bars(text.substr(begin + 1, end - begin - 1)).find('|') != std::string::npos)
      return Group{begin, end + 1};
  }
  return std::nullopt;
}

void append(std::vector<QueryNode>& parts, std::optional<QueryNode> part) {
  if (!part) return;
  if (part->kind == Kind::ordered) {
    std::ranges::move(part->children, std::back_inserter(parts));
  } else {
    parts.push_back(*std::move(part));
  }
}

}  // namespace

std::optional<QueryNode> read_phrase(std::string_view query, std::size_t at, std::string_view field,
                                     const std::string& quoted) {
  PhraseReader reader(query, at, field);
  const std::string_view text = quoted;
  std::vector<QueryNode> parts;
  std::size_t from = 0;
  for (auto group = find_group(text, from); group; group = find_group(text, from)) {
    append(parts, reader.read_sequence(text.substr(from, group->begin - from)));
    append(parts,
           reader.read_alternatives(with_bars(text.substr(group->begin + 1, group->end - group->begin - 2))));
    from = group->end;
  }
  append(parts, reader.read_sequence(text.substr(from)));
  return PhraseReader::side_by_side(std::move(parts));
}

}  // namespace sahafa
