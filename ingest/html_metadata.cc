#include "ingest/html_metadata.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "corpus/outlet.h"
#include "ingest/dates.h"
#include "ingest/fields.h"
#include "ingest/json_ld.h"
#include "ingest/reader.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

// What the elements of a page say, collected in one pass.
struct Found {
  std::unordered_map<std::string, std::string> meta;  // by name or property, folded; the first of each
  std::vector<std::string> scripts;                   // JSON-LD
  std::string title;                                  // <title>
  std::vector<std::string> headings;                  // h1
  std::vector<std::string> authors;                   // rel=author, itemprop=author
  std::vector<std::string> bylines;                   // elements whose class says author or byline
  std::string microdata_title;
  std::string microdata_date;
  std::string time;       // the first <time>
  std::string canonical;  // link rel=canonical
};

bool has_word(std::string_view list, std::string_view word) {
  for (std::size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
    const auto is_edge = [&](std::size_t i) {
      return i >= list.size() || !std::isalpha(static_cast<unsigned char>(list[i]));
    };
    if ((at == 0 || is_edge(at - 1)) && is_edge(at + word.size())) return true;
  }
  return false;
}

void take_meta(const HtmlPage& page, std::uint32_t i, Found& found) {
  const std::string_view content = trim(page.attribute(i, "content"));
  if (content.empty()) return;
  for (const char* attribute : {"property", "name", "itemprop"}) {
    const std::string_view key = page.attribute(i, attribute);
    if (!key.empty()) found.meta.emplace(fold(key), content);
  }
}

std::string date_of_element(const HtmlPage& page, std::uint32_t i) {
  for (const char* attribute : {"datetime", "content"})
    if (std::string date = parse_date(page.attribute(i, attribute)); !date.empty()) return date;
  return parse_date(page.text(i));
}

void take_element(const HtmlPage& page, std::uint32_t i, Found& found) {
  const HtmlTag tag = page.nodes()[i].tag;
  if (tag == HtmlTag::heading1) found.headings.push_back(page.text(i));
  const std::string_view itemprop = page.attribute(i, "itemprop");
  if (itemprop == "headline" && found.microdata_title.empty()) found.microdata_title = page.text(i);
  if (itemprop == "datePublished" && found.microdata_date.empty())
    found.microdata_date = date_of_element(page, i);
  if (tag == HtmlTag::time && found.time.empty()) found.time = date_of_element(page, i);
  constexpr std::uint32_t kLargestByline = 30;  // nodes
  if (page.nodes()[i].end - i > kLargestByline) return;
  if (itemprop == "author" || page.attribute(i, "rel") == "author") {
    found.authors.push_back(page.text(i));
    return;
  }
  const std::string classes = fold(page.attribute(i, "class"));
  if (has_word(classes, "author") || has_word(classes, "byline") || has_word(classes, "auteur"))
    found.bylines.push_back(page.text(i));
}

Found collect(const HtmlPage& page) {
  Found found;
  for (std::uint32_t i = 0; i < page.nodes().size(); ++i) {
    const HtmlTag tag = page.nodes()[i].tag;
    if (tag == HtmlTag::text) continue;
    const std::string_view name = page.name(i);
    if (name == "meta") {
      take_meta(page, i, found);
    } else if (name == "link") {
      if (page.attribute(i, "rel") == "canonical") found.canonical = std::string(page.attribute(i, "href"));
    } else if (name == "script") {
      if (page.attribute(i, "type") == "application/ld+json") found.scripts.push_back(page.raw_text(i));
    } else if (tag == HtmlTag::title) {
      if (found.title.empty()) found.title = page.text(i);
    } else if (tag != HtmlTag::hidden) {
      take_element(page, i, found);
    }
  }
  return found;
}

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

std::string meta(const Found& found, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names)
    if (const auto value = found.meta.find(std::string(name)); value != found.meta.end())
      return value->second;
  return {};
}

