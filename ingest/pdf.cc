#include "ingest/pdf.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <vector>

#include "ingest/fields.h"
#include "ingest/pdf_file.h"
#include "ingest/pdf_heads.h"
#include "ingest/pdf_lines.h"
#include "ingest/pdf_text.h"
#include "text/error.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

constexpr std::size_t kMarkWithin = 1024;  // bytes, as readers of PDF allow
constexpr int kMostPages = 5000;
constexpr std::size_t kMostTextBytes = std::size_t{64} << 20;
constexpr std::chrono::seconds kMostTime{120};

struct Pages {
  std::vector<PdfLine> lines;
  std::vector<double> heights;
  std::vector<int> blank;  // numbers from 1, as readers count them
};

void warn(SourceHints& said, std::string place, std::string kind, std::string message) {
  said.issues.push_back({{}, std::move(place), std::move(kind), std::move(message), false});
}

Pages read_pages(const PdfFile& file, SourceHints& said) {
  Pages pages;
  const auto started = std::chrono::steady_clock::now();
  std::size_t bytes = 0;
  const int count = std::min(file.page_count(), kMostPages);
  int done = 0;
  for (; done < count && bytes < kMostTextBytes && std::chrono::steady_clock::now() - started < kMostTime;
       ++done) {
    const PdfPage page = file.page(done);
    std::vector<PdfLine> lines = make_lines(page, done);
    pages.heights.push_back(page.height);
    if (lines.empty()) pages.blank.push_back(done + 1);
    for (PdfLine& line : lines) {
      bytes += line.seen.size();
      pages.lines.push_back(std::move(line));
    }
  }
  if (done < file.page_count())
    warn(said, fmt::format("page {}", done + 1), "limit",
         fmt::format("only {} of {} pages were read; cut the file into smaller ones", done,
                     file.page_count()));
  return pages;
}

std::string numbers(const std::vector<int>& pages) {
  constexpr std::size_t kMost = 10;
  std::string list;
  for (std::size_t i = 0; i < std::min(pages.size(), kMost); ++i)
    list.append(list.empty() ? "" : ", ").append(std::to_string(pages[i]));
  return pages.size() > kMost ? list + ", ..." : list;
}

void check_blank_pages(const Pages& pages, SourceHints& said) {
  if (pages.lines.empty())
    throw Error(ErrorCode::malformed, fmt::format("no text on the {} pages of the PDF: scanned pictures; "
                                                  "recognise the text first (OCR, for example "
                                                  "with ocrmypdf -l fra+ara) and ingest the result",
                                                  pages.heights.size()));
  if (pages.blank.empty()) return;
  warn(said, "page " + std::to_string(pages.blank.front()), "no text",
       fmt::format("{} of {} pages have no text (pages {}): pictures, or scanned; recognise their text (OCR) "
                   "if it is needed",
                   pages.blank.size(), pages.heights.size(), numbers(pages.blank)));
}

// Fonts without a table of their letters give codes from the private block, or controls.
void check_letters(const std::vector<PdfLine>& lines, SourceHints& said) {
  std::size_t all = 0;
  std::size_t unknown = 0;
  for (const PdfLine& line : lines) {
    for (const char32_t c : line.seen) {
      ++all;
      unknown += (c >= 0xE000 && c < 0xF8E0) || c == 0xFFFD || c < 0x20 ? 1 : 0;
    }
  }
  if (unknown * 20 > all)
    warn(said, "", "letters",
         fmt::format("{} of {} characters have no meaning: the PDF does not say which letters its fonts "
                     "show; recognise its text (OCR)",
                     unknown, all));
}

void check_end(std::string_view bytes, SourceHints& said) {
  constexpr std::size_t kTail = 2048;
  const std::string_view tail = bytes.substr(bytes.size() - std::min(bytes.size(), kTail));
  if (tail.find("%%EOF") == std::string_view::npos)
    warn(said, "", "truncated",
         "the PDF ends too early; what could be read of it was taken, pages may be missing");
}

bool is_printed_by_browser(const PdfInfo& info) {
  constexpr std::array<std::string_view, 5> kBrowsers{"Mozilla", "Chrom", "Skia/PDF", "Firefox",
                                                      "wkhtmltopdf"};
  return std::ranges::any_of(
      kBrowsers, [&](std::string_view name) { return info.creator.find(name) != std::string::npos; });
}

std::string address_in(const std::vector<std::string>& edges) {
  for (const std::string& edge : edges) {
    const std::size_t begin = std::min(edge.find("http://"), edge.find("https://"));
    if (begin == std::string::npos) continue;
    const std::string address = edge.substr(begin, edge.find_first_of(" \t", begin) - begin);
    if (!address.ends_with("...") && !address.ends_with("…")) return address;
  }
  return {};
}

