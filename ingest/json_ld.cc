#include "ingest/json_ld.h"

#include <simdjson.h>

#include "ingest/fields.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

constexpr int kDeepest = 8;  // @graph, mainEntity and lists around an article, no more

std::string string_of(const element& value) {
  return value.is_string() ? std::string(trim(value.get_string().value_unsafe())) : std::string();
}

std::string member(const object& node, std::string_view key) {
  element value;
  return node.at_key(key).get(value) == simdjson::SUCCESS ? string_of(value) : std::string();
}

// A name, an object with a name, or a list of these.
std::string names_of(const element& value) {
  if (value.is_object()) return member(value.get_object().value_unsafe(), "name");
  if (!value.is_array()) return string_of(value);
  std::string names;
  const simdjson::dom::array items = value.get_array().value_unsafe();
  for (const element item : items) {
    const std::string name = item.is_array() ? std::string() : names_of(item);
    if (!name.empty()) names += (names.empty() ? "" : "; ") + name;
  }
  return names;
}

std::string names_member(const object& node, std::string_view key) {
  element value;
  return node.at_key(key).get(value) == simdjson::SUCCESS ? names_of(value) : std::string();
}

// The first type of a node that is one of an article, or an empty string.
std::string article_type(const object& node) {
  element value;
  if (node.at_key("@type").get(value) != simdjson::SUCCESS) return {};
  const auto is_article = [](std::string_view type) {
    return type.ends_with("Article") || type == "BlogPosting" || type == "Report" ||
           type == "LiveBlogPosting";
  };
  if (value.is_array()) {
    const simdjson::dom::array items = value.get_array().value_unsafe();
    for (const element item : items)
      if (is_article(string_of(item))) return string_of(item);
    return {};
  }
  return is_article(string_of(value)) ? string_of(value) : std::string();
}

void fill(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

void take_article(const object& node, JsonLdArticle& article) {
  fill(article.headline, member(node, "headline"));
  fill(article.headline, member(node, "name"));
  fill(article.date, member(node, "datePublished"));
  fill(article.date, member(node, "dateCreated"));
  fill(article.authors, names_member(node, "author"));
  fill(article.publisher, names_member(node, "publisher"));
  fill(article.url, member(node, "url"));
  fill(article.section, names_member(node, "articleSection"));
  fill(article.body, member(node, "articleBody"));
}

void walk(const element& value, int depth, JsonLdArticle& article) {
  if (depth > kDeepest) return;
  if (value.is_array()) {
    const simdjson::dom::array items = value.get_array().value_unsafe();
    for (const element item : items) walk(item, depth + 1, article);
  } else if (value.is_object()) {
    const object node = value.get_object().value_unsafe();
    if (std::string type = article_type(node); !type.empty()) {
      fill(article.type, std::move(type));
      take_article(node, article);
      return;
    }
    for (const std::string_view key :
         {"@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"}) {
      element child;
      if (node.at_key(key).get(child) == simdjson::SUCCESS) walk(child, depth + 1, article);
    }
  }
}

// Line feeds and tabs inside strings are not allowed in JSON but frequent in pages; outside they mean a blank
// as well.
std::string without_controls(std::string script) {
  for (char& c : script)
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  return script;
}

}  // namespace

JsonLdArticle read_json_ld(const std::vector<std::string>& scripts) {
  JsonLdArticle article;
  simdjson::dom::parser parser;
  for (const std::string& script : scripts) {
    if (!is_valid_utf8(script)) continue;
    element root;
    const simdjson::padded_string padded(without_controls(script));
    if (parser.parse(padded).get(root) == simdjson::SUCCESS) walk(root, 0, article);
  }
  return article;
}

}  // namespace sahafa
