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

/// French words that no neighbour language shares at this frequency; sorted. Enough of them outvote CLD2,
/// which errs on headlines.
constexpr auto kFrenchWords = std::to_array<std::string_view>({
    "a",    "au",   "aux", "avec", "c",    "ce",  "ces", "cette", "d",    "dans", "de",   "des",  "du",
    "elle", "en",   "est", "et",   "il",   "ils", "l",   "la",    "le",   "les",  "leur", "mais", "n",
    "ne",   "nous", "on",  "ont",  "ou",   "par", "pas", "plus",  "pour", "qu",   "que",  "qui",  "s",
    "sa",   "se",   "ses", "son",  "sont", "sur", "un",  "une",   "vous", "à",    "été",
});
static_assert(std::ranges::is_sorted(kFrenchWords));

double french_share(std::string_view text) {
  std::size_t words = 0;
  std::size_t french = 0;
  for (const Token& token : tokenize(text)) {
    if (token.kind != TokenKind::word) continue;
    std::string_view word = slice(text, token.span());
    if (word.ends_with('\'')) word.remove_suffix(1);
    if (word.ends_with("’")) word.remove_suffix(3);
    ++words;
    french += contains_word(kFrenchWords, word) ? 1 : 0;
  }
  return words == 0 ? 0 : static_cast<double>(french) / static_cast<double>(words);
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

std::string detect_latin(std::string_view text) {
  constexpr double kClearlyFrench = 0.25;
  constexpr double kPerhapsFrench = 0.1;
  const Guess guess = guess_latin(text);
  if (guess.lang == "fr") return "fr";
  const double share = french_share(text);
  if (share >= kClearlyFrench || (!guess.reliable && share >= kPerhapsFrench)) return "fr";
  return guess.lang.size() == 2 ? guess.lang : std::string(kUndetermined);
}

}  // namespace

std::string detect_language(std::string_view text) {
  const LetterCount letters = count_letters(text);
  if (letters.arabic + letters.other == 0) return std::string(kUndetermined);
  return letters.arabic >= letters.other ? "ar" : detect_latin(text);
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
