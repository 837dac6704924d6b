#include "ingest/json_ld.h"

#include <simdjson.h>

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "ingest/fields.h"
#include "ingest/html_document.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

constexpr int kDeepest = 8;  // @graph, mainEntity and lists around an article, no more

struct Name {
  std::string text;
  bool person = false;
};

// By @id, of all scripts of a page.
using Names = std::unordered_map<std::string, Name>;

// Pages put text into JSON that they escaped for HTML before.
std::string without_entities(std::string_view text) {
  const std::size_t ampersand = text.find('&');
  if (ampersand == std::string_view::npos || text.find(';', ampersand) == std::string_view::npos)
    return std::string(text);
  const HtmlPage page(text);
  return page.nodes().empty() ? std::string(text) : page.text(0);
}

std::string string_of(const element& value) {
  return value.is_string() ? without_entities(trim(value.get_string().value_unsafe())) : std::string();
}

std::string member(const object& node, std::string_view key) {
  element value;
  return node.at_key(key).get(value) == simdjson::SUCCESS ? string_of(value) : std::string();
}

// True if the node has this type, alone or in a list.
bool has_type(const object& node, std::string_view type) {
  element value;
  if (node.at_key("@type").get(value) != simdjson::SUCCESS) return false;
  if (!value.is_array()) return string_of(value) == type;
  const simdjson::dom::array items = value.get_array().value_unsafe();
  return std::ranges::any_of(items, [&](const element item) { return string_of(item) == type; });
}

void add_name(std::vector<Name>& names, Name name) {
  if (!name.text.empty()) names.push_back(std::move(name));
}

// A name, an object with a name or a reference to one, or a list of these.
void add_names(const element& value, const Names& known, std::vector<Name>& names) {
  if (value.is_string()) return add_name(names, {string_of(value)});
  if (value.is_object()) {
    const object node = value.get_object().value_unsafe();
    Name name{member(node, "name"), has_type(node, "Person")};
    if (name.text.empty())
      if (const auto found = known.find(member(node, "@id")); found != known.end()) name = found->second;
    return add_name(names, std::move(name));
  }
  if (!value.is_array()) return;
  const simdjson::dom::array items = value.get_array().value_unsafe();
  for (const element item : items)
    if (!item.is_array()) add_names(item, known, names);
}

std::vector<Name> names_member(const object& node, std::string_view key, const Names& known) {
  element value;
  std::vector<Name> names;
  if (node.at_key(key).get(value) == simdjson::SUCCESS) add_names(value, known, names);
  return names;
}

std::string first_name(const object& node, std::string_view key, const Names& known) {
  std::vector<Name> names = names_member(node, key, known);
  return names.empty() ? std::string() : std::move(names.front().text);
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

void collect_names(const element& value, int depth, Names& names) {
  if (depth > kDeepest) return;
  if (value.is_array()) {
    const simdjson::dom::array items = value.get_array().value_unsafe();
    for (const element item : items) collect_names(item, depth + 1, names);
  } else if (value.is_object()) {
    const object node = value.get_object().value_unsafe();
    if (std::string id = member(node, "@id"), name = member(node, "name"); !id.empty() && !name.empty())
      names.emplace(std::move(id), Name{std::move(name), has_type(node, "Person")});
    for (const auto& [key, child] : node) collect_names(child, depth + 1, names);
  }
}

JsonLdArticle article_of(const object& node, const Names& known) {
  JsonLdArticle article;
  article.type = article_type(node);
  article.headline = member(node, "headline");
  if (article.headline.empty()) article.headline = member(node, "name");
  article.date = member(node, "datePublished");
  if (article.date.empty()) article.date = member(node, "dateCreated");
  std::vector<Name> authors = names_member(node, "author", known);
  if (authors.empty()) authors = names_member(node, "creator", known);
  for (Name& author : authors) {
    article.by_person = article.by_person || author.person;
    article.authors.push_back(std::move(author.text));
  }
  article.publisher = first_name(node, "publisher", known);
  article.url = member(node, "url");
  article.section = first_name(node, "articleSection", known);
  article.body = member(node, "articleBody");
  return article;
}

template <class Value>
void fill(Value& field, Value& value) {
  if (field.empty()) field = std::move(value);
}

// One article is often described twice, by a plugin and by the theme.
void add_article(std::vector<JsonLdArticle>& articles, JsonLdArticle article) {
  const auto same = std::ranges::find_if(articles, [&](const JsonLdArticle& known) {
    return known.headline.empty() || article.headline.empty() || known.headline == article.headline;
  });
  if (same == articles.end()) {
    articles.push_back(std::move(article));
    return;
  }
  for (const auto field :
       {&JsonLdArticle::type, &JsonLdArticle::headline, &JsonLdArticle::date, &JsonLdArticle::publisher,
        &JsonLdArticle::url, &JsonLdArticle::section, &JsonLdArticle::body})
    fill((*same).*field, article.*field);
  fill(same->authors, article.authors);
  same->by_person = same->by_person || article.by_person;
}

void take_page(const object& node, JsonLd& found) {
  if (has_type(node, "WebSite")) {
    std::string name = member(node, "name");
    fill(found.site, name);
  } else if (has_type(node, "WebPage")) {
    std::string date = member(node, "datePublished");
    fill(found.page_date, date);
  }
}

void walk(const element& value, int depth, const Names& known, JsonLd& found) {
  if (depth > kDeepest) return;
  if (value.is_array()) {
    const simdjson::dom::array items = value.get_array().value_unsafe();
    for (const element item : items) walk(item, depth + 1, known, found);
  } else if (value.is_object()) {
    const object node = value.get_object().value_unsafe();
    if (!article_type(node).empty()) return add_article(found.articles, article_of(node, known));
    take_page(node, found);
    for (const std::string_view key :
         {"@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"}) {
      element child;
      if (node.at_key(key).get(child) == simdjson::SUCCESS) walk(child, depth + 1, known, found);
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

JsonLd read_json_ld(const std::vector<std::string>& scripts) {
  JsonLd found;
  Names names;
  simdjson::dom::parser parser;
  // First the names, which another script may refer to.
  for (const bool naming : {true, false}) {
    for (const std::string& script : scripts) {
      if (!is_valid_utf8(script)) continue;
      element root;
      const simdjson::padded_string padded(without_controls(script));
      if (parser.parse(padded).get(root) != simdjson::SUCCESS) continue;
      if (naming) {
        collect_names(root, 0, names);
      } else {
        walk(root, 0, names, found);
      }
    }
  }
  return found;
}

}  // namespace sahafa
