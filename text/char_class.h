// The class of a character, as far as cutting a text into words is concerned: one look-up in one table.
#pragma once

#include <array>
#include <cstdint>

namespace sahafa {

enum class CharClass : std::uint8_t {
  letter,      ///< of any script but Arabic
  arabic,      ///< Arabic letter
  extend,      ///< combining mark, tatweel, superscript: continues what it stands behind
  digit,       ///< of any script
  space,       ///< white space but line feeds
  line_feed,   ///< ends a paragraph
  ignorable,   ///< invisible: belongs to the word around it, never a token by itself
  apostrophe,  ///< ' ’ ʼ and their like
  hyphen,      ///< - and the Unicode hyphens; no dash
  mark,        ///< everything else
};

namespace detail {
using ClassTable = std::array<CharClass, 0x10000>;
/// Made from ICU's properties before first use.
const ClassTable& class_table();
CharClass astral_class(char32_t c);
}  // namespace detail

/// Thread-safe. Loops over a text keep detail::class_table() in a variable instead.
inline CharClass char_class(char32_t c) {
  return c < 0x10000 ? detail::class_table()[c] : detail::astral_class(c);
}

}  // namespace sahafa
