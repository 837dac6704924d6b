#include "text/syllables.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "text/utf8.h"

namespace sahafa {
namespace {

// A word in one byte a letter: vowels in their base form, but é, è (E with any other accent) and diaereses apart.
constexpr char kAcute = 'E';      // é
constexpr char kOpen = 'O';       // è, ê
constexpr char kDiaeresis = 'I';  // ë, ï, ü

char simplify(char32_t c) {
  switch (c) {
    case U'à':
    case U'â':
    case U'æ':
      return 'a';
    case U'é':
      return kAcute;
    case U'è':
    case U'ê':
      return kOpen;
    case U'ë':
    case U'ï':
    case U'ü':
    case U'ÿ':
      return kDiaeresis;
    case U'î':
      return 'i';
    case U'ô':
    case U'œ':
      return 'o';
    case U'ù':
    case U'û':
      return 'u';
    case U'ç':
      return 's';
    default:
      return c < 0x80 ? static_cast<char>(c) : 'x';
  }
}

bool is_vowel(char c) { return std::string_view("aeiouyEOI").find(c) != std::string_view::npos; }

std::string simplify(std::string_view word) {
  std::string letters;
  for (std::size_t at = 0; at < word.size();) letters += simplify(decode_utf8(word, at));
  std::string kept;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const char before = i > 0 ? letters[i - 1] : ' ';
    const char after = i + 1 < letters.size() ? letters[i + 1] : ' ';
    const bool silent_u =
        letters[i] == 'u' &&
        (before == 'q' || (before == 'g' && std::string_view("eiyEO").find(after) != std::string_view::npos));
    if (silent_u) continue;
    // y between vowels begins a syllable as a consonant does.
    kept += letters[i] == 'y' && is_vowel(before) && is_vowel(after) ? 'j' : letters[i];
  }
  return kept;
}

bool ends_with_any(std::string_view word, std::span<const std::string_view> endings) {
  return std::ranges::any_of(endings, [&](std::string_view ending) { return word.ends_with(ending); });
}

// -ent that is said: adverbs, nouns and adjectives. Verbs of these endings are rarer than those words.
bool is_spoken_ent(std::string_view word) {
  static constexpr std::array<std::string_view, 34> kSpoken = {
      "ament",  "ement",  "iment",   "oment",  "ument", "Ement",  "mment", "cent",   "gent",
      "Ident",  "ident",  "udent",   "ouvent", "ient",  "alent",  "olent", "ellent", "parent",
      "rErent", "fErent", "current", "hErent", "arent", "absent", "sent",  "manent", "inent",
      "tinent", "Etent",  "ontent",  "accent", "vent",  "tement", "erment"};
  static constexpr std::array<std::string_view, 10> kSilent = {
      "ivent", "oivent", "euvent", "auvent", "avent", "issent", "usent", "isent", "osent", "assent"};
  return ends_with_any(word, kSpoken) && !ends_with_any(word, kSilent);
}

bool has_vowel(std::string_view word) { return std::ranges::any_of(word, is_vowel); }

std::string_view drop_silent_end(std::string_view word) {
  std::string_view rest = word;
  if (word.ends_with("aient") || word.ends_with("oient")) {
    rest.remove_suffix(3);
  } else if (word.ends_with("ent") && !is_spoken_ent(word)) {
    rest.remove_suffix(3);
  } else if (word.ends_with("es")) {
    rest.remove_suffix(2);
  } else if (word.ends_with('e')) {
    rest.remove_suffix(1);
  }
  return has_vowel(rest) ? rest : word;
}

bool stands_behind_cluster(std::string_view word, std::size_t at) {
  if (at < 2 || is_vowel(word[at - 2])) return false;
  return word[at - 1] == 'l' || word[at - 1] == 'r';
}

// Whether two vowels that stand together belong to two syllables.
bool are_apart(std::string_view word, std::size_t at) {
  const char first = word[at];
  const char second = word[at + 1];
  const char third = at + 2 < word.size() ? word[at + 2] : ' ';
  if (first == kAcute || second == kDiaeresis || first == kDiaeresis) return true;
  if (first == 'a' && second == 'o') return third != 'u';
  if (first == 'o' && second == 'a') return true;
  if (second == kAcute || second == kOpen) return first != 'i' || stands_behind_cluster(word, at);
  if (first == 'u' && at > 0 && word[at - 1] == 'o') return second == 'e' && at > 1;  // jou-er, but ouest
  if (first == 'i') return stands_behind_cluster(word, at);
  return first == 'u' && second != 'i' && stands_behind_cluster(word, at);
}

}  // namespace

std::size_t count_french_syllables(std::string_view word) {
  const std::string letters = simplify(word);
  const std::string_view said = drop_silent_end(letters);
  std::size_t syllables = 0;
  for (std::size_t i = 0; i < said.size(); ++i) {
    if (!is_vowel(said[i])) continue;
    if (i == 0 || !is_vowel(said[i - 1]) || are_apart(said, i - 1)) ++syllables;
  }
  return std::max<std::size_t>(syllables, 1);
}

}  // namespace sahafa