// Names that programs put where nobody gave one.
bool is_title(const std::string& title) {
  constexpr std::array<std::string_view, 9> kFiles{".doc", ".docx", ".indd", ".qxd", ".qxp",
                                                   ".pdf", ".odt",  ".rtf",  ".html"};
  constexpr std::array<std::string_view, 6> kNothing{"microsoft word", "untitled", "sans titre",
                                                     "document1",      "http",     "about:blank"};
  const std::string folded = fold(title);
  return count_code_points(folded) > 3 && folded.find(' ') != std::string::npos &&
         std::ranges::none_of(kFiles, [&](std::string_view end) { return folded.ends_with(end); }) &&
         std::ranges::none_of(kNothing, [&](std::string_view name) { return folded.starts_with(name); });
}

bool is_author(const std::string& name) {
  constexpr std::array<std::string_view, 8> kUsers{"admin", "administrator",        "administrateur",
                                                   "user",  "utilisateur",          "unknown",
                                                   "root",  "microsoft office user"};
  return std::ranges::find(kUsers, fold(name)) == kUsers.end();
}

// The paragraph of the first page that the document's title repeats (a site's name may follow there), else the one that is set clearly
// larger than the text: the largest may be the name of the paper.
std::string headline_of(const std::vector<PdfParagraph>& paragraphs, double body, const std::string& title) {
  constexpr std::size_t kShortestTitle = 12;
  constexpr double kLarger = 1.25;
  constexpr std::size_t kLongestHeadline = 300;
  const PdfParagraph* largest = nullptr;
  const std::string folded_title = fold(title);
  for (const PdfParagraph& paragraph : paragraphs) {
    if (paragraph.page == 0 && count_code_points(paragraph.text) >= kShortestTitle &&
        folded_title.find(fold(paragraph.text)) != std::string::npos)
      return paragraph.text;
    const bool fits = paragraph.page == 0 && paragraph.size > kLarger * body &&
                      paragraph.text.size() <= kLongestHeadline && count_code_points(paragraph.text) > 3;
    if (fits && (largest == nullptr || paragraph.size > largest->size)) largest = &paragraph;
  }
  return largest == nullptr ? std::string() : largest->text;
}

void say(const PdfInfo& info, bool printed, const std::vector<std::string>& edges, SourceHints& said) {
  said.origin = "pdf";
  if (is_title(info.title) && said.title.empty()) said.title = std::string(trim(info.title));
  if (is_author(info.authors) && said.authors.empty()) said.authors = std::string(trim(info.authors));
  if (said.url.empty()) said.url = address_in(edges);
  if (!printed) {
    said.made = info.made;
  } else if (said.captured.empty()) {
    said.captured = info.made;
  }
}

std::string joined(const std::vector<PdfParagraph>& paragraphs, SourceHints& said) {
  std::string text;
  for (const PdfParagraph& paragraph : paragraphs) {
    if (!text.empty()) text += '\n';
    while (said.page_begins.size() <= static_cast<std::size_t>(paragraph.page))
      said.page_begins.push_back(text.size());
    for (const std::size_t turn : paragraph.page_turns) said.page_begins.push_back(text.size() + turn);
    text += paragraph.text;
  }
  return text;
}

}  // namespace

bool is_pdf(std::string_view bytes) {
  const std::size_t at = bytes.substr(0, kMarkWithin).find("%PDF-");
  if (at == std::string_view::npos) return false;
  // A text may speak of the mark.
  return at == 0 || bytes.substr(0, at).find_first_not_of(" \t\r\n\xEF\xBB\xBF") == std::string_view::npos;
}

DecodedText decode_pdf(std::string_view bytes, SourceHints& said) {
  const PdfFile file(bytes);
  const PdfInfo info = file.info();
  Pages pages = read_pages(file, said);
  check_blank_pages(pages, said);
  check_letters(pages.lines, said);
  check_end(bytes, said);
  if (std::string order = put_in_order(pages.lines); !order.empty())
    warn(said, "", "order", std::move(order));
  const bool printed = is_printed_by_browser(info);
  say(info, printed, take_running_heads(pages.lines, pages.heights, printed), said);
  const std::vector<PdfParagraph> paragraphs = make_paragraphs(pages.lines);
  said.headline = headline_of(paragraphs, body_size(pages.lines), info.title);
  return {joined(paragraphs, said), "utf-8 (pdf)", 0};
}

}  // namespace sahafa
