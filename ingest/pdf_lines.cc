#include "ingest/pdf_lines.h"

#include <algorithm>

#include "ingest/pdf_signs.h"
#include "ingest/visual_order.h"
#include "text/char_class.h"
#include "text/normalize.h"

namespace sahafa {
namespace {

constexpr double kBlank = 0.16;  // times the type's size: a gap between words
constexpr char32_t kSoftHyphen = 0xAD;
constexpr double kGutter = 8.0;  // ... and one that no justified line has

bool has_arabic(const PlacedWord& word) {
  return std::ranges::any_of(
      word.chars, [](const PlacedChar& c) { return char_class(c.character) == CharClass::arabic; });
}

void append_word(const PlacedWord& word, PdfLine& line) {
  if (!has_arabic(word)) {
    for (const PlacedChar& c : word.chars) line.seen += c.character;
    return;
  }
  const SeenWord seen = see_word(word);
  line.seen += seen.seen;
  line.signs.insert(line.signs.end(), seen.signs.begin(), seen.signs.end());
  line.alone.insert(line.alone.end(), seen.alone.begin(), seen.alone.end());
}

// The half of a word's height must be the line's, so that raised figures stay in it.
bool continues(const PdfLine& line, const PlacedWord& word) {
  const double shared = std::min(line.bottom, word.bottom) - std::max(line.top, word.top);
  const double lower = std::min(line.bottom - line.top, word.bottom - word.top);
  const double gap = word.left - line.right;
  return shared * 2 >= lower && gap > -line.size / 2 && gap < kGutter * line.size;
}

// Poppler cuts Arabic words at their marks and then sees a space there.
bool parts_words(const PdfLine& line, const PlacedWord& word, bool space_seen) {
  if (word.left - line.right > kBlank * word.size) return true;
  return space_seen && !has_arabic(word);
}

}  // namespace

std::vector<PdfLine> make_lines(const PdfPage& page, int number) {
  std::vector<PdfLine> lines;
  bool space = false;
  for (const PlacedWord& word : page.words) {
    if (word.chars.empty()) continue;
    if (lines.empty() || !continues(lines.back(), word)) {
      lines.push_back({.left = word.left,
                       .right = word.right,
                       .top = word.top,
                       .bottom = word.bottom,
                       .size = word.size,
                       .page = number});
    } else if (parts_words(lines.back(), word, space)) {
      lines.back().seen += U' ';
    }
    PdfLine& line = lines.back();
    append_word(word, line);
    line.right = std::max(line.right, word.right);
    line.top = std::min(line.top, word.top);
    line.bottom = std::max(line.bottom, word.bottom);
    space = word.space_after;
  }
  // A soft hyphen is invisible in a text, but here it ends the line.
  for (PdfLine& line : lines)
    if (line.seen.ends_with(kSoftHyphen)) line.seen.back() = U'-';
  return lines;
}

std::string put_in_order(std::vector<PdfLine>& lines) {
  SignWidths widths;
  for (const PdfLine& line : lines) widths.learn(line.alone);
  OrderVotes votes;
  std::size_t right = 0;
  for (const PdfLine& line : lines) right += is_right_to_left(line.seen, false) ? 1 : 0;
  for (PdfLine& line : lines) {
    line.seen = widths.confirm(line.seen, line.signs);
    line.right_to_left = is_right_to_left(line.seen, right * 2 > lines.size());
    count_votes(line.seen, line.right_to_left, votes);
  }
  OrderChoice choice = choose_order(votes);
  WordOrder words;
  for (PdfLine& line : lines) {
    line.text = normalize_stored(in_reading_order(line.seen, line.right_to_left, choice));
    count_word_order(line.text, words);
  }
  if (words.is_reversed()) {
    choice.as_seen = true;
    for (PdfLine& line : lines) {
      line.text = normalize_stored(in_reading_order(line.seen, line.right_to_left, choice));
      line.right_to_left = false;
    }
    return "the Arabic was set without regard to its direction and its letters stand backwards on the page; "
           "they were put in "
           "order, compare a passage with the page";
  }
  if (words.is_doubtful())
    return "some Arabic words stand backwards (visual order); compare with the page, and recognise its text "
           "anew (OCR) if they are "
           "many";
  return {};
}

}  // namespace sahafa
