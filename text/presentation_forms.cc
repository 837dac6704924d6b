#include "text/presentation_forms.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "text/icu_check.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

const icu::Normalizer2& nfkc() {
  static const icu::Normalizer2& instance = []() -> const icu::Normalizer2& {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* found = icu::Normalizer2::getNFKCInstance(status);
    check_icu(status, "loading the NFKC tables");
    return *found;
  }();
  return instance;
}

bool is_presentation_form(char32_t c) {
  if (c >= 0xFB00 && c <= 0xFB06)
    return true;  // the Latin ones have decomposition type "compat", as figures have
  if (c < 0xFB50 || c > 0xFEFC) return false;
  switch (u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_DECOMPOSITION_TYPE)) {
    case U_DT_ISOLATED:
    case U_DT_INITIAL:
    case U_DT_MEDIAL:
    case U_DT_FINAL:
      return true;
    default:
      return false;
  }
}

}  // namespace

void append_presentation_form(char32_t c, std::string& out) {
  if (!is_presentation_form(c)) {
    append_utf8(out, c);
    return;
  }
  icu::UnicodeString letters;
  nfkc().getDecomposition(static_cast<UChar32>(c), letters);
  // Isolated harakat decompose to a space and the mark; the space only carried it.
  const bool carried = letters.length() > 1 && letters[0] == u' ';
  if (carried) letters.remove(0, 1);
  letters.toUTF8String(out);
}

}  // namespace sahafa
