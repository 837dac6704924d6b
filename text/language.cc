#include "text/language.h"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>
#include <array>

#include "text/char_class.h"
#include "text/match.h"
#include "text/sentences.h"
#include "text/tokenize.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

constexpr std::string_view kUndetermined = "und";

struct LetterCount {
  std::size_t arabic = 0;
  std::size_t other = 0;
};

LetterCount count_letters(std::string_view text) {
  LetterCount count;
  for (std::size_t at = 0; at < text.size();) {
    const CharClass c = char_class(decode_utf8(text, at));
    count.arabic += c == CharClass::arabic ? 1 : 0;
    count.other += c == CharClass::letter ? 1 : 0;
  }
  return count;
}

/// Function words that French does not share with Spanish, Italian, Portuguese or English, an elided one
/// without its apostrophe; sorted.
constexpr auto kFrenchWords = std::to_array<std::string_view>({
    "au",   "aux", "avec", "c",    "ce",   "ces", "cette", "d",    "dans", "des",  "du",
    "elle", "est", "et",   "il",   "ils",  "j",   "je",    "l",    "le",   "les",  "leur",
    "mais", "n",   "ne",   "nous", "ont",  "ou",  "où",    "par",  "pas",  "plus", "pour",
    "qu",   "qui", "quoi", "s",    "sont", "sur", "une",   "vous", "à",    "été",
});
/// Those that it shares with some of them; sorted.
constexpr auto kSharedWords = std::to_array<std::string_view>({
    "a",
    "de",
    "en",
    "la",
    "me",
    "on",
    "que",
    "sa",
    "se",
    "ses",
    "si",
    "son",
    "un",
});
static_assert(std::ranges::is_sorted(kFrenchWords) && std::ranges::is_sorted(kSharedWords));

/// Spellings that are rare in the neighbour languages.
constexpr auto kFrenchSpellings = std::to_array<std::string_view>({"ée", "è", "ê", "œ", "eau", "eux", "tés"});

double french_weight(std::string_view word) {
  constexpr double kSharedWeight = 0.5;
  if (word.ends_with('\'')) word.remove_suffix(1);
  if (word.ends_with("’")) word.remove_suffix(std::string_view("’").size());
  if (contains_word(kFrenchWords, word)) return 1;
  if (contains_word(kSharedWords, word)) return kSharedWeight;
  const auto inside = [word](std::string_view spelling) {
    return word.find(spelling) != std::string_view::npos;
  };
  return std::ranges::any_of(kFrenchSpellings, inside) ? 1 : 0;
}

/// How French the words of a text are, 0 to 1; a French article has about 0.4.
struct FrenchEvidence {
  std::size_t words = 0;
  double share = 0;
};

FrenchEvidence weigh_french(std::string_view text) {
  FrenchEvidence evidence;
  for (const Token& token : tokenize(text)) {
    if (token.kind != TokenKind::word) continue;
    ++evidence.words;
    evidence.share += french_weight(slice(text, token.span()));
  }
  if (evidence.words > 0) evidence.share /= static_cast<double>(evidence.words);
  return evidence;
}

/// CLD2's first guess and whether it stands by it.
struct Guess {
  std::string lang;
  bool reliable = false;
};

Guess guess_latin(std::string_view text) {
  bool reliable = false;
  const CLD2::Language language =
      CLD2::DetectLanguage(text.data(), static_cast<int>(text.size()), true, &reliable);
  return {language == CLD2::UNKNOWN_LANGUAGE ? "" : CLD2::LanguageCode(language), reliable};
}

/// CLD2 errs on headlines, with confidence: the shorter the text, the fewer French words outvote it.
std::string detect_latin(std::string_view text) {
  constexpr std::size_t kFewWords = 8;
  constexpr double kEnoughAgainstCld2 = 0.35;
  constexpr double kEnoughInDoubt = 0.1;
  const Guess guess = guess_latin(text);
  const FrenchEvidence evidence = weigh_french(text);
  const bool doubt = !guess.reliable || evidence.words < kFewWords;
  if (guess.lang == "fr" || evidence.share >= (doubt ? kEnoughInDoubt : kEnoughAgainstCld2)) return "fr";
  return guess.lang.size() == 2 ? guess.lang : std::string(kUndetermined);
}

/// Enough of a text to know its language for certain.
std::string_view beginning_of(std::string_view text) {
  constexpr std::size_t kEnough = 6000;  // bytes
  if (text.size() <= kEnough) return text;
  const std::size_t end = text.rfind(' ', kEnough);
  return text.substr(0, end == std::string_view::npos ? text.size() : end);
}

}  // namespace

std::string detect_language(std::string_view text) {
  const LetterCount letters = count_letters(text);
  if (letters.arabic + letters.other == 0) return std::string(kUndetermined);
  return letters.arabic >= letters.other ? "ar" : detect_latin(beginning_of(text));
}

std::vector<ParagraphLanguage> detect_paragraph_languages(std::string_view text) {
  constexpr std::size_t kTooShortLetters = 40;
  const std::string whole = detect_language(text);
  std::vector<ParagraphLanguage> result;
  for (const Span paragraph : split_paragraphs(text)) {
    const std::string_view piece = slice(text, paragraph);
    const LetterCount letters = count_letters(piece);
    const bool same_script = (letters.arabic >= letters.other) == (whole == "ar");
    const bool short_one = letters.arabic + letters.other < kTooShortLetters;
    result.push_back({paragraph, short_one && same_script ? whole : detect_language(piece)});
  }
  return result;
}

}  // namespace sahafa
