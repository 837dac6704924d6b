#include "text/lower.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>

#include <cstdint>

#include "text/icu_check.h"

namespace sahafa {
namespace {

/// Appends the lower case of ASCII and of U+00C0 to U+00FF, nearly all that French has, and stops before anything else.
std::size_t lower_latin(std::string_view text, std::string& out) {
  std::size_t at = 0;
  while (at < text.size()) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      out += static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + 0x20 : byte);
      ++at;
    } else if (byte == 0xC3 && at + 1 < text.size()) {
      const auto tail = static_cast<unsigned char>(text[at + 1]);
      const bool upper = tail >= 0x80 && tail <= 0x9E && tail != 0x97;  // 97: the sign of multiplication
      out += text[at];
      out += static_cast<char>(upper ? tail + 0x20 : tail);
      at += 2;
    } else {
      break;
    }
  }
  return at;
}

}  // namespace

std::string lower_case(std::string_view text) {
  std::string out;
  if (lower_latin(text, out) == text.size()) return out;
  out.clear();
  icu::StringByteSink<std::string> sink(&out);
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8ToLower("", 0, {text.data(), static_cast<std::int32_t>(text.size())}, sink, nullptr,
                            status);
  check_icu(status, "lower-casing a text");
  return out;
}

}  // namespace sahafa
