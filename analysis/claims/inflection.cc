#include "analysis/claims/inflection.h"

#include <algorithm>
#include <array>

#include "text/clitics.h"
#include "text/fold.h"

namespace sahafa::claims {
namespace {

constexpr char kExact = '=';
constexpr char kBase = 's';
constexpr char kVerbEr = 'e';
constexpr char kVerbIr = 'i';
constexpr char kVerbRe = 'r';
constexpr char kName = 'n';
constexpr char kHost = 'h';
constexpr char kPerfect = 'p';
constexpr char kImperfect = 'v';

constexpr std::size_t kLetterBytes = 2;  // of an Arabic letter
constexpr std::size_t kShortestBase = 2 * kLetterBytes;
constexpr std::size_t kShortestVerb = 3 * kLetterBytes;  // two letters left would make من of أمن
constexpr std::string_view kArticle = "ال";

/// First letters of an imperfect verb.
constexpr std::array<std::string_view, 3> kVerbPrefixes = {"ي", "ت", "ن"};
constexpr std::string_view kThirdPerson = "ي";
constexpr std::string_view kAlef =
    "ا";  // opens the perfect of the longer forms and falls in the imperfect: انتقد، ينتقد
/// Endings of perfect and imperfect verbs.
constexpr std::array<std::string_view, 9> kVerbSuffixes = {"وا", "ون", "ين", "ان", "تا", "نا", "ت", "ن", "و"};
/// Feminine, plural and adverbial endings of Arabic nouns and adjectives.
constexpr std::array<std::string_view, 5> kNounSuffixes = {"ات", "ون", "ين", "ه", "ا"};

/// Folded endings of the three regular French conjugations, without those of "tu": they are plurals of nouns far more often.
/// A stemmer would not do: it makes one of donner and données, of accuser and accusation.
constexpr std::array<std::string_view, 26> kErEndings = {
    "e",    "ent",    "ons",   "ez",    "ait",     "aient", "ions", "a",    "erent",
    "er",   "era",    "eront", "erait", "eraient", "ant",   "ee",   "ees",  "es",
    "eait", "eaient", "eant",  "ea",    "eons",    "ai",    "ais",  "erons"};
constexpr std::array<std::string_view, 14> kIrEndings = {"ir",     "i",        "is",     "it",    "issent",
                                                         "issait", "issaient", "issant", "irent", "ira",
                                                         "iront",  "irait",    "ie",     "ies"};
constexpr std::array<std::string_view, 16> kReEndings = {
    "re", "", "s", "ent", "ait", "aient", "ant", "ra", "ront", "rait", "u", "ue", "us", "ues", "it", "irent"};
constexpr std::size_t kShortestFrenchBase = 3;

std::string key(char kind, std::string_view text) {
  std::string out(1, kind);
  return out.append(text);
}

template <std::size_t N>
std::string_view without_suffix(std::string_view word, const std::array<std::string_view, N>& suffixes) {
  for (const std::string_view suffix : suffixes) {
    if (word.ends_with(suffix) && word.size() >= suffix.size() + kShortestBase) {
      return word.substr(0, word.size() - suffix.size());
    }
  }
  return word;
}

void add_verb_keys(std::string_view host, std::vector<std::string>& keys) {
  for (const std::string_view base : {host, without_suffix(host, kVerbSuffixes)}) {
    keys.push_back(key(kPerfect, base));
    const bool has_prefix =
        std::ranges::any_of(kVerbPrefixes, [&](std::string_view prefix) { return base.starts_with(prefix); });
    if (has_prefix && base.size() >= kLetterBytes + kShortestVerb) {
      keys.push_back(key(kImperfect, base.substr(kLetterBytes)));
    }
  }
}

/// A noun: with the article under both spellings; before a pronoun ta marbuta is written ت (مسؤوليته).
void add_noun_keys(const CliticReading& reading, std::vector<std::string>& keys) {
  keys.push_back(key(kHost, reading.host));
  if (!reading.article.empty()) {
    keys.push_back(key(kHost, std::string(kArticle).append(reading.host)));
  }
  if (!reading.pronoun.empty() && reading.host.ends_with("ت")) {
    keys.push_back(
        key(kHost, std::string(reading.host.substr(0, reading.host.size() - kLetterBytes)).append("ه")));
  }
  if (reading.pronoun.empty()) {
    if (const std::string_view bare = without_suffix(reading.host, kNounSuffixes); bare != reading.host) {
      keys.push_back(key(kBase, bare));
    }
  }
}

/// The singular, masculine form as far as regular endings show it.
std::string_view without_agreement(std::string_view form) {
  constexpr std::size_t kShortest = 4;
  if (form.size() > kShortest && (form.ends_with('s') || form.ends_with('x'))) form.remove_suffix(1);
  if (form.size() > kShortest && form.ends_with('e')) form.remove_suffix(1);
  return form;
}

template <std::size_t N>
void add_bases(char kind, std::string_view form, const std::array<std::string_view, N>& endings,
               std::vector<std::string>& keys) {
  for (const std::string_view ending : endings) {
    if (form.ends_with(ending) && form.size() >= ending.size() + kShortestFrenchBase) {
      keys.push_back(key(kind, form.substr(0, form.size() - ending.size())));
    }
  }
}

void add_french_keys(std::string_view form, std::vector<std::string>& keys) {
  keys.push_back(key(kExact, form));
  keys.push_back(key(kBase, without_agreement(form)));
  keys.push_back(key(kName, form));
  if (form.size() > kShortestFrenchBase && (form.ends_with('s') || form.ends_with('x'))) {
    keys.push_back(key(kName, form.substr(0, form.size() - 1)));
  }
  add_bases(kVerbEr, form, kErEndings, keys);
  add_bases(kVerbIr, form, kIrEndings, keys);
  add_bases(kVerbRe, form, kReEndings, keys);
}

std::string french_pattern_key(std::string_view form) {
  constexpr std::size_t kInfinitive = 2;
  const std::string_view base = form.substr(0, form.size() - std::min(form.size(), kInfinitive));
  if (base.size() < kShortestFrenchBase) return key(kBase, without_agreement(form));
  if (form.ends_with("er")) return key(kVerbEr, base);
  if (form.ends_with("ir")) return key(kVerbIr, base);
  if (form.ends_with("dre")) return key(kVerbRe, base);
  return key(kBase, without_agreement(form));
}

void add_arabic_keys(std::string_view form, std::vector<std::string>& keys) {
  keys.push_back(key(kExact, form));
  for (const CliticReading& reading : read_clitics(form)) {
    const bool is_future = reading.preposition == "س";
    if (!is_future) {
      add_noun_keys(reading, keys);
    }
    if (reading.article.empty() && (reading.preposition.empty() || is_future)) {
      add_verb_keys(reading.host, keys);
    }
    if (reading.pronoun.empty() && reading.preposition.empty() && reading.article.empty()) {
      keys.push_back(key(kExact, reading.host));
    }
  }
}

}  // namespace

bool is_arabic(std::string_view word) {
  return !word.empty() && static_cast<unsigned char>(word.front()) >= 0xD8 &&
         static_cast<unsigned char>(word.front()) <= 0xDB;
}

std::vector<std::string> pattern_keys(std::string_view word, Match match) {
  const std::string form = fold(word);
  if (match == Match::exact) {
    return {key(kExact, form)};
  }
  if (is_arabic(form)) {
    std::vector<std::string> keys = {key(kHost, form)};
    if (match == Match::inflected) {
      keys.push_back(key(kBase, form));
      const bool has_alef = form.starts_with(kAlef) && form.size() >= kLetterBytes + kShortestVerb;
      keys.push_back(key(kPerfect, form));
      keys.push_back(key(kImperfect, std::string_view(form).substr(has_alef ? kLetterBytes : 0)));
      if (form.starts_with(kThirdPerson) && form.size() >= kLetterBytes + kShortestVerb) {
        keys.push_back(key(kImperfect, std::string_view(form).substr(kLetterBytes)));  // يضيف stands for تضيف
      }
    }
    return keys;
  }
  if (match == Match::name) {
    return {key(kName, form)};
  }
  std::vector<std::string> keys = {key(kExact, form), french_pattern_key(form)};
  if ((form.ends_with("eter") || form.ends_with("eler")) && form.size() > kShortestFrenchBase + 3) {
    std::string doubled = form.substr(0, form.size() - 2);  // rejeter: rejette
    doubled.push_back(doubled.back());
    keys.push_back(key(kVerbEr, doubled));
  }
  return keys;
}

void token_keys(std::string_view form, std::vector<std::string>& keys) {
  keys.clear();
  is_arabic(form) ? add_arabic_keys(form, keys) : add_french_keys(form, keys);
  std::ranges::sort(keys);
  keys.erase(std::ranges::unique(keys).begin(), keys.end());
}

bool has_arabic_article(std::string_view form) {
  for (const std::string_view clitic : {"و", "ف"}) {
    if (form.starts_with(clitic)) form.remove_prefix(clitic.size());
  }
  return form.starts_with("ال") || form.starts_with("بال") || form.starts_with("لل") ||
         form.starts_with("كال");
}

bool has_preposition_clitic(std::string_view form) {
  return is_arabic(form) && std::ranges::any_of(read_clitics(form), [](const CliticReading& reading) {
           return !reading.preposition.empty() && reading.preposition != "س";
         });
}

}  // namespace sahafa::claims
