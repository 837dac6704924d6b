#include "ingest/html_metadata.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "ingest/address.h"
#include "ingest/fields.h"
#include "ingest/html_authors.h"
#include "ingest/html_dates.h"
#include "ingest/html_outlet.h"
#include "ingest/html_places.h"
#include "ingest/html_title.h"
#include "ingest/json_ld.h"
#include "ingest/reader.h"
#include "text/fold.h"

namespace sahafa {
namespace {

FoundValue first_of(std::initializer_list<FoundValue> values) {
  for (const FoundValue& value : values)
    if (!trim(value.text).empty()) return {std::string(trim(value.text)), value.origin};
  return {};
}

std::vector<std::string> texts(const std::vector<FoundValue>& values) {
  std::vector<std::string> result;
  for (const FoundValue& value : values) result.push_back(value.text);
  return result;
}

// Of the articles that the data describe, that of the page and not one it links to: its headline stands in the
// titles.
JsonLdArticle own_article(const std::vector<JsonLdArticle>& articles, const PageStatements& found) {
  std::string titles = found.title + '\n' + found.first_meta({"og:title", "twitter:title"});
  for (const NodeText& heading : found.headings) titles += '\n' + heading.text;
  const std::string folded = fold(titles);
  const auto own = std::ranges::find_if(articles, [&](const JsonLdArticle& article) {
    return !article.headline.empty() && folded.find(fold(article.headline)) != std::string::npos;
  });
  if (own != articles.end()) return *own;
  return articles.empty() ? JsonLdArticle{} : articles.front();
}

FoundValue find_title(const PageStatements& found, const JsonLdArticle& json, const SiteNames& site) {
  const std::vector<std::string> names = texts(site.names);
  const std::string declared = without_site(
      found.first_meta({"og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "title"}),
      names);
  const std::string title = without_site(found.title, names);
  const std::array<std::string, 4> others{json.headline, declared, found.microdata_title, title};
  return first_of({{heading_of_page(found.headings, others, names), "heading"},
                   {json.headline, "json-ld"},
                   {found.microdata_title, "microdata"},
                   {declared, "meta"},
                   {title, "title"}});
}

FoundValue find_url(const PageStatements& found, const JsonLdArticle& json) {
  const auto absolute = [](const std::string& url) {
    return url.find("://") == std::string::npos ? std::string() : without_archive(url).url;
  };
  return first_of({{absolute(found.canonical), "canonical"},
                   {absolute(found.first_meta({"og:url", "twitter:url"})), "meta"},
                   {absolute(json.url), "json-ld"}});
}

// By the type and section that the page gives, or a folder of its address (/editorial/, /tribune/).
FoundValue find_genre(const PageStatements& found, const JsonLdArticle& json, std::string_view url) {
  std::string folder;
  for (std::size_t at = url.find('/'); at != std::string_view::npos && folder.empty();) {
    const std::size_t end = url.find('/', at + 1);
    if (end == std::string_view::npos) break;
    folder = genre_of(url.substr(at + 1, end - at - 1));
    at = end;
  }
  const std::string type =
      json.type == "Article" || json.type == "NewsArticle" ? std::string() : genre_of(json.type);
  return first_of({{type, "json-ld"},
                   {genre_of(json.section), "json-ld"},
                   {genre_of(found.first_meta({"article:section"})), "meta"},
                   {folder, "url"}});
}

// The node with which the headline begins: a main heading that is the title or holds it, else any heading, else any
// line that is it; 0 where none is.
std::uint32_t node_of_headline(const std::vector<HtmlBlock>& blocks, std::string_view title) {
  const std::string folded = fold(title);
  if (folded.empty()) return 0;
  std::uint32_t heading = 0;
  std::uint32_t line = 0;
  for (const HtmlBlock& block : blocks) {
    const bool is_title = block.folded.find(folded) != std::string::npos;
    if (is_title && block.main_heading) return block.position;
    if (is_title && block.heading && heading == 0) heading = block.position;
    if (is_title && !block.furniture && line == 0) line = block.position;
  }
  return heading != 0 ? heading : line;
}

}  // namespace

HtmlMetadata read_metadata(const PageStatements& found, const std::vector<HtmlBlock>& blocks,
                           const OutletRegistry& registry) {
  const JsonLd data = read_json_ld(found.scripts);
  JsonLdArticle json = own_article(data.articles, found);
  HtmlMetadata result;
  Article& article = result.article;
  const auto set = [&](std::string Article::* member, std::string_view field, FoundValue value) {
    if (value.text.empty()) return;
    article.*member = std::move(value.text);
    set_origin(article, field, value.origin);
  };
  set(&Article::url, "url", find_url(found, json));
  const SiteNames site = site_names(found, data, json, blocks, article.url);
  set(&Article::outlet, "outlet", find_outlet(site, found, registry));
  set(&Article::title, "title", find_title(found, json, site));
  const Neighbourhood near = around_headline(blocks, node_of_headline(blocks, article.title));
  set(&Article::authors, "authors", find_authors(found, json, near, site));
  set(&Article::date, "date", find_date_of_page(found, data, json, blocks, near, article.url));
  set(&Article::genre, "genre", find_genre(found, json, article.url));
  result.description =
      found.first_meta({"og:description", "description", "twitter:description", "dc.description"});
  result.titles = found.title + '\n' + found.first_meta({"og:title", "twitter:title"}) + '\n' +
                  json.headline + '\n' + article.title;
  result.json_body = std::move(json.body);
  return result;
}

}  // namespace sahafa
