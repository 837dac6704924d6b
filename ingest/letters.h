// The letters stream: letters and digits of a text, folded, without anything between them. Two copies of a
// text have the same stream whatever happened to spaces, quotes, accents, line ends and layout; copies,
// duplicates and passages are looked for in it. All functions may be called from several threads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace sahafa {

/// True for the letters and digits of folded text.
bool is_letter_or_digit(char32_t c);

/// A letters stream. Letters beyond the first plane, which neither French nor Arabic has, are cut to 16 bits.
struct Letters {
  std::u16string letters;
  /// Figures as ranges of `letters`: runs of digits that no letter touches, but for Arabic prefixes (ب12).
  /// What only marks and spaces divide is one (12 000, 17/25).
  std::vector<Span> figures;
};

/// The letters stream of valid UTF-8. O(n), one table lookup a character.
Letters letters_of(std::string_view text);

/// Where the letters of letters_of(text) stand: the first byte of each, and the size of the text at the end.
std::vector<std::uint32_t> places_of_letters(std::string_view text);

/// The bytes of letters [begin, end), begin < end, without the few letters of another line at either edge, which
/// are equal by chance. `places` are those of `text`.
Span span_of_letters(std::string_view text, const std::vector<std::uint32_t>& places, std::uint32_t begin,
                     std::uint32_t end);

}  // namespace sahafa
