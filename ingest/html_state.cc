#include "ingest/html_state.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <functional>
#include <initializer_list>
#include <span>
#include <utility>
#include <vector>

#include "ingest/fields.h"
#include "ingest/html_document.h"
#include "ingest/html_query.h"
#include "ingest/json_values.h"
#include "text/fold.h"

namespace sahafa {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr int kDeepest = 40;
constexpr std::size_t kShortestTitle = 10;                 // bytes, folded
constexpr std::size_t kMostBytes = std::size_t{16} << 20;  // of one script

// Keys without marks and capitals: "published_at" and "publishedAt" are one.
std::string key_of(std::string_view key) {
  std::string plain;
  for (const char c : key)
    if (std::isalnum(static_cast<unsigned char>(c)) != 0)
      plain += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return plain;
}

using Keys = std::span<const std::string_view>;
constexpr std::array<std::string_view, 4> kTitles{"title", "headline", "headlines", "posttitle"};
constexpr std::array<std::string_view, 14> kDates{
    "datepublished", "publishedat",      "publisheddate",    "publishdate",        "publicationdate",
    "pubdate",       "firstpublishdate", "firstpublishedat", "firstpublished",     "publishedtime",
    "publishtime",   "datepublication",  "displaydate",      "originalpublishdate"};
constexpr std::array<std::string_view, 7> kAuthors{"author",  "authors", "byline", "bylines",
                                                   "credits", "by",      "writers"};
constexpr std::array<std::string_view, 13> kBodies{
    "body",        "content", "contents",   "articlebody", "text",     "html",           "bodyhtml",
    "contenthtml", "blocks",  "paragraphs", "story",       "posttext", "contentelements"};
// Inside of a body: what holds the text of a block.
constexpr std::array<std::string_view, 9> kParts{"content", "text", "html",  "value", "children",
                                                 "body",    "data", "items", "blocks"};
// Types of blocks that hold no running text.
constexpr std::array<std::string_view, 12> kNoText{"image",  "video", "gallery", "embed",
                                                   "oembed", "ad",    "related", "link",
                                                   "social", "audio", "caption", "newsletter"};

bool is_one_of(Keys keys, std::string_view key) { return std::ranges::find(keys, key_of(key)) != keys.end(); }

// The first text at or below a value: {"basic": "..."}, {"rendered": "..."}, {"name": "..."}.
std::string first_text(const element& value) {
  if (value.is_string()) return std::string(trim(value.get_string().value_unsafe()));
  if (!value.is_object()) return {};
  const object node = value.get_object().value_unsafe();
  for (const char* key : {"basic", "rendered", "name", "text", "value"}) {
    element inner;
    if (node.at_key(key).get(inner) == simdjson::SUCCESS && inner.is_string())
      return std::string(trim(inner.get_string().value_unsafe()));
  }
  return {};
}

void add_names(const element& value, int depth, std::string& names) {
  if (depth == 0) return;
  if (value.is_array()) {
    const array items = value.get_array().value_unsafe();
    for (const element item : items) add_names(item, depth - 1, names);
    return;
  }
  std::string name = first_text(value);
  if (name.empty() && value.is_object()) {
    const object node = value.get_object().value_unsafe();
    for (const auto& [key, inner] : node)
      if (is_one_of(kAuthors, key)) add_names(inner, depth - 1, names);
    return;
  }
  if (!name.empty()) names.append(names.empty() ? "" : "; ").append(name);
}

void add_paragraphs(std::string_view written, std::string& text) {
  std::string lines(trim(written));
  if (lines.find('<') != std::string::npos || lines.find('&') != std::string::npos) {
    const HtmlPage page(lines);
    lines = lines_of(page, 0, static_cast<std::uint32_t>(page.nodes().size()));
  }
  if (!lines.empty()) text.append(text.empty() ? "" : "\n").append(lines);
}

// Paragraphs of a text, of a list of blocks, or of an object that holds one of these.
void add_body(const element& value, int depth, std::string& text) {
  if (depth == 0) return;
  if (value.is_string()) {
    add_paragraphs(value.get_string().value_unsafe(), text);
  } else if (value.is_array()) {
    const array items = value.get_array().value_unsafe();
    for (const element item : items) add_body(item, depth - 1, text);
  } else if (value.is_object()) {
    const object node = value.get_object().value_unsafe();
    element type;
    if (node.at_key("type").get(type) == simdjson::SUCCESS && is_one_of(kNoText, first_text(type))) return;
    for (const auto& [key, inner] : node) {
      if (!is_one_of(kParts, key)) continue;
      add_body(inner, depth - 1, text);
      return;
    }
  }
}

class StateReader {
 public:
  explicit StateReader(std::string_view titles) : titles_(fold(titles)) {}

