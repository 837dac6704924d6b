// The letters stream: letters and digits of a text, folded, without anything between them. Two copies of a
// text have the same stream whatever happened to spaces, quotes, accents, line ends and layout; copies and
// duplicates are looked for in it. All functions may be called from several threads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace sahafa {

/// True for the letters and digits of folded text.
bool is_letter_or_digit(char32_t c);

/// The letters stream of valid UTF-8. O(n).
std::u32string letters_of(std::string_view text);

/// A letters stream that knows where in the text each letter stands.
struct PlacedLetters {
  explicit PlacedLetters(std::string_view text);

  std::u32string letters;
  std::vector<std::uint32_t> begin;  ///< per letter: its first byte in the text
};

}  // namespace sahafa
