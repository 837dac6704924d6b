#include "ingest/html_statements.h"

#include <algorithm>
#include <cctype>

#include "ingest/dates.h"
#include "ingest/fields.h"
#include "text/fold.h"

namespace sahafa {
namespace {

constexpr std::uint32_t kLargestByline = 40;  // nodes

// Whole words, in ASCII letters of any case: "post-author" has "author", "authority" has not.
bool has_word(std::string_view list, std::string_view word) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  const auto is_edge = [&](std::size_t i) {
    return i >= list.size() || std::isalpha(static_cast<unsigned char>(list[i])) == 0;
  };
  for (std::size_t at = 0; at + word.size() <= list.size(); ++at) {
    if (lower(list[at]) != word.front()) continue;  // nearly always: the rest is seldom compared
    if ((at == 0 || is_edge(at - 1)) && is_edge(at + word.size()) &&
        std::ranges::equal(list.substr(at, word.size()), word, {}, lower))
      return true;
  }
  return false;
}

void take_meta(const HtmlPage& page, std::uint32_t i, PageStatements& found) {
  const std::string_view content = trim(page.attribute(i, "content"));
  if (content.empty()) return;
  for (const char* attribute : {"property", "name", "itemprop"}) {
    const std::string_view key = page.attribute(i, attribute);
    if (!key.empty()) found.meta.emplace(fold(key), content);
  }
}

std::string date_of_element(const HtmlPage& page, std::uint32_t i) {
  for (const char* attribute : {"datetime", "content", "title"})
    if (std::string date = settle_date(page.attribute(i, attribute)); !date.empty()) return date;
  constexpr std::uint32_t kLargestDate = 30;  // nodes
  return page.nodes()[i].end - i > kLargestDate ? std::string() : settle_date(page.text(i));
}

// The value of a microdata element: said by its content, by a name inside, or by its text.
std::string value_of(const HtmlPage& page, std::uint32_t i) {
  if (const std::string_view value = trim(page.attribute(i, "content")); !value.empty())
    return std::string(value);
  for (std::uint32_t inner = i + 1; inner < page.nodes()[i].end; ++inner) {
    if (page.attribute(inner, "itemprop") != "name") continue;
    const std::string_view content = trim(page.attribute(inner, "content"));
    return content.empty() ? page.text(inner) : std::string(content);
  }
  return page.text(i);
}

void take_date(const HtmlPage& page, std::uint32_t i, std::string_view itemprop, PageStatements& found) {
  const bool time = page.nodes()[i].tag == HtmlTag::time;
  const std::string_view classes = page.attribute(i, "class");
  const bool published = itemprop == "datePublished" || (time && !page.attribute(i, "pubdate").empty()) ||
                         page.attribute(i, "property").ends_with("datePublished") ||
                         has_word(classes, "published") || has_word(classes, "pubdate");
  if (!time && !published) return;
  std::string date = date_of_element(page, i);
  if (date.empty()) return;
  if (published && found.microdata_date.empty()) found.microdata_date = date;
  if (time && !has_word(classes, "updated") && !has_word(classes, "modified") && itemprop != "dateModified")
    found.times.push_back({std::move(date), i});
}

void take_byline(const HtmlPage& page, std::uint32_t i, std::string_view itemprop, PageStatements& found) {
  if (page.nodes()[i].end - i > kLargestByline) return;
  if (itemprop == "author" || itemprop == "creator" || page.attribute(i, "rel") == "author") {
    found.authors.push_back(value_of(page, i));
    return;
  }
  for (const char* attribute : {"class", "id"}) {
    const std::string_view words = page.attribute(i, attribute);
    if (has_word(words, "author") || has_word(words, "authors") || has_word(words, "byline") ||
        has_word(words, "auteur") || has_word(words, "auteurs") || has_word(words, "signature")) {
      found.bylines.push_back(page.text(i));
      return;
    }
  }
}

void take_element(const HtmlPage& page, std::uint32_t i, PageStatements& found) {
  if (page.nodes()[i].tag == HtmlTag::heading1) found.headings.push_back({page.text(i), i});
  const std::string_view itemprop = page.attribute(i, "itemprop");
  if (itemprop == "headline" && found.microdata_title.empty()) found.microdata_title = value_of(page, i);
  if (itemprop == "publisher" && found.microdata_publisher.empty() &&
      page.nodes()[i].end - i <= kLargestByline)
    found.microdata_publisher = value_of(page, i);
  take_date(page, i, itemprop, found);
  take_byline(page, i, itemprop, found);
}

}  // namespace

std::string PageStatements::first_meta(std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names)
    if (const auto value = meta.find(std::string(name)); value != meta.end()) return value->second;
  return {};
}

PageStatements collect_statements(const HtmlPage& page) {
  PageStatements found;
  for (std::uint32_t i = 0; i < page.nodes().size(); ++i) {
    const HtmlTag tag = page.nodes()[i].tag;
    if (tag == HtmlTag::text) continue;
    const std::string_view name = page.name(i);
    if (name == "meta") {
      take_meta(page, i, found);
    } else if (name == "link") {
      if (page.attribute(i, "rel") == "canonical") found.canonical = std::string(page.attribute(i, "href"));
    } else if (name == "script") {
      if (page.attribute(i, "type").find("ld+json") != std::string_view::npos)
        found.scripts.push_back(page.raw_text(i));
    } else if (tag == HtmlTag::title) {
      if (found.title.empty()) found.title = page.text(i);
    } else if (tag != HtmlTag::hidden) {
      take_element(page, i, found);
    }
  }
  return found;
}

}  // namespace sahafa
