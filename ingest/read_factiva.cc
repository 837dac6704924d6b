#include "ingest/read_factiva.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "ingest/factiva_fields.h"
#include "ingest/factiva_xml.h"
#include "ingest/fields.h"
#include "ingest/html_query.h"
#include "ingest/lines.h"

namespace sahafa {
namespace {

constexpr std::string_view kMarker = "class=\"article ";

// The language in class="article frArticle" at `at`, or empty where that is another kind of page.
std::string_view language_of_marker(std::string_view text, std::size_t at) {
  const std::string_view name = text.substr(at + kMarker.size(), 9);
  return name.size() == 9 && name.substr(2) == "Article" ? name.substr(0, 2) : std::string_view();
}

std::size_t find_marker(std::string_view text, std::size_t from) {
  std::size_t at = text.find(kMarker, from);
  while (at != std::string_view::npos && language_of_marker(text, at).empty())
    at = text.find(kMarker, at + 1);
  return at;
}

std::vector<Span> html_records(std::string_view text) {
  std::vector<std::size_t> begins;
  std::size_t previous = 0;
  for (std::size_t at = find_marker(text, 0); at != std::string_view::npos;
       at = find_marker(text, at + kMarker.size())) {
    const std::size_t bracket = text.substr(previous, at - previous).rfind('<');
    begins.push_back(bracket == std::string_view::npos ? at : previous + bracket);
    previous = at + kMarker.size();
  }
  return cut_records(text, begins);
}

// In text an article reaches up to its "Document ..." line; what follows the last one is a summary of the search.
std::vector<Span> text_records(std::string_view text) {
  std::vector<Span> records;
  std::uint32_t begin = 0;
  for (const Span line : split_lines(text)) {
    if (factiva_number_of_line(slice(text, line)).empty()) continue;
    records.push_back(trim_span(text, {begin, line.end}));
    begin = line.end;
  }
  return records;
}

// The cell behind the one with a field's code.
std::optional<std::uint32_t> next_cell(const HtmlPage& page, std::uint32_t cell) {
  const std::uint32_t row_end = page.nodes()[page.nodes()[cell].parent].end;
  for (std::uint32_t i = page.nodes()[cell].end; i < row_end; i = page.nodes()[i].end)
    if (page.name(i) == "td") return i;
  return std::nullopt;
}

FactivaFields coded_fields(const HtmlPage& page) {
  FactivaFields fields;
  for (std::uint32_t i = 0; i < page.nodes().size(); ++i) {
    if (page.name(i) != "td" || !has_class(page, i, "index")) continue;
    const std::string label = page.text(i);
    const std::string_view code = trim(label);
    const std::optional<std::uint32_t> value = next_cell(page, i);
    if (!value || !is_factiva_code(code)) continue;
    const bool body = code == "LP" || code == "TD";
    fields[std::string(code)] = body ? lines_of(page, *value, page.nodes()[*value].end) : page.text(*value);
  }
  return fields;
}

bool is_headline(const HtmlPage& page, std::uint32_t node) {
  return page.attribute(node, "class").find("Headline") != std::string_view::npos;
}

// Without indexing: headline, imprint in blocks of its own, paragraphs, accession number.
FactivaFields bare_fields(const HtmlPage& page) {
  FactivaFields fields;
  const auto size = static_cast<std::uint32_t>(page.nodes().size());
  std::uint32_t headline = 0;
  while (headline < size && !is_headline(page, headline)) ++headline;
  if (headline == size) return fields;
  fields["HD"] = page.text(headline);
  const std::uint32_t begin = page.nodes()[headline].end;
  const std::uint32_t body = find_class(page, "articleparagraph", begin).value_or(size);
  read_factiva_imprint(lines_of(page, begin, body), fields);
  const std::string text = lines_of(page, body, size);
  for (const Span span : split_lines(text)) {
    const std::string_view line = slice(text, span);
    std::string& field = fields[factiva_number_of_line(line).empty() ? "TD" : "AN"];
    field.append(field.empty() ? "" : "\n").append(line);
  }
  return fields;
}

Article read_html_record(std::string_view record) {
  const HtmlPage page(record);
  FactivaFields fields = coded_fields(page);
  if (fields.empty()) fields = bare_fields(page);
  Article article = factiva_article(fields);
  const std::string lang(language_of_marker(record, find_marker(record, 0)));
  if (language_of(article.lang).empty()) article.lang = lang;
  return article;
}

Article read_text_record(std::string_view record) { return factiva_article(read_factiva_lines(record)); }

Article read_xml_record(std::string_view record) { return factiva_article(read_factiva_xml(record)); }

// How a layout is taken apart and read.
struct Layout {
  std::vector<Span> (*cut)(std::string_view text);
  Article (*read)(std::string_view record);
};

Layout layout_of(std::string_view text) {
  constexpr std::size_t kHeadBytes = std::size_t{1} << 12;
  if (is_factiva_xml(text.substr(0, kHeadBytes))) return {factiva_xml_records, read_xml_record};
  if (find_marker(text, 0) != std::string_view::npos) return {html_records, read_html_record};
  return {text_records, read_text_record};
}

}  // namespace

bool FactivaReader::accepts(std::string_view, std::string_view head) const {
  if (is_factiva_xml(head) || find_marker(head, 0) != std::string_view::npos) return true;
  if (trim(head).starts_with('<')) return false;  // a page of another kind: its lines need not be looked at
  constexpr std::size_t kCodedArticle = 4;
  if (count_factiva_codes(head) >= kCodedArticle) return true;
  const std::vector<Span> lines = split_lines(head);
  return std::ranges::any_of(
      lines, [head](Span line) { return !factiva_number_of_line(slice(head, line)).empty(); });
}

void FactivaReader::read(const SourceText& source, Intake& out) const {
  const Layout layout = layout_of(source.text);
  const std::vector<Span> records = layout.cut(source.text);
  std::unordered_map<std::string, std::size_t> places;  // of articles in out.items, by outlet and key
  std::size_t number = 0;
  for (const Span record : records) {
    ++number;
    const std::string_view text = slice(source.text, record);
    Intake::Item item{layout.read(text), {record}, {}};
    if (trim(item.article.text).empty()) {
      add_issue(
          out, "article " + std::to_string(number), "no text",
          "the download gives no text for this article; choose the display format with the full article");
      continue;
    }
    const std::string name = item.article.outlet + "\n" + item.article.key;
    const auto known = item.article.key.empty() ? places.end() : places.find(name);
    if (known != places.end()) {
      out.items[known->second].copies.push_back(record);
    } else {
      places.emplace(name, out.items.size());
      out.items.push_back(std::move(item));
    }
  }
  if (number == 0)
    add_issue(out, "", "no article",
              "looks like a Factiva download, but holds no <article> and no article that ends with its "
              "\"Document\" line",
              true);
}

}  // namespace sahafa
