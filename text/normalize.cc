#include "text/normalize.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>

#include "text/icu_check.h"
#include "text/presentation_forms.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

constexpr char32_t kZeroWidthJoiner = 0x200D;

const icu::Normalizer2& nfc() {
  static const icu::Normalizer2& instance = [&]() -> const icu::Normalizer2& {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* found = icu::Normalizer2::getNFCInstance(status);
    check_icu(status, "loading the NFC tables");
    return *found;
  }();
  return instance;
}

bool has_property(char32_t c, UProperty property) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), property) != 0;
}

/// Printable ASCII and line feed, which are nearly everything in French: nothing to do for them.
bool is_plain(char c) { return (c >= 0x20 && c < 0x7F) || c == '\n' || c == '\t'; }

bool is_line_end(char32_t c) {
  return c == '\n' || c == '\r' || c == '\v' || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_removed(char32_t c) {
  const bool control = u_charType(static_cast<UChar32>(c)) == U_CONTROL_CHAR && c != '\t';
  return control || has_property(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) ||
         has_property(c, UCHAR_BIDI_CONTROL) ||
         (c >= 0xFFF9 && c <= 0xFFFB);  // interlinear annotation: format characters, invisible
}

bool is_pictograph(char32_t c) {
  return has_property(c, UCHAR_EXTENDED_PICTOGRAPHIC) || has_property(c, UCHAR_EMOJI_MODIFIER);
}

/// Whether a joiner at this place holds an emoji together: a pictograph on both sides, variation selectors
/// aside.
bool joins_emoji(char32_t before, std::string_view rest) {
  std::size_t at = 0;
  return is_pictograph(before) && !rest.empty() && is_pictograph(decode_utf8(rest, at));
}

/// Everything that normalize_stored does before NFC.
std::string clean(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  char32_t kept = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (is_plain(text[at])) {
      kept = static_cast<unsigned char>(text[at]);
      out.push_back(text[at++]);
      continue;
    }
    const char32_t c = decode_utf8(text, at);
    if (is_line_end(c)) {
      if (c == '\r' && at < text.size() && text[at] == '\n') ++at;
      out.push_back('\n');
      kept = '\n';
    } else if (c == kZeroWidthJoiner ? joins_emoji(kept, text.substr(at)) : !is_removed(c)) {
      append_presentation_form(c, out);
      kept = c;
    }
  }
  return out;
}

}  // namespace

std::string normalize_nfc(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
  if (nfc().isNormalizedUTF8(piece, status) && U_SUCCESS(status)) return std::string(text);
  std::string out;
  icu::StringByteSink<std::string> sink(&out, piece.length());
  nfc().normalizeUTF8(0, piece, sink, nullptr, status);
  check_icu(status, "normalizing a text to NFC");
  return out;
}

std::string normalize_stored(std::string_view text) {
  if (std::ranges::all_of(text, is_plain)) return std::string(text);
  return normalize_nfc(clean(text));
}

}  // namespace sahafa
