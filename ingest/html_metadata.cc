#include "ingest/html_metadata.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <utility>

#include "corpus/outlet.h"
#include "ingest/bylines.h"
#include "ingest/dates.h"
#include "ingest/fields.h"
#include "ingest/html_statements.h"
#include "ingest/html_title.h"
#include "ingest/json_ld.h"
#include "ingest/reader.h"
#include "ingest/relative_dates.h"
#include "text/fold.h"

namespace sahafa {
namespace {

// A value and the place it came from.
struct Value {
  std::string text;
  std::string_view origin;
};

Value first_of(std::initializer_list<Value> values) {
  for (const Value& value : values)
    if (!trim(value.text).empty()) return {std::string(trim(value.text)), value.origin};
  return {};
}

// Of the articles that the data describe, that of the page and not one it links to: its headline stands in the
// titles.
JsonLdArticle own_article(std::vector<JsonLdArticle> articles, const PageStatements& found) {
  std::string titles = found.title + '\n' + found.first_meta({"og:title", "twitter:title"});
  for (const NodeText& heading : found.headings) titles += '\n' + heading.text;
  const std::string folded = fold(titles);
  const auto own = std::ranges::find_if(articles, [&](const JsonLdArticle& article) {
    return !article.headline.empty() && folded.find(fold(article.headline)) != std::string::npos;
  });
  if (own != articles.end()) return std::move(*own);
  return articles.empty() ? JsonLdArticle{} : std::move(articles.front());
}

// "www.akhbar.example" and "https://akhbar.example/x" give "akhbar".
std::string domain_label(std::string_view address) {
  if (const std::size_t scheme = address.find("://"); scheme != std::string_view::npos)
    address.remove_prefix(scheme + 3);
  address = address.substr(0, address.find_first_of("/:?#"));
  if (address.starts_with("www.")) address.remove_prefix(4);
  const std::size_t top = address.rfind('.');
  if (top == std::string_view::npos) return {};
  address = address.substr(0, top);
  const std::size_t begin = address.rfind('.');
  return fold(begin == std::string_view::npos ? address : address.substr(begin + 1));
}

// The letters and digits of a name, folded: "Le Matin.ma" and "lematin.ma" are one.
std::string squeezed(std::string_view name) {
  std::string out = fold(name);
  std::erase_if(out, [](char c) { return std::ispunct(static_cast<unsigned char>(c)) != 0 || c == ' '; });
  return out;
}

// What a page may call its site.
struct SiteNames {
  std::vector<Value> names;  // the better first
  std::string label;         // of its domain
};

std::vector<std::string> texts(const std::vector<Value>& values) {
  std::vector<std::string> result;
  for (const Value& value : values) result.push_back(value.text);
  return result;
}

SiteNames site_names(const PageStatements& found, const JsonLdArticle& json, std::string_view url) {
  SiteNames site{
      {{found.first_meta({"og:site_name"}), "meta"},
       {json.publisher, "json-ld"},
       {found.microdata_publisher, "microdata"},
       {found.first_meta({"publisher", "dc.publisher", "dcterms.publisher", "article:publisher"}), "meta"},
       {found.first_meta({"application-name", "apple-mobile-web-app-title", "copyright"}), "meta"}},
      domain_label(url)};
  site.names.push_back({site_of_title(found.title, found.headings, texts(site.names)), "title"});
  std::erase_if(site.names, [](const Value& name) {
    constexpr std::size_t kLongestName = 80;  // bytes
    return trim(name.text).empty() || name.text.size() > kLongestName;
  });
  return site;
}

// A name for machines: an address, or the domain in small letters.
bool is_machine_name(std::string_view name, const SiteNames& site) {
  const std::size_t point = name.find('.');
  const bool address =
      point != std::string_view::npos && point + 1 < name.size() && name.find(' ') == std::string_view::npos;
  return address || (squeezed(name) == squeezed(site.label) && std::ranges::none_of(name, [](char c) {
                       return std::isupper(static_cast<unsigned char>(c)) != 0;
                     }));
}

// A publisher goes before an aggregator that shows its article, and a name before an address.
Value find_outlet(const SiteNames& site) {
  const auto rank = [&](const Value& value) {
    const Outlet* outlet = OutletRegistry::bundled().find(value.text);
    if (outlet != nullptr) return outlet->kind == "aggregator" ? 3 : 0;
    if (value.origin == "title" && squeezed(value.text) != squeezed(site.label)) return 2;
    return is_machine_name(value.text, site) ? 2 : 1;
  };
  const auto best = std::ranges::min_element(site.names, {}, rank);
  return best == site.names.end() ? Value{} : first_of({*best});
}

Value find_title(const PageStatements& found, const JsonLdArticle& json, const SiteNames& site) {
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

// Names of several bylines together. One that holds another one says it in a sentence ("All articles of ..."), and
// the name of the site is no author.
std::string join_authors(const std::vector<std::string>& bylines, const SiteNames& site) {
  std::vector<std::string> names;
  for (const std::string& byline : bylines) {
    for (std::string& name : names_of_byline(byline)) {
      const std::string key = squeezed(name);
      const bool is_site =
          key == squeezed(site.label) ||
          std::ranges::any_of(site.names, [&](const Value& known) { return key == squeezed(known.text); });
      const bool repeated = std::ranges::any_of(
          names, [&](const std::string& known) { return key.find(squeezed(known)) != std::string::npos; });
      if (!is_site && !repeated) names.push_back(std::move(name));
    }
  }
  std::string joined;
  for (const std::string& name : names) joined += (joined.empty() ? "" : "; ") + name;
  return joined;
}

// The first byline that is one; a page that marks many authors lists other articles.
std::string first_byline(const std::vector<std::string>& bylines, const SiteNames& site) {
  for (const std::string& byline : bylines)
    if (std::string names = join_authors({byline}, site); !names.empty()) return names;
  return {};
}

// Where the lines about the article stand: some blocks behind the headline and some before it.
struct Neighbourhood {
  std::vector<const HtmlBlock*> blocks;  // nearest first: those behind the headline, then those before it
  std::uint32_t begin = 0;               // nodes
  std::uint32_t end = 0;
};

// Empty without a headline (node 0).
Neighbourhood around_headline(const std::vector<HtmlBlock>& blocks, std::uint32_t headline) {
  constexpr std::ptrdiff_t kBehind = 15;
  constexpr std::ptrdiff_t kBefore = 8;
  if (headline == 0 || blocks.empty()) return {};
  const auto middle = std::ranges::lower_bound(blocks, headline, {}, &HtmlBlock::position);
  const auto first = middle - std::min(kBefore, middle - blocks.begin());
  const auto last = middle + std::min(kBehind, blocks.end() - middle);
  Neighbourhood near{{}, first->position, std::prev(last)->position};
  for (auto block = middle; block != last; ++block) near.blocks.push_back(&*block);
  for (auto block = middle; block != first;) near.blocks.push_back(&*--block);
  return near;
}

std::string visible_byline(const Neighbourhood& near, const SiteNames& site) {
  for (const HtmlBlock* block : near.blocks)
    if (is_byline(block->text))
      if (std::string names = join_authors({block->text}, site); !names.empty()) return names;
  return {};
}

// Authors that the page shows: in a line that says so near the headline, or in an element whose class says so.
// Where the line goes on behind the names, the element knows where they end.
Value shown_authors(const PageStatements& found, const Neighbourhood& near, const SiteNames& site) {
  const std::string line = visible_byline(near, site);
  const std::string element = first_byline(found.bylines, site);
  const bool same = !element.empty() && line.starts_with(element);
  return line.empty() || same ? Value{element, "byline"} : Value{line, "visible"};
}

Value find_authors(const PageStatements& found, const JsonLdArticle& json, const Neighbourhood& near,
                   const SiteNames& site) {
  constexpr std::size_t kMostAuthors = 4;
  const bool own = found.authors.size() <= kMostAuthors;
  const std::string declared = found.first_meta({"author", "article:author", "dc.creator", "dcterms.creator",
                                                 "parsely-author", "sailthru.author", "byl", "og:author"});
  return first_of({{join_authors(json.authors, site), "json-ld"},
                   {join_authors({declared}, site), "meta"},
                   {own ? join_authors(found.authors, site) : std::string(), "microdata"},
                   shown_authors(found, near, site),
                   {own ? std::string() : first_byline(found.authors, site), "microdata"},
                   {join_authors(json.authors, {}), "json-ld"}});
}

// A date that stands as a line of its own, or nearly.
std::string visible_date(const HtmlBlock& block) {
  constexpr std::uint32_t kLongestDateline = 120;
  const std::optional<FoundDate> date =
      block.letters > kLongestDateline ? std::nullopt : find_date(block.text);
  return date ? settle_date(*date, block.text) : std::string();
}

// The dates of time elements and lines: near the headline, else the first of the page.
Value shown_date(const PageStatements& found, const std::vector<HtmlBlock>& blocks,
                 const Neighbourhood& near) {
  for (const NodeText& time : found.times)
    if (time.node >= near.begin && time.node < near.end) return {time.text, "time"};
  for (const HtmlBlock* block : near.blocks)
    if (std::string date = visible_date(*block); !date.empty()) return {std::move(date), "visible"};
  if (!found.times.empty()) return {found.times.front().text, "time"};
  for (const HtmlBlock& block : blocks)
    if (std::string date = visible_date(block); !date.empty()) return {std::move(date), "visible"};
  constexpr std::uint32_t kLongestRelative = 40;
  for (const HtmlBlock* block : near.blocks)
    if (block->letters <= kLongestRelative && is_relative_date(block->text)) return {block->text, "visible"};
  return {};
}

Value find_date_of_page(const PageStatements& found, const JsonLdArticle& json,
                        const std::vector<HtmlBlock>& blocks, const Neighbourhood& near,
                        const std::string& url) {
  const std::string published = found.first_meta({"article:published_time",
                                                  "og:published_time",
                                                  "og:article:published_time",
                                                  "datepublished",
                                                  "article:published",
                                                  "rnews:datepublished",
                                                  "date",
                                                  "dc.date",
                                                  "dc.date.issued",
                                                  "dcterms.date",
                                                  "dcterms.issued",
                                                  "dcterms.created",
                                                  "dc.date.created",
                                                  "publish-date",
                                                  "publish_date",
                                                  "publishdate",
                                                  "pubdate",
                                                  "publication_date",
                                                  "publicationdate",
                                                  "article_date_original",
                                                  "originalpublicationdate",
                                                  "datecreated",
                                                  "parsely-pub-date",
                                                  "sailthru.date",
                                                  "cxenseparse:recs:publishtime",
                                                  "published_time",
                                                  "article.published",
                                                  "release_date"});
  const std::string from_url = date_from_url(url);
  return first_of({{settle_date(json.date), "json-ld"},
                   {settle_date(published), "meta"},
                   {found.microdata_date, "microdata"},
                   {from_url.size() == 10 ? from_url : std::string(), "url"},
                   shown_date(found, blocks, near),
                   {settle_date(found.first_meta({"article:modified_time", "og:updated_time", "datemodified",
                                                  "dcterms.modified", "last-modified"})),
                    "meta"},
                   {from_url, "url"}});
}

// The address behind that of a web archive: web.archive.org/web/20250408120000/https://...
std::string without_archive(const std::string& url) {
  const std::size_t archive = url.find("/web/");
  const std::size_t original = archive == std::string::npos ? archive : url.find("://", archive);
  if (original == std::string::npos) return url;
  const std::size_t scheme = url.rfind('/', original - 1) + 1;
  return url.substr(scheme);
}

Value find_url(const PageStatements& found, const JsonLdArticle& json) {
  const auto absolute = [](const std::string& url) {
    return url.find("://") == std::string::npos ? std::string() : without_archive(url);
  };
  return first_of({{absolute(found.canonical), "canonical"},
                   {absolute(found.first_meta({"og:url", "twitter:url"})), "meta"},
                   {absolute(json.url), "json-ld"}});
}

// By the type and section that the page gives, or a folder of its address (/editorial/, /tribune/).
Value find_genre(const PageStatements& found, const JsonLdArticle& json, std::string_view url) {
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

// The node of the main heading that is the title; 0 where none is.
std::uint32_t node_of_headline(const PageStatements& found, std::string_view title) {
  const std::string folded = fold(title);
  for (const NodeText& heading : found.headings)
    if (!folded.empty() && fold(heading.text).find(folded) != std::string::npos) return heading.node;
  return 0;
}

}  // namespace

HtmlMetadata read_metadata(const HtmlPage& page, const std::vector<HtmlBlock>& blocks) {
  const PageStatements found = collect_statements(page);
  JsonLdArticle json = own_article(read_json_ld(found.scripts), found);
  HtmlMetadata result;
  Article& article = result.article;
  const auto set = [&](std::string Article::* member, std::string_view field, Value value) {
    if (value.text.empty()) return;
    article.*member = std::move(value.text);
    set_origin(article, field, value.origin);
  };
  set(&Article::url, "url", find_url(found, json));
  const SiteNames site = site_names(found, json, article.url);
  set(&Article::outlet, "outlet", find_outlet(site));
  set(&Article::title, "title", find_title(found, json, site));
  const Neighbourhood near = around_headline(blocks, node_of_headline(found, article.title));
  set(&Article::authors, "authors", find_authors(found, json, near, site));
  set(&Article::date, "date", find_date_of_page(found, json, blocks, near, article.url));
  set(&Article::genre, "genre", find_genre(found, json, article.url));
  result.description =
      found.first_meta({"og:description", "description", "twitter:description", "dc.description"});
  result.json_body = std::move(json.body);
  return result;
}

}  // namespace sahafa