// "Headline - Site", "Headline | Section | Site": without the parts behind the separator that is farthest
// from the end but leaves most.
std::string without_site(const std::string& title) {
  for (const std::string_view separator : {" | ", " – ", " — ", " - ", " • ", " :: ", " » ", " « "}) {
    const std::size_t at = title.rfind(separator);
    if (at != std::string::npos && at * 2 >= title.size()) return title.substr(0, at);
  }
  return title;
}

std::string site_of_title(const std::string& title) {
  const std::string headline = without_site(title);
  if (headline.size() == title.size()) return {};
  const std::string_view rest = std::string_view(title).substr(headline.size());
  const std::size_t word = rest.find_first_not_of(" |-:•");
  std::string_view site = word == std::string_view::npos ? std::string_view() : rest.substr(word);
  for (const std::string_view dash : {"–", "—", "»", "«"})
    if (site.starts_with(dash)) site.remove_prefix(dash.size());
  return std::string(trim(site));
}

// The main heading that the page's title repeats; else the only one.
std::string heading_of(const Found& found) {
  const std::string titles = fold(found.title + "\n" + meta(found, {"og:title", "twitter:title"}));
  for (const std::string& heading : found.headings)
    if (heading.size() > 10 && titles.find(fold(heading)) != std::string::npos) return heading;
  constexpr std::size_t kShortestTitle = 20;
  const auto is_title = [](const std::string& heading) { return heading.size() >= kShortestTitle; };
  return std::ranges::count_if(found.headings, is_title) == 1
             ? *std::ranges::find_if(found.headings, is_title)
             : std::string();
}

Value find_title(const Found& found, const JsonLdArticle& json) {
  return first_of({{heading_of(found), "heading"},
                   {json.headline, "json-ld"},
                   {found.microdata_title, "microdata"},
                   {without_site(meta(found, {"og:title", "twitter:title", "dc.title", "title"})), "meta"},
                   {without_site(found.title), "title"}});
}

// A byline without "Par", "By", "بقلم" and what follows the names.
std::string clean_authors(std::string_view byline) {
  std::string_view names = trim(byline);
  const std::string folded = fold(names);
  for (const std::string_view cue : {"par ", "by ", "written by ", "publie par ", "posted by ", "von ",
                                     "بقلم ", "بقلم: ", "كتب ", "كتبت ", "اعداد "}) {
    if (!folded.starts_with(cue)) continue;
    const std::size_t words = static_cast<std::size_t>(std::ranges::count(cue, ' '));
    for (std::size_t i = 0; i < words; ++i)
      names = trim(names.substr(std::min(names.find(' '), names.size())));
    break;
  }
  names = trim(names.substr(0, names.find_first_of("|\n(")));
  constexpr std::size_t kLongestNames = 120;
  const bool is_name = names.size() <= kLongestNames && names.find("://") == std::string_view::npos &&
                       names.find('@') == std::string_view::npos && !find_date(names);
  return is_name ? std::string(names) : std::string();
}

