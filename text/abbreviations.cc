#include "text/abbreviations.h"

#include <algorithm>
#include <array>

#include "text/match.h"

namespace sahafa {
namespace {

// All lists are in lower case and sorted by bytes, which the compiler checks.

constexpr auto kBeforeName = std::to_array<std::string_view>({
    "capt", "cmdt", "col", "dr", "gal", "gen",  "lt",  "m",  "me",  "mgr", "mlle", "mm",
    "mme",  "mr",   "mrs", "ms", "pr",  "prof", "sgt", "st", "ste", "sts", "أ",    "د",
});

constexpr auto kBeforeNumber = std::to_array<std::string_view>({
    "art", "avr", "chap", "déc", "fig", "févr", "janv", "juil", "n",   "no", "nos",
    "nov", "oct", "p",    "pp",  "réf", "sept", "tel",  "tél",  "vol", "ص",
});

constexpr auto kAnywhere = std::to_array<std::string_view>({
    "al",  "apr", "av",  "bd",   "cf",  "cie", "co",  "corp", "ed", "env",
    "etc", "ex",  "hab", "ibid", "inc", "jr",  "ltd", "sr",   "vs",
});

constexpr auto kUnits = std::to_array<std::string_view>({
    "cl",
    "cm",
    "g",
    "h",
    "ha",
    "kg",
    "km",
    "kw",
    "l",
    "m",
    "mg",
    "min",
    "ml",
    "mm",
    "mn",
    "s",
});

constexpr auto kFunctionWords = std::to_array<std::string_view>({
    "ainsi",  "alors",  "après", "au",    "aucun",     "aussi",     "autre",    "aux",      "avant",
    "avec",   "ce",     "cela",  "celle", "celui",     "cependant", "certains", "ces",      "cet",
    "cette",  "chaque", "comme", "dans",  "de",        "depuis",    "des",      "deux",     "du",
    "dès",    "elle",   "elles", "en",    "ensuite",   "entre",     "et",       "il",       "ils",
    "je",     "la",     "le",    "les",   "leur",      "leurs",     "lors",     "lorsque",  "mais",
    "malgré", "mon",    "même",  "ne",    "nos",       "notre",     "nous",     "on",       "or",
    "ou",     "où",     "par",   "parmi", "pendant",   "plusieurs", "pour",     "pourtant", "puis",
    "quand",  "que",    "qui",   "sa",    "sans",      "selon",     "ses",      "si",       "son",
    "sous",   "sur",    "tous",  "tout",  "toutefois", "un",        "une",      "vers",     "voici",
    "vos",    "votre",  "vous",  "à",
});

constexpr bool sorted(const auto& list) { return std::ranges::is_sorted(list); }
static_assert(sorted(kBeforeName) && sorted(kBeforeNumber) && sorted(kAnywhere) && sorted(kUnits) &&
              sorted(kFunctionWords));

}  // namespace

Abbreviation abbreviation(std::string_view word) {
  if (contains_word(kBeforeName, word)) return Abbreviation::before_name;
  if (contains_word(kBeforeNumber, word)) return Abbreviation::before_number;
  return contains_word(kAnywhere, word) ? Abbreviation::anywhere : Abbreviation::none;
}

bool is_glued_unit(std::string_view letters) {
  const bool small = std::ranges::all_of(letters, [](char c) { return c >= 'a'; });
  return letters == "H" || (small && contains_word(kUnits, letters));
}

bool is_function_word(std::string_view word) { return contains_word(kFunctionWords, word); }

}  // namespace sahafa
