// Looking at the characters of a text by class and by value. Past the end of the text stands a space.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/char_class.h"
#include "text/letter_run.h"
#include "text/utf8.h"

namespace sahafa {

class CharReader {
 public:
  /// `text`: valid UTF-8 that outlives the reader.
  explicit CharReader(std::string_view text) : text_(text), classes_(&detail::class_table()) {}

  std::string_view text() const { return text_; }
  std::size_t size() const { return text_.size(); }
  std::string_view slice(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, end - begin);
  }

  /// Class of the character at `at`, which moves behind it.
  CharClass next_class(std::size_t& at) const {
    if (at >= text_.size()) return CharClass::space;
    const char32_t c = decode_utf8(text_, at);
    return c < 0x10000 ? (*classes_)[c] : detail::astral_class(c);
  }
  CharClass peek(std::size_t at) const { return next_class(at); }

  /// The byte at `at`, NUL past the end: enough to compare with ASCII.
  char byte(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  /// The character at `at`, NUL past the end.
  char32_t code_point(std::size_t at) const { return at < text_.size() ? decode_utf8(text_, at) : U'\0'; }
  /// Offset behind the character at `at`.
  std::size_t after(std::size_t at) const {
    if (at < text_.size()) decode_utf8(text_, at);
    return at;
  }

  bool is_digit(std::size_t at) const { return peek(at) == CharClass::digit; }
  bool is_letter(std::size_t at) const {
    const CharClass c = peek(at);
    return c == CharClass::letter || c == CharClass::arabic;
  }
  bool is_word(std::size_t at) const { return is_letter(at) || is_digit(at); }
  bool is_blank(std::size_t at) const {
    const CharClass c = peek(at);
    return c == CharClass::space || c == CharClass::line_feed;
  }

  /// Offset of the character before `at`, which is not 0.
  std::size_t before(std::size_t at) const {
    do {
      --at;
    } while ((static_cast<unsigned char>(text_[at]) & 0xC0) == 0x80);
    return at;
  }

  /// First place from `at` that is no space; a line feed is none.
  std::size_t skip_spaces(std::size_t at) const {
    while (at < text_.size() && peek(at) == CharClass::space) at = after(at);
    return at;
  }

  /// End of the digits at `at`.
  std::size_t digits_end(std::size_t at) const {
    std::size_t next = at;
    while (next_class(next) == CharClass::digit) at = next;
    return at;
  }

  /// End of the run of letters and marks on them at `at`, in the script of a word: Arabic letters alone, or
  /// other letters and digits. What is glued to Arabic are clitics (و5000, الـCNSS).
  std::size_t run_end(std::size_t at, bool arabic) const {
    constexpr unsigned kOnLetters =
        1U << static_cast<unsigned>(CharClass::extend) | 1U << static_cast<unsigned>(CharClass::ignorable);
    constexpr unsigned kArabic = kOnLetters | 1U << static_cast<unsigned>(CharClass::arabic);
    constexpr unsigned kOther = kOnLetters | 1U << static_cast<unsigned>(CharClass::letter) |
                                1U << static_cast<unsigned>(CharClass::digit);
    const unsigned accepted = arabic ? kArabic : kOther;
    while (true) {
      at = arabic ? skip_arabic_letters(text_, at) : skip_latin_letters(text_, at);
      std::size_t next = at;
      if ((accepted >> static_cast<unsigned>(next_class(next)) & 1U) == 0) return at;
      at = next;
    }
  }

  /// The word that begins at `at`, as far as it is letters alone.
  std::string_view word_at(std::size_t at) const {
    return slice(at, run_end(at, peek(at) == CharClass::arabic));
  }

 private:
  std::string_view text_;
  const detail::ClassTable* classes_;
};

}  // namespace sahafa
