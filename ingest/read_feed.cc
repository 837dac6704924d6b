#include "ingest/read_feed.h"

#include <string>
#include <utility>
#include <vector>

#include "corpus/outlet.h"
#include "ingest/feed_document.h"
#include "ingest/fields.h"
#include "ingest/html_query.h"
#include "ingest/lines.h"

namespace sahafa {
namespace {

// True where `<item>`, `<entry ...>` or `<rss:item>` stands.
bool is_entry_tag(std::string_view text, std::size_t at) {
  std::string_view name = text.substr(at + 1, 32);
  name = name.substr(0, name.find_first_of("> \t\r\n"));
  if (const std::size_t colon = name.find(':'); colon != std::string_view::npos)
    name.remove_prefix(colon + 1);
  return name == "item" || name == "entry";
}

std::size_t behind(std::string_view text, std::size_t from, std::string_view mark) {
  const std::size_t at = text.find(mark, from);
  return at == std::string_view::npos ? text.size() : at + mark.size();
}

// Where entries begin; tags inside CDATA and comments are text.
std::vector<Span> find_entries(std::string_view text) {
  std::vector<std::size_t> begins;
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at)) {
    const std::string_view rest = text.substr(at, 9);
    if (rest == "<![CDATA[") {
      at = behind(text, at, "]]>");
    } else if (rest.starts_with("<!--")) {
      at = behind(text, at, "-->");
    } else {
      if (is_entry_tag(text, at)) begins.push_back(at);
      ++at;
    }
  }
  return cut_records(text, begins);
}

std::string plain_text(const std::string& html) {
  const HtmlPage page(html);
  return lines_of(page, 0, static_cast<std::uint32_t>(page.nodes().size()));
}

// A feed of an aggregator names the source of each entry; a feed of a section ("Le Matin - Économie") is known by
// its address, which completion looks at where no name is given.
std::string outlet_of(const FeedEntry& entry, const Feed& feed, const OutletRegistry& outlets) {
  if (!entry.source.empty()) return entry.source;
  return outlets.find_by_url(entry.url) == nullptr ? feed.title : std::string();
}

Article article_of(const FeedEntry& entry, const Feed& feed, const OutletRegistry& outlets) {
  Article article;
  article.outlet = outlet_of(entry, feed, outlets);
  article.key = entry.id;
  article.title = plain_text(entry.title);
  article.url = entry.url;
  article.date = entry.date;
  article.authors = entry.authors;
  article.lang = entry.lang.empty() ? feed.lang : entry.lang;
  article.text = plain_text(entry.content);
  if (trim(article.text).empty()) {
    article.text = plain_text(entry.summary);
    set_origin(article, "text", "summary");
  }
  return article;
}

}  // namespace

bool FeedReader::accepts(std::string_view, std::string_view head) const {
  head = trim(head);
  const auto holds = [head](std::string_view mark) { return head.find(mark) != std::string_view::npos; };
  const bool xml = head.starts_with("<?xml") || head.starts_with("<!--") || head.starts_with("<rss") ||
                   head.starts_with("<feed") || head.starts_with("<rdf:RDF");
  const bool atom = holds("feed") && holds("http://www.w3.org/2005/Atom") && !holds("<html");
  return xml && (holds("<rss") || holds("http://purl.org/rss/1.0/") || atom);
}

void FeedReader::read(const SourceText& source, Intake& out) const {
  const Feed feed = read_feed_document(source.text);
  if (!feed.complete)
    add_issue(out, "", "xml",
              "the feed is broken XML or larger than 64 MiB; the entries before the break were taken: fetch "
              "it again, or cut it in parts");
  const std::vector<Span> places = find_entries(source.text);
  const Span whole{0, static_cast<std::uint32_t>(source.text.size())};
  for (std::size_t i = 0; i < feed.entries.size(); ++i) {
    Intake::Item item;
    item.article = article_of(feed.entries[i], feed, *source.outlets);
    item.copies = {places.size() == feed.entries.size() ? places[i] : whole};
    if (trim(item.article.text).empty()) {
      add_issue(out, "entry " + std::to_string(i + 1), "no text",
                "the feed gives neither content nor summary; save the page " + feed.entries[i].url);
      continue;
    }
    out.items.push_back(std::move(item));
  }
  if (feed.entries.empty()) add_issue(out, "", "no article", "the feed has no entries", true);
}

}  // namespace sahafa
