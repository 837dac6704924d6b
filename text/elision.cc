#include "text/elision.h"

#include <algorithm>
#include <array>

#include "text/char_class.h"
#include "text/match.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

/// A word that elides and how a word goes on in which its apostrophe is part of the spelling.
struct Elision {
  std::string_view word;
  std::string_view whole_before = {};  ///< lower case, no accents
  bool any_ending = false;             ///< more letters may follow (presqu'îles)
};

constexpr std::array kElisions = {
    Elision{"l", "on"},  // the pronoun l'on
    Elision{"d"},
    Elision{"s"},
    Elision{"n"},
    Elision{"qu", "en-dira-t-on"},
    Elision{"c", "est-a-dire"},
    Elision{"j"},
    Elision{"m", "as-tu-vu"},
    Elision{"t"},
    Elision{"y"},
    Elision{"ç"},
    Elision{"Ç"},
    Elision{"jusqu", "au-boutis", true},
    Elision{"lorsqu"},
    Elision{"puisqu"},
    Elision{"quoiqu"},
    Elision{"quelqu", "un", true},
    Elision{"presqu", "il", true},
};

bool begins_with_letter(std::string_view text) {
  if (text.empty()) return false;
  std::size_t at = 0;
  return char_class(decode_utf8(text, at)) == CharClass::letter;
}

bool keeps_apostrophe(const Elision& elision, std::string_view after) {
  if (elision.whole_before.empty()) return false;
  const std::size_t matched = match_folded(after, elision.whole_before);
  return matched != 0 && (elision.any_ending || !begins_with_letter(after.substr(matched)));
}

/// M'Hamed, M'hidi, N'Diaye, M'Bappé: names, since me and ne elide before vowels and a silent h only. N'h...
/// is left to n'hésitez.
bool is_name(char initial, std::string_view after) {
  if ((initial != 'M' && initial != 'N') || after.empty()) return false;
  constexpr std::string_view kConsonants = "BCDFGJKLPQRSTVWXZ";
  const char next = after[0];
  if (next == 'H' || (next == 'h' && initial == 'M')) return true;
  return kConsonants.find(next) != std::string_view::npos || next == 'M' || next == 'N';
}

}  // namespace

bool is_elision(std::string_view word, std::string_view after_apostrophe) {
  const auto same = [word](const Elision& elision) {
    return elision.word.size() == word.size() && compare_ascii_case(elision.word, word) == 0;
  };
  const auto elision = std::ranges::find_if(kElisions, same);
  if (elision == kElisions.end() || keeps_apostrophe(*elision, after_apostrophe)) return false;
  return word.size() != 1 || !is_name(word[0], after_apostrophe);
}

}  // namespace sahafa