std::string join_authors(const std::vector<std::string>& candidates) {
  std::vector<std::string> names;
  for (const std::string& candidate : candidates) {
    std::string name = clean_authors(candidate);
    if (!name.empty() && std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
  }
  std::string joined;
  for (const std::string& name : names) joined += (joined.empty() ? "" : "; ") + name;
  return joined;
}

// The first byline that is one; a page that marks many authors lists other articles.
std::string first_byline(const std::vector<std::string>& bylines) {
  for (const std::string& byline : bylines)
    if (std::string names = clean_authors(byline); !names.empty()) return names;
  return {};
}

Value find_authors(const Found& found, const JsonLdArticle& json) {
  constexpr std::size_t kMostAuthors = 4;
  const bool own = found.authors.size() <= kMostAuthors;
  return first_of({{clean_authors(json.authors), "json-ld"},
                   {clean_authors(meta(found, {"author", "article:author", "dc.creator", "parsely-author",
                                               "sailthru.author"})),
                    "meta"},
                   {own ? join_authors(found.authors) : std::string(), "microdata"},
                   {first_byline(found.bylines), "byline"},
                   {own ? std::string() : first_byline(found.authors), "microdata"}});
}

// A date that stands as a line of its own, or nearly, at the top of the page.
std::string visible_date(const std::vector<HtmlBlock>& blocks) {
  constexpr std::uint32_t kLongestDateline = 120;
  for (const HtmlBlock& block : blocks) {
    if (block.letters > kLongestDateline) continue;
    if (const std::optional<FoundDate> date = find_date(block.text)) return date->iso;
  }
  return {};
}

Value find_date_of_page(const Found& found, const JsonLdArticle& json, const std::vector<HtmlBlock>& blocks,
                        const std::string& url) {
  const std::string published =
      meta(found, {"article:published_time", "og:published_time", "datepublished", "article:published",
                   "date", "dc.date", "dc.date.issued", "dcterms.created", "dc.date.created", "publish-date",
                   "pubdate", "publication_date", "parsely-pub-date", "sailthru.date",
                   "cxenseparse:recs:publishtime", "published_time", "article.published"});
  const std::string from_url = date_from_url(url);
  return first_of(
      {{parse_date(json.date), "json-ld"},
       {parse_date(published), "meta"},
       {found.microdata_date, "microdata"},
       {from_url.size() == 10 ? from_url : std::string(), "url"},
       {found.time, "time"},
       {visible_date(blocks), "visible"},
       {parse_date(meta(found, {"article:modified_time", "og:updated_time", "last-modified"})), "meta"},
       {from_url, "url"}});
}

// A page of an aggregator names itself as the site; the publisher of the article, where it names one, goes first.
Value find_outlet(const Found& found, const JsonLdArticle& json) {
  const std::vector<Value> names{{meta(found, {"og:site_name"}), "meta"},
                                 {json.publisher, "json-ld"},
                                 {meta(found, {"publisher", "dc.publisher", "article:publisher"}), "meta"},
                                 {meta(found, {"application-name", "apple-mobile-web-app-title"}), "meta"},
                                 {site_of_title(found.title), "title"}};
  const auto is_aggregator = [](const Value& value) {
    const Outlet* outlet = OutletRegistry::bundled().find(value.text);
    return outlet != nullptr && outlet->kind == "aggregator";
  };
  const auto is_name = [](const Value& value) { return !trim(value.text).empty(); };
  const auto publisher = std::ranges::find_if(
      names, [&](const Value& value) { return is_name(value) && !is_aggregator(value); });
  const auto any = std::ranges::find_if(names, is_name);
  const auto chosen = publisher != names.end() ? publisher : any;
  return chosen == names.end() ? Value{} : first_of({*chosen});
}

Value find_url(const Found& found, const JsonLdArticle& json) {
  const auto absolute = [](const std::string& url) {
    return url.find("://") == std::string::npos ? std::string() : url;
  };
  return first_of({{absolute(found.canonical), "canonical"},
                   {absolute(meta(found, {"og:url", "twitter:url"})), "meta"},
                   {absolute(json.url), "json-ld"}});
}

// By the type and section that the page gives, or a folder of its address (/editorial/, /tribune/).
Value find_genre(const Found& found, const JsonLdArticle& json, std::string_view url) {
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
                   {genre_of(meta(found, {"article:section"})), "meta"},
                   {folder, "url"}});
}

}  // namespace

HtmlMetadata read_metadata(const HtmlPage& page, const std::vector<HtmlBlock>& blocks) {
  const Found found = collect(page);
  JsonLdArticle json = read_json_ld(found.scripts);
  HtmlMetadata result;
  Article& article = result.article;
  const auto set = [&](std::string Article::* member, std::string_view field, Value value) {
    if (value.text.empty()) return;
    article.*member = std::move(value.text);
    set_origin(article, field, value.origin);
  };
  set(&Article::url, "url", find_url(found, json));
  set(&Article::title, "title", find_title(found, json));
  set(&Article::authors, "authors", find_authors(found, json));
  set(&Article::date, "date", find_date_of_page(found, json, blocks, article.url));
  set(&Article::outlet, "outlet", find_outlet(found, json));
  set(&Article::genre, "genre", find_genre(found, json, article.url));
  result.json_body = std::move(json.body);
  return result;
}

}  // namespace sahafa
