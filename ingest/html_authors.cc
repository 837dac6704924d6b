#include "ingest/html_authors.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/bylines.h"
#include "ingest/fields.h"

namespace sahafa {
namespace {

// Names of several bylines together. One that holds another one says it in a sentence ("All articles of ..."), and
// the name of the site is no author.
std::string join_authors(const std::vector<std::string>& bylines, const SiteNames& site) {
  std::vector<std::string> names;
  for (const std::string& byline : bylines) {
    for (std::string& name : names_of_byline(byline)) {
      const std::string key = squeezed(name);
      const bool repeated = std::ranges::any_of(
          names, [&](const std::string& known) { return key.find(squeezed(known)) != std::string::npos; });
      if (!names_site(name, site) && !repeated) names.push_back(std::move(name));
    }
  }
  std::string joined;
  for (const std::string& name : names) joined += (joined.empty() ? "" : "; ") + name;
  return joined;
}

std::vector<std::string> texts(const std::vector<NodeText>& values) {
  std::vector<std::string> result;
  for (const NodeText& value : values) result.push_back(value.text);
  return result;
}

// The first byline that is one, those behind the headline before those above it.
std::string first_byline(const std::vector<NodeText>& bylines, const Neighbourhood& near,
                         const SiteNames& site) {
  std::string above;
  for (const NodeText& byline : bylines) {
    std::string names = join_authors({byline.text}, site);
    if (names.empty()) continue;
    if (byline.node >= near.headline) return names;
    if (above.empty()) above = std::move(names);
  }
  return above;
}

// A line that says that it is a byline; the word may stand alone, with the name in the next block.
std::string visible_byline(const Neighbourhood& near, const SiteNames& site) {
  for (std::size_t i = 0; i < near.blocks.size(); ++i) {
    const HtmlBlock& block = *near.blocks[i];
    std::string names;
    if (is_byline(block.text)) {
      names = join_authors({block.text}, site);
    } else if (is_byline_word(block.text)) {
      // Blocks before the headline are listed backwards.
      const bool behind = block.position >= near.headline;
      const std::size_t next = behind ? i + 1 : i - 1;
      if (next < near.blocks.size() && is_byline("par " + near.blocks[next]->text))
        names = join_authors({near.blocks[next]->text}, site);
    }
    if (!names.empty()) return names;
  }
  return {};
}

std::string linked_author(const PageStatements& found, const Neighbourhood& near, const SiteNames& site) {
  std::vector<std::string> names;
  for (const NodeText& link : found.author_links)
    if (near.holds(link.node) && is_byline("par " + link.text)) names.push_back(link.text);
  return join_authors(names, site);
}

// Authors that the page shows: in a line that says so near the headline, in an element whose class says so, in a link
// to the page of an author. Where the line goes on behind the names, the element knows where they end.
FoundValue shown_authors(const PageStatements& found, const Neighbourhood& near, const SiteNames& site) {
  const std::string line = visible_byline(near, site);
  const std::string element = first_byline(found.bylines, near, site);
  const bool same = !element.empty() && line.starts_with(element);
  if (!line.empty() && !same) return {line, "visible"};
  return element.empty() ? FoundValue{linked_author(found, near, site), "link"}
                         : FoundValue{element, "byline"};
}

}  // namespace

FoundValue find_authors(const PageStatements& found, const JsonLdArticle& data, const Neighbourhood& near,
                        const SiteNames& site) {
  constexpr std::size_t kMostAuthors = 4;  // a page that marks more lists other articles
  const bool own = found.authors.size() <= kMostAuthors;
  const std::string declared = found.first_meta({"author", "article:author", "dc.creator", "dcterms.creator",
                                                 "parsely-author", "sailthru.author", "byl", "og:author"});
  const auto marked = [&] { return own ? join_authors(texts(found.authors), site) : std::string(); };
  if (std::string names = join_authors(data.authors, site); !names.empty()) return {names, "json-ld"};
  if (std::string names = join_authors({declared}, site); !names.empty()) return {names, "meta"};
  if (std::string names = marked(); !names.empty()) return {names, "microdata"};
  if (FoundValue shown = shown_authors(found, near, site); !shown.text.empty()) return shown;
  if (!own)
    if (std::string names = first_byline(found.authors, near, site); !names.empty())
      return {names, "microdata"};
  return {join_authors(data.authors, {}), "json-ld"};
}

}  // namespace sahafa
