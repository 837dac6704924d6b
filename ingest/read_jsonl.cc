#include "ingest/read_jsonl.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <initializer_list>
#include <string>

#include "ingest/fields.h"
#include "ingest/lines.h"
#include "ingest/split.h"

namespace sahafa {
namespace {

using simdjson::dom::element;

// The names of one field, the most telling first ("source" may be a path or an aggregator, "outlet" is what
// it says).
struct Names {
  std::string Article::* member;
  std::initializer_list<std::string_view> keys;
};

const std::array<Names, 9>& names() {
  static const std::array<Names, 9> table{{
      {&Article::text,
       {"text", "content", "body", "articlebody", "fulltext", "maintext", "rawtext", "texte", "contenu",
        "digest", "النص", "المحتوى"}},
      {&Article::title, {"title", "headline", "titre", "العنوان"}},
      {&Article::url, {"url", "link", "canonicalurl", "lien", "الرابط"}},
      {&Article::date,
       {"date", "datepublished", "publishdate", "published", "publicationdate", "publishedat", "pubdate",
        "التاريخ"}},
      {&Article::authors, {"authors", "author", "byline", "auteur", "auteurs", "الكاتب"}},
      {&Article::outlet,
       {"outlet", "sitename", "publisher", "publication", "newspaper", "journal", "medianame", "media",
        "source", "hostname", "المصدر"}},
      {&Article::lang, {"lang", "language", "inlanguage", "langue", "اللغة"}},
      {&Article::key, {"key", "id", "_id", "guid", "identifiant"}},
      {&Article::genre, {"genre", "type", "النوع"}},
  }};
  return table;
}

// "publish_date", "publishDate" and "publish-date" are one key.
std::string plain_key(std::string_view key) {
  std::string plain;
  for (const char c : key)
    if (c != '-' && (c != '_' || plain.empty()))
      plain += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return plain;
}

// Strings as they are, numbers as written, lists joined by "; ", objects by their name ({"name": "AFP",
// ...}).
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

void fill(const simdjson::dom::object& object, Article& article) {
  for (const auto& [member, keys] : names()) {
    std::size_t best = keys.size();
    for (const auto& [key, value] : object) {
      const auto found = std::ranges::find(keys, plain_key(key));
      const auto rank = static_cast<std::size_t>(found - keys.begin());
      if (rank >= best) continue;
      std::string text = value_of(value);
      if (text.empty()) continue;
      article.*member = std::move(text);
      best = rank;
      if (member == &Article::text && *found == "digest") set_origin(article, "text", "digest");
    }
  }
}

}  // namespace

bool JsonlReader::accepts(std::string_view path, std::string_view head) const {
  if (path.ends_with(".jsonl") || path.ends_with(".ndjson")) return true;
  const std::string_view start = trim(head.substr(0, head.find('\n')));
  return start.starts_with('{') && trim(start.substr(1)).starts_with('"') &&
         start.find("\":") != std::string_view::npos;
}

void JsonlReader::read(const SourceText& source, Intake& out) const {
  simdjson::dom::parser parser;
  std::size_t number = 0;
  for (const Span line : split_lines(source.text)) {
    ++number;
    if (trim(slice(source.text, line)).empty()) continue;
    const std::string place = "line " + std::to_string(number);
    simdjson::dom::object object;
    const simdjson::padded_string padded(slice(source.text, line));
    if (const simdjson::error_code error = parser.parse(padded).get_object().get(object);
        error != simdjson::SUCCESS) {
      add_issue(out, place, "json",
                std::string("expected one JSON object a line: ") + simdjson::error_message(error) +
                    "; repair or remove the line");
      continue;
    }
    Intake::Item item;
    fill(object, item.article);
    if (trim(item.article.text).empty()) {
      add_issue(out, place, "no text",
                "the object has no text under a known name (text, content, body, digest, ...)");
      continue;
    }
    const std::vector<Span> copies = split_copies(item.article.text);
    item.article.text = std::string(slice(item.article.text, longest_copy(copies)));
    item.copies = copies_in_record(source.text, line, copies.size());
    out.items.push_back(std::move(item));
  }
}

}  // namespace sahafa
