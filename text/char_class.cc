#include "text/char_class.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <memory>

namespace sahafa {
namespace {

CharClass letter_class(UChar32 c) {
  return uscript_hasScript(c, USCRIPT_ARABIC) ? CharClass::arabic : CharClass::letter;
}

/// The signs that Unicode calls letters or symbols but that French and Arabic texts use otherwise.
bool is_apostrophe(UChar32 c) { return c == '\'' || c == 0x2019 || c == 0x2BC || c == 0x2BB || c == 0xFF07; }
bool is_hyphen(UChar32 c) { return c == '-' || c == 0x2010 || c == 0x2011; }

constexpr UChar32 kTatweel = 0x640;

CharClass classify(UChar32 c) {
  if (c == '\n') return CharClass::line_feed;
  if (u_isUWhiteSpace(c)) return CharClass::space;
  if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) || u_iscntrl(c)) return CharClass::ignorable;
  if (is_apostrophe(c)) return CharClass::apostrophe;
  if (is_hyphen(c)) return CharClass::hyphen;
  if (c == kTatweel) return CharClass::extend;
  switch (u_charType(c)) {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_LETTER_NUMBER:
      return letter_class(c);
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
      return CharClass::extend;
    case U_DECIMAL_DIGIT_NUMBER:
      return CharClass::digit;
    case U_OTHER_NUMBER:  // m², CO₂, 2½
      return CharClass::extend;
    case U_FORMAT_CHAR:
      return CharClass::ignorable;
    default:
      return CharClass::mark;
  }
}

}  // namespace

namespace detail {

const ClassTable& class_table() {
  static const std::unique_ptr<const ClassTable> table = [] {
    auto made = std::make_unique<ClassTable>();
    for (std::size_t c = 0; c < made->size(); ++c) (*made)[c] = classify(static_cast<UChar32>(c));
    return made;
  }();
  return *table;
}

CharClass astral_class(char32_t c) { return classify(static_cast<UChar32>(c)); }

}  // namespace detail
}  // namespace sahafa
