#include "text/fold_rules.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "text/icu_check.h"
#include "text/presentation_forms.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

struct Variant {
  char32_t written;
  std::string_view folded;
};

/// What readers take for the same sign although Unicode neither decomposes nor case-folds it, and the letters that Arabic
/// borrowed for foreign sounds, for which most keyboards and newspapers have the nearest Arabic one (أگادير, ڤيروس). Sorted by
/// `written`.
constexpr std::array kVariants = {
    Variant{0x60, "'"},    Variant{0xAB, "\""},   Variant{0xB4, "'"},    Variant{0xBB, "\""},
    Variant{0xE6, "ae"},   Variant{0xF8, "o"},    Variant{0x111, "d"},   Variant{0x127, "h"},
    Variant{0x142, "l"},   Variant{0x153, "oe"},  Variant{0x2BB, "'"},   Variant{0x2BC, "'"},
    Variant{0x629, "ه"},   Variant{0x649, "ي"},   Variant{0x671, "ا"},   Variant{0x67E, "ب"},
    Variant{0x686, "ج"},   Variant{0x6A4, "ف"},   Variant{0x6A8, "ق"},   Variant{0x6A9, "ك"},
    Variant{0x6AD, "ك"},   Variant{0x6AF, "ك"},   Variant{0x6BE, "ه"},   Variant{0x6C1, "ه"},
    Variant{0x6CC, "ي"},   Variant{0x6D5, "ه"},   Variant{0x2010, "-"},  Variant{0x2011, "-"},
    Variant{0x2018, "'"},  Variant{0x2019, "'"},  Variant{0x201A, "'"},  Variant{0x201B, "'"},
    Variant{0x201C, "\""}, Variant{0x201D, "\""}, Variant{0x201E, "\""}, Variant{0x201F, "\""},
    Variant{0x2032, "'"},  Variant{0x2033, "\""}, Variant{0x2039, "\""}, Variant{0x203A, "\""},
    Variant{0xFF07, "'"},
};
static_assert(std::ranges::is_sorted(kVariants, {}, &Variant::written));

constexpr char32_t kTatweel = 0x640;

bool is_accent(char32_t c) { return c >= 0x300 && c <= 0x36F; }

bool is_arabic_mark(UChar32 c) {
  return u_charType(c) == U_NON_SPACING_MARK && c >= 0x610 && c <= 0x8FF &&
         uscript_hasScript(c, USCRIPT_ARABIC);
}

bool is_removed(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  return c == kTatweel || u_iscntrl(code) || is_accent(c) || is_arabic_mark(code) ||
         u_hasBinaryProperty(code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) ||
         u_hasBinaryProperty(code, UCHAR_BIDI_CONTROL);
}

/// Full-width ASCII, in texts that came from East Asian software.
bool is_full_width(char32_t c) { return c >= 0xFF01 && c <= 0xFF5E; }
constexpr char32_t kFullWidthOffset = 0xFEE0;

bool is_arabic_digit(char32_t c) { return (c >= 0x660 && c <= 0x669) || (c >= 0x6F0 && c <= 0x6F9); }

void append_variant(char32_t c, std::string& out) {
  const auto variant = std::ranges::lower_bound(kVariants, c, {}, &Variant::written);
  if (variant != kVariants.end() && variant->written == c) {
    out += variant->folded;
  } else if (u_isUWhiteSpace(static_cast<UChar32>(c))) {
    out += ' ';
  } else if (is_arabic_digit(c)) {
    out += static_cast<char>('0' + u_charDigitValue(static_cast<UChar32>(c)));
  } else if (is_full_width(c)) {
    out += static_cast<char>(c - kFullWidthOffset);
  } else if (!is_removed(c)) {
    append_utf8(out, c);
  }
}

icu::UnicodeString decompose(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  check_icu(status, "loading the NFD tables");
  icu::UnicodeString letters(static_cast<UChar32>(c));
  const bool hangul = c >= 0xAC00 && c <= 0xD7A3;  // their parts are no accents
  if (!hangul) nfd->getDecomposition(static_cast<UChar32>(c), letters);
  return letters;
}

std::string fold_once(std::string_view letters) {
  std::string out;
  for (std::size_t at = 0; at < letters.size();) {
    icu::UnicodeString decomposed = decompose(decode_utf8(letters, at));
    decomposed.foldCase();
    for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
      append_variant(static_cast<char32_t>(decomposed.char32At(i)), out);
    }
  }
  return out;
}

}  // namespace

std::string fold_character(char32_t c) {
  std::string folded;
  append_presentation_form(c, folded);
  for (std::string next = fold_once(folded); next != folded; next = fold_once(folded))
    folded = std::move(next);
  return folded;
}

}  // namespace sahafa
