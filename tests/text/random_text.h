// Random texts for property tests: the characters and snippets over which the rules of text/ stumble, in any
// order.
#pragma once

#include <array>
#include <random>
#include <string>
#include <string_view>

#include "text/char_class.h"
#include "text/utf8.h"

namespace sahafa::test {

class RandomText {
 public:
  explicit RandomText(unsigned seed) : engine_(seed) {}

  std::string next() {
    std::string text;
    for (int n = below(30); n > 0; --n)
      text += below(4) == 0 ? any_character()
                            : std::string(kPieces[static_cast<std::size_t>(below(kPieces.size()))]);
    return text;
  }

 private:
  static constexpr auto kPieces = std::to_array<std::string_view>({
      " ",       " ",      " ",      " ",  "\n",  "\u00A0", "l",    "qu",    "M",     "N",      "J",
      "aujourd", "a",      "-t-",    "il", "-ce", "-",      "'",    "’",     ".",     ".",      "...",
      "…",       ",",      "،",      "؟",  "!",   "«",      "»",    "\"",    "“",     "”",      "(",
      ")",       "(s)",    "@",      "#",  "_",   "://",    "www.", ".ma",   "5",     "12",     "345",
      "٥٠",      "٬",      "٫",      "%",  "٪",   "/",      "°",    "etc",   "p.",    "C.N.",   "œuvre",
      "Été",     "é",      "×",      "ﬁ",  "ال",  "ـ",      "و",    "صندوق", "وزارة", "أ",      "ى",
      "ّ",        "\u064B", "\u0301", "ﻻ",  "ﷲ",   "CNSS",   "د.",   "ق.م",   "هـ",    "\u200F", "\u200D",
      "👩",      "🏽",     "🇲",      "½",  "²",   "h",      "km",   "е́",     "한",    "が",
  });

  template <typename Int>
  int below(Int bound) {
    return std::uniform_int_distribution<int>(0, static_cast<int>(bound) - 1)(engine_);
  }

  std::string any_character() {
    char32_t c = static_cast<char32_t>(below(0x110000));
    if (below(2) == 0) c &= 0x7FF;
    if (c >= 0xD800 && c <= 0xDFFF) c = U'é';
    std::string bytes;
    append_utf8(bytes, c);
    return bytes;
  }

  std::mt19937 engine_;
};

/// Whether `text` is white space and invisible characters alone.
inline bool is_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CharClass c = char_class(decode_utf8(text, at));
    if (c != CharClass::space && c != CharClass::line_feed && c != CharClass::ignorable) return false;
  }
  return true;
}

}  // namespace sahafa::test
