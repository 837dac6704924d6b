#include "ingest/pdf_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <span>
#include <string_view>

#include "ingest/fields.h"
#include "ingest/hyphens.h"

namespace sahafa {
namespace {

// Shares of the type's size.
constexpr double kSameSize = 0.12;  // within which two sizes are one
constexpr double kIndent = 0.7;     // of a paragraph's first line
constexpr double kShort = 3.0;      // that a last line is shorter
constexpr double kWideStep = 1.3;   // times the usual distance of lines: a gap between paragraphs
constexpr double kMostStep = 2.2;   // from line to line, where nothing is known of the usual one

bool same_size(const PdfLine& a, const PdfLine& b) {
  return std::abs(a.size - b.size) <= kSameSize * std::max(a.size, b.size);
}

bool overlap(const PdfLine& a, const PdfLine& b) { return a.left < b.right && b.left < a.right; }

// Lines of one size, one below the other in one column.
bool is_below(const PdfLine& above, const PdfLine& line) {
  const double step = line.top - above.top;
  return above.page == line.page && same_size(above, line) && overlap(above, line) && step > 0 &&
         step < kMostStep * line.size;
}

// The most frequent distance of two lines of about this size.
class Steps {
 public:
  explicit Steps(std::span<const PdfLine> lines) {
    for (std::size_t i = 1; i < lines.size(); ++i)
      if (is_below(lines[i - 1], lines[i]))
        ++counts_[size_class(lines[i])][std::lround(10 * (lines[i].top - lines[i - 1].top))];
  }
  double usual(const PdfLine& line) const {
    const auto found = counts_.find(size_class(line));
    if (found == counts_.end()) return kMostStep * line.size / kWideStep;
    const auto most =
        std::ranges::max_element(found->second, {}, [](const auto& entry) { return entry.second; });
    return static_cast<double>(most->first) / 10;
  }

 private:
  static long size_class(const PdfLine& line) { return std::lround(2 * line.size); }
  std::map<long, std::map<long, int>> counts_;
};

// Lines that stand close together in one column.
struct Block {
  std::span<const PdfLine> lines;
  double left;
  double right;
};

std::vector<Block> cut_blocks(std::span<const PdfLine> lines, const Steps& steps) {
  std::vector<Block> blocks;
  std::size_t begin = 0;
  for (std::size_t i = 1; i <= lines.size(); ++i) {
    if (i < lines.size() && is_below(lines[i - 1], lines[i]) &&
        lines[i].top - lines[i - 1].top <= kWideStep * steps.usual(lines[i]))
      continue;
    const std::span<const PdfLine> part = lines.subspan(begin, i - begin);
    blocks.push_back({part, std::ranges::min(part, {}, &PdfLine::left).left,
                      std::ranges::max(part, {}, &PdfLine::right).right});
    begin = i;
  }
  return blocks;
}

bool ends_sentence(std::string_view text) {
  constexpr std::array<std::string_view, 6> kQuotes{"\"", "»", "”", "’", ")", "]"};
  constexpr std::array<std::string_view, 7> kEnds{".", "!", "?", "؟", "…", ":", "؛"};
  text = trim(text);
  for (const std::string_view quote : kQuotes)
    while (text.ends_with(quote)) text = trim(text.substr(0, text.size() - quote.size()));
  return std::ranges::any_of(kEnds, [text](std::string_view end) { return text.ends_with(end); });
}

double indent(const PdfLine& line, const Block& block) {
  return line.right_to_left ? block.right - line.right : line.left - block.left;
}
double missing(const PdfLine& line, const Block& block) {
  return line.right_to_left ? line.left - block.left : block.right - line.right;
}

bool begins_paragraph(const Block& block, std::size_t at) {
  const PdfLine& line = block.lines[at];
  const PdfLine& above = block.lines[at - 1];
  const bool indented =
      indent(line, block) > kIndent * line.size && indent(above, block) < kIndent * line.size / 2;
  const bool above_ends = missing(above, block) > kShort * above.size && ends_sentence(above.text);
  return indented || above_ends || parse_field_line(line.text) || parse_field_line(above.text);
}

// How much may be missing of a column's last line for its sentence to go on in the next column: a small letter there says that it does,
// Arabic has none.
double most_missing(const Block& before, const PdfLine& first) {
  const double width = before.right - before.left;
  return std::max(kShort * first.size, width / (first.right_to_left ? 4 : 2));
}

// From the end of a column or page to the next: the sentence is open and its line is full. A block in the same column is another matter.
bool continues(const Block& before, const Block& after) {
  const PdfLine& last = before.lines.back();
  const PdfLine& first = after.lines.front();
  const bool moved = first.page != last.page || first.top < last.top;
  return moved && same_size(last, first) && !ends_sentence(last.text) &&
         missing(last, before) < most_missing(before, first) && indent(first, after) < kIndent * first.size &&
         (begins_small(first.text) || last.text.ends_with('-'));
}

}  // namespace

std::vector<PdfParagraph> make_paragraphs(const std::vector<PdfLine>& lines) {
  HyphenJoiner joiner;
  for (const PdfLine& line : lines) joiner.learn(line.text);
  const std::vector<Block> blocks = cut_blocks(lines, Steps(lines));
  std::vector<PdfParagraph> paragraphs;
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    for (std::size_t i = 0; i < blocks[b].lines.size(); ++i) {
      const PdfLine& line = blocks[b].lines[i];
      const bool begins =
          i > 0 ? begins_paragraph(blocks[b], i) : b == 0 || !continues(blocks[b - 1], blocks[b]);
      if (begins) paragraphs.push_back({{}, line.size, line.page, {}});
      PdfParagraph& paragraph = paragraphs.back();
      joiner.append(paragraph.text, trim(line.text));
      const int last = paragraph.page + static_cast<int>(paragraph.page_turns.size());
      for (int page = last; page < line.page; ++page)
        paragraph.page_turns.push_back(paragraph.text.size() - trim(line.text).size());
    }
  }
  return paragraphs;
}

double body_size(const std::vector<PdfLine>& lines) {
  std::map<long, std::size_t> bytes;
  for (const PdfLine& line : lines) bytes[std::lround(2 * line.size)] += line.text.size();
  const auto most = std::ranges::max_element(bytes, {}, [](const auto& entry) { return entry.second; });
  return most == bytes.end() ? 0 : static_cast<double>(most->first) / 2;
}

}  // namespace sahafa
