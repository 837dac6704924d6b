#include "ingest/json_articles.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "ingest/columns.h"
#include "ingest/json_values.h"
#include "ingest/record.h"

namespace sahafa {
namespace {

using simdjson::dom::element;

constexpr int kDeepestList = 3;  // {"response": {"results": [...]}} and one more

constexpr std::array<std::string_view, 12> kLists{"articles", "items",   "results", "response",
                                                  "data",     "docs",    "hits",    "documents",
                                                  "records",  "stories", "news",    "المقالات"};

// Strings as they are, numbers as written, lists joined by "; ", objects by their name ({"name": "AFP", ...}).
std::string value_of(const element& value) {
  if (value.is_string()) return std::string(value.get_string().value_unsafe());
  if (value.is_int64() || value.is_uint64()) return simdjson::to_string(value);
  std::string joined;
  if (value.is_array()) {
    const simdjson::dom::array items = value.get_array().value_unsafe();
    for (const element item : items) {
      const std::string one = item.is_array() ? std::string() : value_of(item);
      if (!one.empty()) joined += (joined.empty() ? "" : "; ") + one;
    }
  } else if (value.is_object()) {
    const simdjson::dom::object members = value.get_object().value_unsafe();
    for (const auto& [key, member] : members)
      if ((key == "name" || key == "title") && member.is_string()) return value_of(member);
  }
  return joined;
}

bool begins_with(std::string_view text, Span place, char c) {
  return !place.empty() && text[place.begin] == c;
}

// The list of objects at `value` or in it; nullopt for an object that is an article itself or has no such list.
std::optional<Span> find_list(std::string_view text, Span value, const ColumnMap& map, int depth = 0) {
  if (begins_with(text, value, '[')) return value;
  if (!begins_with(text, value, '{') || depth == kDeepestList) return std::nullopt;
  const std::vector<JsonPlace> members = list_members(text, value);
  for (const auto& [key, member] : members) {
    const std::optional<ColumnField> column = find_column(key, map);
    if (column && column->field == Field::text && begins_with(text, member, '"')) return std::nullopt;
  }
  for (const auto& [key, member] : members) {
    if (std::ranges::find(kLists, key) == kLists.end()) continue;
    if (const std::optional<Span> list = find_list(text, member, map, depth + 1)) return list;
  }
  return std::nullopt;
}

}  // namespace

void JsonArticles::add(Span value, const std::string& place) {
  const std::optional<Span> list = find_list(source_.text, value, source_.columns);
  if (!list) {
    add_object(value, place);
    return;
  }
  std::size_t number = 0;
  for (const JsonPlace& item : list_members(source_.text, *list))
    add_object(item.value, place + (place.empty() ? "item " : ", item ") + std::to_string(++number));
}

void JsonArticles::add_object(Span value, const std::string& place) {
  simdjson::dom::object object;
  const simdjson::padded_string padded(slice(source_.text, value));
  if (const auto error = parser_.parse(padded).get_object().get(object); error != simdjson::SUCCESS) {
    add_issue(
        out_, place, "json",
        std::string("expected a JSON object: ") + simdjson::error_message(error) + "; repair or remove it");
    return;
  }
  Article article;
  ColumnFiller filler(article, source_.columns);
  for (const auto& [key, member] : object)
    if (filler.wants(key)) filler.set(key, value_of(member));
  add_record(
      source_, value, place,
      "the object has no text under a known name (text, content, body, digest, ...); name it with --map "
      "text=NAME",
      std::move(article), out_);
}

}  // namespace sahafa
