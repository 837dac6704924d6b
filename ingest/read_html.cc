#include "ingest/read_html.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ingest/bylines.h"
#include "ingest/dates.h"
#include "ingest/fields.h"
#include "ingest/html_blocks.h"
#include "ingest/html_body.h"
#include "ingest/html_document.h"
#include "ingest/html_metadata.h"
#include "ingest/html_profile.h"
#include "ingest/html_state.h"
#include "ingest/saved_page.h"
#include "ingest/split.h"
#include "text/fold.h"

namespace sahafa {
namespace {

// articleBody is the text where the page itself has none or a stump (paywall, script-made pages); it may hold
// markup.
std::string choose_body(std::string body, const std::string& json_body) {
  constexpr std::size_t kStump = 3;
  if (json_body.size() < body.size() * kStump) return body;
  if (json_body.find('<') == std::string::npos) return json_body;
  const HtmlPage page(json_body);
  return page.nodes().empty() ? std::move(body) : page.text(0);
}

struct PageArticle {
  Article article;
  std::string text;
  std::string titles;
};

PageArticle read_page(const HtmlPage& page, std::span<const std::uint16_t> names,
                      const OutletRegistry& outlets) {
  std::vector<HtmlBlock> blocks = make_blocks(page, names);
  HtmlMetadata metadata = read_metadata(collect_statements(page, names), blocks, outlets);
  confirm_blocks(blocks, metadata.json_body);
  const BodyHints hints{metadata.article.title, metadata.description};
  std::string text = choose_body(extract_body(page, blocks, hints), metadata.json_body);
  return {std::move(metadata.article), std::move(text), std::move(metadata.titles)};
}

void fill_in(std::string Article::* field, std::string_view name, std::string value, Article& article) {
  if (value.empty() || !(article.*field).empty()) return;
  article.*field = std::move(value);
  set_origin(article, name, "script");
}

// What a page shows only with the help of its scripts: its text, where the HTML has a stump, its date.
void apply_state(std::string_view html, PageArticle& read) {
  constexpr std::size_t kStump = 500;  // bytes
  if (read.text.size() >= kStump && !read.article.date.empty()) return;
  StateArticle state = read_page_state(html, read.titles);
  fill_in(&Article::date, "date", settle_date(state.date), read.article);
  if (read.text.size() >= kStump) return;
  fill_in(&Article::authors, "authors", std::move(state.authors), read.article);
  if (state.body.size() <= read.text.size()) return;
  read.text = std::move(state.body);
  set_origin(read.article, "text", "script");
}

void replace(std::string Article::* field, std::string_view name, std::string value, Article& article) {
  if (value.empty()) return;
  article.*field = std::move(value);
  std::erase_if(article.origins, [&](const FieldOrigin& origin) { return origin.field == name; });
  set_origin(article, name, "profile");
}

// What a profile is asked for and does not find: sites are made anew.
void report_misses(const Outlet& outlet, const ProfiledPage& found, Intake& out) {
  std::string missing = found.text.empty() ? "'body'" : "";
  if (found.text.empty() && outlet.page.body.empty()) missing.clear();
  if (found.title.empty() && !outlet.page.title.empty())
    missing += missing.empty() ? "'title'" : " and 'title'";
  if (missing.empty()) return;
  add_issue(out, "", "profile",
            "the profile of " + outlet.name + " (" + outlet.page.place + ") finds no " + missing +
                "; the page was read by the general rules: has the site changed? compare the selectors with "
                "the page");
}

// What the outlet's own profile finds goes before what the general rules find.
void apply_profile(const HtmlPage& page, const std::vector<std::uint16_t>& names, const Outlet& outlet,
                   PageArticle& read, Intake& out) {
  ProfiledPage found = read_by_profile(page, names, outlet.page, read.article.title);
  report_misses(outlet, found, out);
  replace(&Article::title, "title", std::move(found.title), read.article);
  replace(&Article::authors, "authors", std::move(found.authors), read.article);
  replace(&Article::date, "date", std::move(found.date), read.article);
  if (found.text.empty()) return;
  read.text = std::move(found.text);
  set_origin(read.article, "text", "profile");
}

PageArticle read_page(const HtmlPage& page, const SourceText& source, Intake& out) {
  std::vector<std::uint16_t> names = names_of_nodes(page);
  PageArticle read = read_page(page, names, *source.outlets);
  const std::string& url = source.address.empty() ? read.article.url : source.address;
  const Outlet* outlet = find_profiled(*source.outlets, url, read.article.outlet);
  if (outlet == nullptr) return read;
  if (!outlet->page.drop.empty()) {
    names = drop_by_profile(page, std::move(names), outlet->page);
    read = read_page(page, names, *source.outlets);
  }
  apply_profile(page, names, *outlet, read, out);
  return read;
}

}  // namespace

bool HtmlReader::accepts(std::string_view path, std::string_view head) const {
  for (const std::string_view ending : {".html", ".htm", ".xhtml"})
    if (path.ends_with(ending)) return true;
  const std::string start = fold(trim(head));
  return start.starts_with("<!doctype html") || start.starts_with("<html") ||
         start.find("<html") != std::string::npos || start.find("<body") != std::string::npos;
}

void HtmlReader::read(const SourceText& source, Intake& out) const {
  const std::optional<std::string> own = without_archive_parts(source.text);
  const HtmlPage page(own ? *own : source.text);
  PageArticle read = read_page(page, source, out);
  apply_state(own ? *own : source.text, read);
  const std::string& body = read.text;
  if (trim(body).empty()) {
    add_issue(out, "", "no text",
              "the page has no running text; it may need a browser to show its article: save it from there",
              true);
    return;
  }
  Intake::Item item;
  item.article = std::move(read.article);
  if (item.article.authors.empty()) {
    item.article.authors = signature_of(body);
    if (!item.article.authors.empty()) set_origin(item.article, "authors", "signature");
  }
  const std::vector<Span> copies = split_copies(body);
  item.article.text = std::string(slice(body, longest_copy(copies)));
  item.copies =
      copies_in_record(source.text, {0, static_cast<std::uint32_t>(source.text.size())}, copies.size());
  out.items.push_back(std::move(item));
}

}  // namespace sahafa
