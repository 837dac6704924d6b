#include "text/display.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "text/utf8.h"

namespace sahafa {
namespace {

constexpr std::string_view kEllipsis = "…";

std::size_t width_of(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  constexpr std::uint32_t kNoWidth = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK;
  if ((U_GET_GC_MASK(code) & kNoWidth) != 0) return 0;
  switch (u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH)) {
    case U_EA_WIDE:
    case U_EA_FULLWIDTH:
      return 2;
    default:
      return 1;
  }
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) width += width_of(decode_utf8(text, at));
  return width;
}

std::string cut_to_width(std::string_view text, std::size_t width) {
  std::size_t used = 0;
  std::size_t keep = 0;  // bytes that leave room for the ellipsis
  for (std::size_t at = 0; at < text.size();) {
    used += width_of(decode_utf8(text, at));
    if (used < width) keep = at;
    if (used > width) return std::string(text.substr(0, keep)).append(kEllipsis);
  }
  return std::string(text);
}

std::string cut_front_to_width(std::string_view text, std::size_t width) {
  std::size_t over = display_width(text);
  if (over <= width) return std::string(text);
  std::size_t at = 0;
  // Marks go with their base: a character of no width never begins what is left.
  for (std::size_t next = 0; at < text.size(); at = next) {
    const std::size_t taken = width_of(decode_utf8(text, next));
    if (over < width && taken > 0) break;
    over -= taken;
  }
  return std::string(kEllipsis).append(text.substr(at));
}

std::string to_one_line(std::string_view text) {
  std::string line(text);
  std::ranges::replace_if(line, [](char c) { return (c >= 0 && c < 0x20) || c == 0x7F; }, ' ');
  return line;
}

bool has_right_to_left(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const UCharDirection direction = u_charDirection(static_cast<UChar32>(decode_utf8(text, at)));
    if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC) return true;
  }
  return false;
}

}  // namespace sahafa
