// UTF-8: validation, repair, decoding. Every other function of text/ takes valid UTF-8; readers validate
// once, here. All functions may be called from several threads.
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

/// Decodes the character at `offset` of valid UTF-8 and moves `offset` behind it. Precondition: offset <
/// text.size(). Inline, because every loop of text/ runs through it.
inline char32_t decode_utf8(std::string_view text, std::size_t& offset) {
  const auto byte = [&text](std::size_t at) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[at]));
  };
  const auto tail = [&](std::size_t at) { return byte(at) & 0x3F; };
  const std::size_t at = offset;
  const char32_t lead = byte(at);
  if (lead < 0x80) {
    offset += 1;
    return lead;
  }
  if (lead < 0xE0) {
    offset += 2;
    return (lead & 0x1F) << 6 | tail(at + 1);
  }
  if (lead < 0xF0) {
    offset += 3;
    return (lead & 0x0F) << 12 | tail(at + 1) << 6 | tail(at + 2);
  }
  offset += 4;
  return (lead & 0x07) << 18 | tail(at + 1) << 12 | tail(at + 2) << 6 | tail(at + 3);
}

/// Appends `c` to `out` in UTF-8.
void append_utf8(std::string& out, char32_t c);

/// Number of code points of valid UTF-8.
std::size_t count_code_points(std::string_view text);

}  // namespace sahafa
