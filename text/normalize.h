// The form in which texts are stored: NFC, logical order, no invisible characters. What is stored is what
// spans point into, so this happens once, before storing. Folding for matching is another thing: fold.h.
#pragma once

#include <string>
#include <string_view>

namespace sahafa {

/// Unicode Normalization Form C of valid UTF-8.
std::string normalize_nfc(std::string_view text);

/// The stored form of a text: NFC; Arabic presentation forms and Latin f-ligatures replaced by their letters
/// (only these: whole NFKC would change figures, fractions and spaces); bidi controls, soft hyphens,
/// byte-order marks and other default-ignorable characters removed (ZWJ kept inside emoji); every line end (CRLF,
/// CR, form feed, U+2028 ...) made LF; NUL and other controls but tab and LF removed. Idempotent. Curly quotes, tatweel, harakat,
/// Arabic-Indic digits and narrow spaces stay as the author wrote them.
std::string normalize_stored(std::string_view text);

}  // namespace sahafa
