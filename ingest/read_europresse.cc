#include "ingest/read_europresse.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "ingest/dates.h"
#include "ingest/fields.h"
#include "ingest/html_query.h"
#include "ingest/lines.h"
#include "text/fold.h"

namespace sahafa {
namespace {

constexpr std::string_view kMarker = "DocPublicationName";
constexpr std::string_view kNumberBegin = "news·";

// A marker in a style sheet or script is none: it stands inside a tag. `before`: what is between it and the last one.
bool is_in_tag(std::string_view before) {
  const std::size_t bracket = before.find_last_of("<>");
  return bracket != std::string_view::npos && before[bracket] == '<';
}

// Where each article begins: the last <article or <table before its marker, else the tag of the marker.
std::vector<Span> find_records(std::string_view text) {
  std::vector<std::size_t> begins;
  std::size_t previous = 0;  // behind the last marker that is one
  std::size_t seen = 0;      // behind the last marker
  for (std::size_t at = text.find(kMarker); at != std::string_view::npos; at = text.find(kMarker, seen)) {
    const bool in_tag = is_in_tag(text.substr(seen, at - seen));
    seen = at + kMarker.size();
    if (!in_tag) continue;
    const std::string_view between = text.substr(previous, at - previous);
    std::size_t begin = between.rfind("<article");
    if (begin == std::string_view::npos) begin = between.rfind("<table");
    if (begin == std::string_view::npos) begin = between.rfind('<');
    begins.push_back(previous + begin);
    previous = seen;
  }
  return cut_records(text, begins);
}

// "Le Monde (site web), no. 12345 - Édition de Paris": the name alone.
std::string outlet_of(std::string_view name) {
  for (const std::string_view mark : {", no", ", n°", " (", " - ", "، عدد", "، ع."})
    name = name.substr(0, name.find(mark));
  return std::string(trim(name));
}

// All parts of the header: one span or, in the older layout, several.
std::string header_of(const HtmlPage& page) {
  std::string header;
  for (auto node = find_class(page, "docheader"); node;
       node = find_class(page, "docheader", page.nodes()[*node].end))
    header += (header.empty() ? "" : " ") + page.text(*node);
  return header;
}

std::string number_of(std::string_view text) {
  const std::size_t begin = text.find(kNumberBegin);
  if (begin == std::string_view::npos) return {};
  const std::string_view rest = text.substr(begin);
  return std::string(rest.substr(0, rest.find_first_of(" \t\r\n")));
}

void read_header(const HtmlPage& page, Article& article) {
  article.outlet = outlet_of(text_of_class(page, "docpublicationname"));
  article.key = number_of(page.text(0));
  const std::string header = header_of(page);
  article.genre = header.substr(0, header.find(','));
  if (const std::optional<FoundDate> date = find_date(header)) {
    article.date = date->iso;
  } else if (!article.key.empty()) {
    // A day later than the printed date in some exports, so only where that is missing.
    article.date = parse_date(article.key.substr(kNumberBegin.size(), 8));
    set_origin(article, "date", "document number");
  }
}

// Lines that end the text of the older layout and slip into that of the newer one.
bool is_rights_line(std::string_view line) {
  const std::string folded = fold(line);
  return folded.starts_with("©") || folded.starts_with("(c) ") ||
         folded.starts_with("tous droits reserves") || folded.starts_with("numero de document") ||
         folded.starts_with(kNumberBegin) || folded.starts_with("certificat emis") ||
         folded.starts_with("جميع الحقوق محفوظه");
}

std::string without_rights(const std::string& text) {
  for (const Span line : split_lines(text))
    if (is_rights_line(slice(text, line))) return text.substr(0, line.begin);
  return text;
}

// The older layout runs text and rights together: the first piece of text that is no more the article.
std::uint32_t rights_of(const HtmlPage& page, std::uint32_t from) {
  std::uint32_t at = from;
  while (at < page.nodes().size() && !is_rights_line(trim(page.nodes()[at].text))) ++at;
  return at;
}

bool is_text_container(const HtmlPage& page, std::uint32_t node) {
  return has_class(page, node, "doctext") || has_class(page, node, "dococurrcontainer");
}

// Every outermost container of text; the title has its own field.
std::string body_of(const HtmlPage& page) {
  std::string body;
  for (std::uint32_t i = 0; i < page.nodes().size();) {
    if (!is_text_container(page, i)) {
      ++i;
      continue;
    }
    const auto is_title = [&page](std::uint32_t node) { return has_class(page, node, "titrearticle"); };
    body += (body.empty() ? "" : "\n") + lines_of(page, i, page.nodes()[i].end, is_title);
    i = page.nodes()[i].end;
  }
  return body;
}

bool ends_sentence(std::string_view line) {
  constexpr std::string_view kEnds[] = {".", "!", "?", "؟", ":", "…", "»", "\""};
  return std::ranges::any_of(kEnds, [line](std::string_view mark) { return line.ends_with(mark); });
}

// The older layout signs the article in the line below its title.
void take_author_line(Article& article) {
  constexpr std::ptrdiff_t kMostSpaces = 10;
  const std::size_t end = article.text.find('\n');
  if (end == std::string::npos) return;
  const std::string line = article.text.substr(0, end);
  if (ends_sentence(line) || std::ranges::count(line, ' ') > kMostSpaces) return;
  article.authors = line;
  article.text.erase(0, end + 1);
}

// Authors have a class of their own, or are the first block between title and text.
std::string authors_of(const HtmlPage& page, std::uint32_t title) {
  constexpr std::size_t kLongestAuthors = 120;
  if (std::string authors = text_of_class(page, "docauthors"); !authors.empty()) return authors;
  const std::uint32_t around = page.nodes()[title].parent;
  const std::uint32_t behind = page.nodes()[has_class(page, around, "titrearticle") ? around : title].end;
  for (std::uint32_t i = behind; i < page.nodes().size() && !is_text_container(page, i); ++i) {
    if (page.name(i) != "div") continue;
    std::string text = page.text(i);
    return text.size() > kLongestAuthors ? std::string() : text;
  }
  return {};
}

Article read_record(std::string_view record) {
  const HtmlPage page(record);
  Article article;
  if (page.nodes().empty()) return article;
  read_header(page, article);
  const std::optional<std::uint32_t> title = find_class(page, "titrearticlevisu");
  if (title) article.title = page.text(*title);
  article.text = without_rights(body_of(page));
  if (!title) return article;
  if (!trim(article.text).empty()) {
    article.authors = authors_of(page, *title);
  } else {
    const auto is_certificate = [&page](std::uint32_t node) { return page.name(node) == "table"; };
    const std::uint32_t begin = page.nodes()[*title].end;
    article.text = lines_of(page, begin, rights_of(page, begin), is_certificate);
    take_author_line(article);
  }
  return article;
}

}  // namespace

bool EuropresseReader::accepts(std::string_view, std::string_view head) const {
  return head.find(kMarker) != std::string_view::npos && head.find('<') != std::string_view::npos;
}

void EuropresseReader::read(const SourceText& source, Intake& out) const {
  std::size_t number = 0;
  for (const Span record : find_records(source.text)) {
    ++number;
    Intake::Item item;
    item.article = read_record(slice(source.text, record));
    item.copies = {record};
    if (trim(item.article.text).empty()) {
      add_issue(out, "article " + std::to_string(number), "no text",
                "the export gives no text for this article; export it with its full text");
    } else {
      out.items.push_back(std::move(item));
    }
  }
  if (number == 0)
    add_issue(out, "", "no article", "a Europresse page without articles; export the articles as HTML", true);
}

}  // namespace sahafa
