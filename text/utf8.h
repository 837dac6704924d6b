// UTF-8: validation, repair, decoding. Every other function of text/ takes valid UTF-8; readers validate once, here.
// All functions may be called from several threads.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sahafa {

/// True when `bytes` is well-formed UTF-8 (no surrogates, no overlong forms, at most U+10FFFF). O(n).
bool is_valid_utf8(std::string_view bytes);

struct RepairedUtf8 {
  std::string text;          ///< valid UTF-8
  std::size_t replaced = 0;  ///< malformed sequences that became U+FFFD
};

/// Replaces each maximal malformed subpart by U+FFFD (Unicode 15, section 3.9, "U+FFFD substitution"). O(n).
RepairedUtf8 repair_utf8(std::string_view bytes);

/// Decodes the character at `offset` of valid UTF-8 and moves `offset` behind it. Precondition: offset < text.size().
char32_t decode_utf8(std::string_view text, std::size_t& offset);

/// Appends `c` to `out` in UTF-8.
void append_utf8(std::string& out, char32_t c);

/// Number of code points of valid UTF-8.
std::size_t count_code_points(std::string_view text);

}  // namespace sahafa