  void read(std::string_view json) {
    simdjson::dom::parser parser;
    element root;
    const simdjson::padded_string padded(json);
    if (parser.parse(padded).get(root) == simdjson::SUCCESS) visit(root, kDeepest);
  }

  StateArticle take() { return std::move(best_); }

 private:
  void visit(const element& value, int depth) {
    if (depth == 0) return;
    if (value.is_array()) {
      const array items = value.get_array().value_unsafe();
      for (const element item : items) visit(item, depth - 1);
    }
    if (!value.is_object()) return;
    const object node = value.get_object().value_unsafe();
    if (has_title(node)) take_article(node);
    for (const auto& field : node) visit(field.value, depth - 1);
  }

  bool has_title(const object& node) const {
    for (const auto& [key, value] : node) {
      if (!is_one_of(kTitles, key)) continue;
      const std::string title = fold(first_text(value));
      if (title.size() >= kShortestTitle && titles_.find(title) != std::string::npos) return true;
    }
    return false;
  }

  // Of several objects with the title, the one with the longest body; dates and authors of any.
  void take_article(const object& node) {
    StateArticle found;
    for (const auto& [key, value] : node) {
      if (is_one_of(kBodies, key)) {
        std::string body;
        add_body(value, kDeepest, body);
        if (body.size() > found.body.size()) found.body = std::move(body);
      } else if (found.date.empty() && is_one_of(kDates, key)) {
        found.date = first_text(value);
      } else if (found.authors.empty() && is_one_of(kAuthors, key)) {
        add_names(value, 4, found.authors);
      }
    }
    if (found.body.size() > best_.body.size()) best_.body = std::move(found.body);
    if (best_.date.empty()) best_.date = std::move(found.date);
    if (best_.authors.empty()) best_.authors = std::move(found.authors);
  }

  std::string titles_;
  StateArticle best_;
};

// The objects in a script: all of it, or what it assigns.
void for_each_object(std::string_view script, const std::function<void(std::string_view)>& visit) {
  constexpr std::size_t kShortest = 40;  // bytes
  for (std::size_t at = script.find('{'); at != std::string_view::npos; at = script.find('{', at)) {
    const std::size_t before = script.substr(0, at).find_last_not_of(" \t\r\n");
    if (before != std::string_view::npos && script[before] != '=' && script[before] != '[') {
      ++at;
      continue;
    }
    const std::size_t end = end_of_json_value(script, at);
    if (end - at >= kShortest) visit(script.substr(at, end - at));
    at = end;
  }
}

}  // namespace

StateArticle read_page_state(std::string_view html, std::string_view titles) {
  constexpr std::string_view kOpen = "<script";
  constexpr std::string_view kClose = "</script";
  StateReader reader(titles);
  for (std::size_t at = html.find(kOpen); at != std::string_view::npos; at = html.find(kOpen, at)) {
    const std::size_t begin = html.find('>', at);
    const std::size_t end = begin == std::string_view::npos ? begin : html.find(kClose, begin);
    if (end == std::string_view::npos) break;
    const std::string_view script = html.substr(begin + 1, end - begin - 1);
    const bool data = html.substr(at, begin - at).find("ld+json") != std::string_view::npos;
    if (!data && script.size() <= kMostBytes)
      for_each_object(script, [&](std::string_view json) { reader.read(json); });
    at = end;
  }
  return reader.take();
}

}  // namespace sahafa
