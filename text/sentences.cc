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
      return 0x201D;
    case 0x201E:
      return 0x201D;
    default:
      return 0;
  }
}

bool is_closer(char32_t c) {
  return c == ')' || c == ']' || c == '"' || c == 0xBB || c == 0x201D || c == 0x2019 || c == '\'';
}

class Splitter {
 public:
  Splitter(std::string_view text, std::span<const Token> tokens) : reader_(text), tokens_(tokens) {}

  std::vector<Span> run() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      open_pair(i);
      if (i + 1 == tokens_.size() || ends_sentence(i)) close_sentence(i);
    }
    return std::move(sentences_);
  }

 private:
  char32_t first_char(std::size_t i) const { return reader_.code_point(tokens_[i].begin); }
  bool is_mark(std::size_t i) const { return tokens_[i].kind == TokenKind::mark; }
  bool glued(std::size_t i) const { return tokens_[i].end == tokens_[i + 1].begin; }

  std::string_view gap(std::size_t i) const { return reader_.slice(tokens_[i].end, tokens_[i + 1].begin); }

  bool ends_paragraph(std::size_t i) const { return gap(i).find('\n') != std::string_view::npos; }

  /// Remembers the end of a short quotation or bracket that token `i` opens.
  void open_pair(std::size_t i) {
    if (!is_mark(i) || i < pair_end_) return;
    const char32_t closer = closer_of(first_char(i));
    if (closer == 0) return;
    for (std::size_t j = i + 1;
         j < tokens_.size() && tokens_[j].end - tokens_[i].begin <= kShortQuotationBytes; ++j) {
      if (ends_paragraph(j - 1)) return;
      if (is_mark(j) && first_char(j) == closer) {
        pair_end_ = j;
        return;
      }
    }
  }

  /// Whether a sentence ends behind token `i`, which is not the last one.
  bool ends_sentence(std::size_t i) const {
    if (ends_paragraph(i)) return true;
    if (i < pair_end_ || glued(i) || !terminates(i)) return false;
    return starts_sentence(i + 1);
  }

  /// A terminator, perhaps with closing marks behind it, or an abbreviation that may stand last.
  bool terminates(std::size_t i) const {
    if (!is_mark(i)) return is_final_abbreviation(i);
    while (i > 0 && is_mark(i) && is_closer(first_char(i))) --i;
    return is_mark(i) ? is_terminator(first_char(i)) : is_final_abbreviation(i);
  }

  bool is_final_abbreviation(std::size_t i) const {
    std::string_view word = slice(reader_.text(), tokens_[i].span());
    if (tokens_[i].kind != TokenKind::word || !word.ends_with('.')) return false;
    word.remove_suffix(1);
    const Abbreviation kind = abbreviation(word);
    if (kind == Abbreviation::before_name || kind == Abbreviation::before_number) return false;
    if (count_code_points(word) == 1 || i + 1 == tokens_.size()) return false;
    return is_function_word(word_at(tokens_[i + 1].begin));
  }

  std::string_view word_at(std::size_t at) const { return reader_.slice(at, reader_.run_end(at)); }

  /// Whether a sentence can begin with token `i`: not with a small letter, a comma or a closing mark.
  bool starts_sentence(std::size_t i) const {
    const char32_t c = first_char(i);
    if (!is_mark(i)) return !is_lower(c);
    if (closer_of(c) != 0 || c == 0x2014 || c == 0x2013 || c == '-')
      return i + 1 < tokens_.size() && !is_lower(first_char(i + 1));
    return false;
  }

  void close_sentence(std::size_t i) {
    sentences_.push_back({tokens_[first_].begin, tokens_[i].end});
    first_ = i + 1;
  }

  CharReader reader_;
  std::span<const Token> tokens_;
  std::vector<Span> sentences_;
  std::size_t first_ = 0;     ///< first token of the open sentence
  std::size_t pair_end_ = 0;  ///< closing token of the innermost known short pair
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
