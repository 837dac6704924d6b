#include "text/sentences.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "text/abbreviations.h"
#include "text/char_reader.h"

namespace sahafa {
namespace {

/// Longest quotation or bracket, in bytes, in which a full stop does not end the sentence around it.
constexpr std::uint32_t kShortQuotationBytes = 240;

bool is_blank(CharClass c) {
  return c == CharClass::space || c == CharClass::line_feed || c == CharClass::ignorable;
}

/// [begin, end) without white space and invisible characters at both ends.
Span trim(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t first = end;
  std::size_t last = end;
  for (std::size_t at = begin; at < end;) {
    const std::size_t start = at;
    if (is_blank(char_class(decode_utf8(text, at)))) continue;
    if (first == end) first = start;
    last = at;
  }
  return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)};
}

bool is_upper(char32_t c) { return u_isUUppercase(static_cast<UChar32>(c)) != 0; }
bool is_lower(char32_t c) { return u_isULowercase(static_cast<UChar32>(c)) != 0; }

bool is_terminator(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x61F || c == 0x6D4 || c == 0x203D ||
         c == 0x3002;
}

/// What closes the pair that `c` opens, or NUL. A straight quote closes itself.
char32_t closer_of(char32_t c) {
  switch (c) {
    case '(':
      return U')';
    case '[':
      return U']';
    case '"':
      return U'"';
    case 0xAB:
      return 0xBB;
    case 0x201C:
    case 0x201E:
      return 0x201D;
    default:
      return 0;
  }
}

bool is_closer(char32_t c) {
  return c == ')' || c == ']' || c == '"' || c == 0xBB || c == 0x201D || c == 0x2019 || c == '\'';
}

bool is_ellipsis(std::string_view mark) { return mark.starts_with("..") || mark == "…"; }

bool is_dash(char32_t c) { return c == '-' || c == 0x2013 || c == 0x2014; }

class Splitter {
 public:
  Splitter(std::string_view text, std::span<const Token> tokens) : reader_(text), tokens_(tokens) {}

