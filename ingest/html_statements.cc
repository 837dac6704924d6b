#include "ingest/html_statements.h"

#include <algorithm>
#include <array>
#include <utility>

#include "ingest/address.h"
#include "ingest/dates.h"
#include "ingest/fields.h"
#include "ingest/labelled_dates.h"
#include "text/fold.h"

namespace sahafa {
namespace {

constexpr std::uint32_t kLargestByline = 40;  // nodes

void take_meta(const HtmlPage& page, std::uint32_t i, PageStatements& found) {
  const std::string_view content = trim(page.attribute(i, "content"));
  if (content.empty()) return;
  for (const char* attribute : {"property", "name", "itemprop"}) {
    const std::string_view key = page.attribute(i, attribute);
    if (!key.empty()) found.meta.emplace(fold(key), content);
  }
}

// What an element says of its date: in words that a reader sees, else in attributes. Systems that print a day of
// publication in words have been seen to put the day of the last change beside it for machines.
LabelledDate date_of_element(const HtmlPage& page, std::uint32_t i) {
  constexpr std::uint32_t kLargestDate = 30;  // nodes
  LabelledDate shown;
  if (page.nodes()[i].end - i <= kLargestDate) shown = read_labelled_date(page.text(i));
  if (shown.published) return shown;
  for (const char* attribute : {"datetime", "content", "title"})
    if (std::string date = settle_date(page.attribute(i, attribute)); !date.empty())
      return {std::move(date), false, shown.modified};
  return shown;
}

// /auteur/leila-amrani, /author/x/: a folder of the address that holds the pages of authors.
bool leads_to_author(std::string_view address) {
  constexpr std::array<std::string_view, 18> kFolders{
      "author",  "authors",     "auteur",       "auteurs", "journaliste", "journalistes",
      "autor",   "autoren",     "autores",      "autore",  "redacteur",   "writer",
      "writers", "contributor", "contributeur", "profile", "profil",      "people"};
  constexpr std::array<std::string_view, 3> kArabicFolders{"كاتب", "الكاتب", "كتاب"};
  const std::string decoded = decode_percent(address.substr(0, address.find_first_of("?#")));
  for (std::size_t at = decoded.find('/'); at != std::string::npos;) {
    const std::size_t end = decoded.find('/', at + 1);
    if (end == std::string::npos || end + 1 == decoded.size()) return false;  // the last part is the author's
    const std::string_view folder = std::string_view(decoded).substr(at + 1, end - at - 1);
    if (std::ranges::find(kFolders, folder) != kFolders.end() ||
        std::ranges::find(kArabicFolders, folder) != kArabicFolders.end())
      return true;
    at = end;
  }
  return false;
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

class Collector {
 public:
  Collector(const HtmlPage& page, std::span<const std::uint16_t> names) : page_(page), names_(names) {
    for (std::uint32_t i = 0; i < page.nodes().size(); ++i)
      if (page.nodes()[i].tag == HtmlTag::heading1) main_headings_.push_back(i);
  }

  PageStatements collect() {
    for (std::uint32_t i = 0; i < page_.nodes().size();) {
      const bool dropped = (names_[i] & kNamesDropped) != 0;
      if (!dropped && page_.nodes()[i].tag != HtmlTag::text) take(i);
      i = dropped ? page_.nodes()[i].end : i + 1;
    }
    return std::move(found_);
  }

 private:
  void take(std::uint32_t i) {
    const HtmlTag tag = page_.nodes()[i].tag;
    const std::string_view name = page_.name(i);
    if (name == "meta") {
      take_meta(page_, i, found_);
    } else if (name == "link") {
      if (page_.attribute(i, "rel") == "canonical")
        found_.canonical = std::string(page_.attribute(i, "href"));
    } else if (name == "script") {
      if (page_.attribute(i, "type").find("ld+json") != std::string_view::npos)
        found_.scripts.push_back(page_.raw_text(i));
    } else if (tag == HtmlTag::title) {
      if (found_.title.empty()) found_.title = page_.text(i);
    } else if (tag != HtmlTag::hidden) {
      take_element(i, name);
    }
  }

  void take_element(std::uint32_t i, std::string_view name) {
    if ((names_[i] & kNamesComments) != 0 && !holds_main_heading(i))
      comments_until_ = std::max(comments_until_, page_.nodes()[i].end);
    if (page_.nodes()[i].tag == HtmlTag::heading1) found_.headings.push_back({page_.text(i), i});
    if ((names_[i] & kNamesLogo) != 0 && name != "img") logo_until_ = std::max(logo_until_, logo_end(i));
    if (name == "img") take_logo(i);
    const std::string_view itemprop = page_.attribute(i, "itemprop");
    if (itemprop == "headline" && found_.microdata_title.empty()) found_.microdata_title = value_of(page_, i);
    if (itemprop == "publisher" && found_.microdata_publisher.empty() && is_small(i))
      found_.microdata_publisher = value_of(page_, i);
    if (i < comments_until_) return;
    take_date(i, itemprop);
    take_byline(i, itemprop);
  }

  bool is_small(std::uint32_t i) const { return page_.nodes()[i].end - i <= kLargestByline; }

  bool holds_main_heading(std::uint32_t i) const {
    const auto next = std::ranges::lower_bound(main_headings_, i);
    return main_headings_.empty() ? (page_.nodes()[i].end - i) * 2 > page_.nodes().size()
                                  : next != main_headings_.end() && *next < page_.nodes()[i].end;
  }

  std::uint32_t logo_end(std::uint32_t i) const { return is_small(i) ? page_.nodes()[i].end : i; }

  void take_logo(std::uint32_t i) {
    if ((names_[i] & kNamesLogo) == 0 && i >= logo_until_) return;
    if (const std::string_view alt = trim(page_.attribute(i, "alt")); !alt.empty())
      found_.logos.emplace_back(alt);
  }

  void take_date(std::uint32_t i, std::string_view itemprop) {
    const bool time = page_.nodes()[i].tag == HtmlTag::time;
    const bool published = itemprop == "datePublished" || (names_[i] & kNamesPublished) != 0 ||
                           (time && !page_.attribute(i, "pubdate").empty()) ||
                           page_.attribute(i, "property").ends_with("datePublished");
    const bool named = (names_[i] & kNamesDate) != 0 && is_small(i);
    if (!time && !published && !named) return;
    LabelledDate date = date_of_element(page_, i);
    if (date.text.empty()) return;
    const bool modified = date.modified || (names_[i] & kNamesModified) != 0 || itemprop == "dateModified";
    if (published && !modified && found_.microdata_date.empty()) found_.microdata_date = date.text;
    found_.times.push_back({std::move(date.text), i, date.published || published, modified});
  }

  void take_byline(std::uint32_t i, std::string_view itemprop) {
    if (!is_small(i)) return;
    if (itemprop == "author" || itemprop == "creator" || page_.attribute(i, "rel") == "author") {
      found_.authors.push_back({value_of(page_, i), i});
    } else if ((names_[i] & kNamesByline) != 0) {
      found_.bylines.push_back({page_.text(i), i});
    } else if (page_.nodes()[i].tag == HtmlTag::link && leads_to_author(page_.attribute(i, "href"))) {
      found_.author_links.push_back({page_.text(i), i});
    }
  }

  const HtmlPage& page_;
  std::span<const std::uint16_t> names_;
  PageStatements found_;
  std::vector<std::uint32_t> main_headings_;
  std::uint32_t comments_until_ = 0;
  std::uint32_t logo_until_ = 0;
};

}  // namespace

std::string PageStatements::first_meta(std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names)
    if (const auto value = meta.find(std::string(name)); value != meta.end()) return value->second;
  return {};
}

PageStatements collect_statements(const HtmlPage& page, std::span<const std::uint16_t> names) {
  return Collector(page, names).collect();
}

}  // namespace sahafa