  std::vector<Span> run() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (i >= after_pair_) open_pair(i);
      if (i + 1 == tokens_.size() || ends_sentence(i)) close_sentence(i);
    }
    return std::move(sentences_);
  }

 private:
  std::string_view text_of(std::size_t i) const { return slice(reader_.text(), tokens_[i].span()); }
  char32_t first_char(std::size_t i) const { return reader_.code_point(tokens_[i].begin); }
  bool is_mark(std::size_t i) const { return tokens_[i].kind == TokenKind::mark; }
  bool is_terminator_mark(std::size_t i) const { return is_mark(i) && is_terminator(first_char(i)); }
  bool is_closer_mark(std::size_t i) const { return is_mark(i) && is_closer(first_char(i)); }
  bool is_arabic(std::size_t i) const { return reader_.peek(tokens_[i].begin) == CharClass::arabic; }

  std::string_view gap(std::size_t i) const { return reader_.slice(tokens_[i].end, tokens_[i + 1].begin); }
  bool glued(std::size_t i) const { return gap(i).empty(); }
  bool ends_paragraph(std::size_t i) const { return gap(i).find('\n') != std::string_view::npos; }

  // ---- short quotations and brackets

  /// Remembers the end of a short quotation or bracket that token `i` opens.
  void open_pair(std::size_t i) {
    if (!is_mark(i)) return;
    const char32_t closer = closer_of(first_char(i));
    if (closer == 0 || closes_only(i)) return;
    for (std::size_t j = i + 1; j < tokens_.size(); ++j) {
      const bool far = tokens_[j].end - tokens_[i].begin > kShortQuotationBytes;
      if (far || ends_paragraph(j - 1)) return;
      if (is_mark(j) && first_char(j) == closer) {
        after_pair_ = j + 1;
        return;
      }
    }
  }

  /// A straight quote glued to the word before and not to the one behind closes what we did not see open.
  bool closes_only(std::size_t i) const {
    const bool before = i > 0 && glued(i - 1);
    const bool behind = i + 1 < tokens_.size() && glued(i);
    return first_char(i) == '"' && before && !behind;
  }

  // ---- ends

  /// Whether a sentence ends behind token `i`, which is not the last one.
  bool ends_sentence(std::size_t i) const {
    if (ends_paragraph(i)) return true;
    if (i + 1 < after_pair_ || (glued(i) && !lost_blank(i))) return false;
    const std::size_t last = before_closers(i);
    if (!is_terminator_mark(last)) return last == i && is_final_abbreviation(i);
    return !is_omission(last) && !is_item_number(last) && starts_sentence(i + 1, last);
  }

  /// Whether a blank is missing between two sentences, as copying from web pages leaves it: two words of some
  /// length around the terminator.
  bool lost_blank(std::size_t i) const {
    return is_terminator_mark(i) && i > 0 && is_long_word(i - 1) && is_long_word(i + 1);
  }

  bool is_long_word(std::size_t i) const {
    constexpr std::size_t kLetters = 2;
    return tokens_[i].kind == TokenKind::word && count_code_points(text_of(i)) >= kLetters;
  }

  /// The full stop of "1. Premier point": the number opens the sentence.
  bool is_item_number(std::size_t last) const {
    constexpr std::size_t kMostDigits = 2;
    return last > 0 && last - 1 == first_ && tokens_[first_].kind == TokenKind::number &&
           count_code_points(text_of(first_)) <= kMostDigits;
  }

  /// The last token up to `i` that is no closing mark.
  std::size_t before_closers(std::size_t i) const {
    while (i > 0 && is_closer_mark(i)) --i;
    return i;
  }

  /// (...) and [...] stand for words left out.
  bool is_omission(std::size_t i) const {
    return is_ellipsis(text_of(i)) && i > 0 && (first_char(i - 1) == '(' || first_char(i - 1) == '[');
  }

  bool is_final_abbreviation(std::size_t i) const {
    std::string_view word = text_of(i);
    if (is_mark(i) || !word.ends_with('.')) return false;
    word.remove_suffix(1);
    const Abbreviation kind = abbreviation(word);
    const bool announces = kind == Abbreviation::before_name || kind == Abbreviation::before_number;
    return !announces && count_code_points(word) > 1 && is_capital_function_word(i + 1);
  }

  bool is_capital_function_word(std::size_t i) const {
    const std::string_view word = text_of(i);
    const bool elided = word.ends_with('\'') || word.ends_with("’");
    return is_upper(first_char(i)) && (elided || is_function_word(word));
  }

  /// Whether a sentence can begin with token `i` behind the terminator `last`: with a word, a dash before something, or a
  /// quotation or bracket before a word.
  bool starts_sentence(std::size_t i, std::size_t last) const {
    if (!is_mark(i)) return starts_word(i, last);
    if (i + 1 == tokens_.size() || ends_paragraph(i)) return false;
    const char32_t c = first_char(i);
    return is_dash(c) || (closer_of(c) != 0 && starts_word(i + 1, last));
  }

  /// A capital or a figure; without capitals, as in Arabic, anything but behind an ellipsis. A small letter
  /// begins one only behind a full stop that cannot belong to an abbreviation (chats and forums).
  bool starts_word(std::size_t i, std::size_t last) const {
    if (is_arabic(i)) return !is_ellipsis(text_of(last));
    if (!is_lower(first_char(i))) return true;
    return text_of(last) == "." && last > 0 && !may_be_abbreviated(last - 1);
  }

  bool may_be_abbreviated(std::size_t i) const {
    constexpr std::size_t kLongestAbbreviation = 5;
    return tokens_[i].kind == TokenKind::word && count_code_points(text_of(i)) <= kLongestAbbreviation;
  }

  void close_sentence(std::size_t i) {
    sentences_.push_back({tokens_[first_].begin, tokens_[i].end});
    first_ = i + 1;
  }

  CharReader reader_;
  std::span<const Token> tokens_;
  std::vector<Span> sentences_;
  std::size_t first_ = 0;       ///< first token of the open sentence
  std::size_t after_pair_ = 0;  ///< token behind the short pair that was opened last
};

}  // namespace

std::vector<Span> split_sentences(std::string_view text, std::span<const Token> tokens) {
  return Splitter(text, tokens).run();
}

std::vector<Span> split_paragraphs(std::string_view text) {
  std::vector<Span> paragraphs;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const Span paragraph = trim(text, begin, end);
    if (!paragraph.empty()) paragraphs.push_back(paragraph);
    begin = end + 1;
  }
  return paragraphs;
}

}  // namespace sahafa
