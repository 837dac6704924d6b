#include "index/search_keys.h"

#include <xxhash.h>

#include <algorithm>
#include <array>

#include "index/arabic_words.h"
#include "text/char_class.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

constexpr std::string_view kArticle = "ال";
constexpr std::string_view kDoubleLam = "لل";
constexpr std::string_view kTaMarbuta = "ه";   // folded
constexpr std::size_t kArabicLetterBytes = 2;  // of each that folding leaves
constexpr std::size_t kLeastLetters = 3;

bool is_arabic(char32_t c) { return char_class(c) == CharClass::arabic; }

/// What holds a word together. An apostrophe does: aujourd'hui is one word.
bool belongs_to_word(char32_t c) {
  switch (char_class(c)) {
    case CharClass::letter:
    case CharClass::arabic:
    case CharClass::extend:
    case CharClass::digit:
    case CharClass::apostrophe:
      return true;
    default:
      return false;
  }
}

/// Forms whose stem is not that of the word they belong to. Folded.
struct Irregular {
  std::string_view form;
  std::string_view word;
};
constexpr std::array kIrregular = {
    Irregular{"baux", "bail"},         Irregular{"cieux", "ciel"},         Irregular{"coraux", "corail"},
    Irregular{"mesdames", "madame"},   Irregular{"messieurs", "monsieur"}, Irregular{"travaux", "travail"},
    Irregular{"vitraux", "vitrail"},   Irregular{"yeux", "oeil"},          Irregular{"nouveau", "nouvelle"},
    Irregular{"nouveaux", "nouvelle"}, Irregular{"beau", "belle"},         Irregular{"beaux", "belle"},
    Irregular{"vieux", "vieille"},     Irregular{"vieil", "vieille"}};

constexpr std::array<std::string_view, 2> kDerivations = {"ement", "ite"};  // folded

std::string_view without_plural(std::string_view form) {
  return form.ends_with('s') || form.ends_with('x') ? form.substr(0, form.size() - 1) : form;
}

/// Whether the stem of this word, without its plural mark, is that of a verb or an adjective: parlement is no form of parler,
/// publicité none of public, généralement none of général.
bool is_stem_of_another(std::string_view base, std::string_view stem) {
  return std::ranges::any_of(kDerivations, [&](std::string_view ending) {
    return base.ends_with(ending) && stem.size() + ending.size() <= base.size();
  });
}

bool is_ascii_letters(std::string_view form) {
  return !form.empty() && std::ranges::all_of(form, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// The folded word cut where something stands in it that is no letter, digit or apostrophe.
std::vector<std::string_view> split_compound(std::string_view form) {
  std::vector<std::string_view> parts;
  if (is_ascii_letters(form)) return {form};
  std::size_t begin = 0;
  for (std::size_t at = 0; at < form.size();) {
    const std::size_t here = at;
    const char32_t c = decode_utf8(form, at);
    if (belongs_to_word(c)) continue;
    if (here > begin) parts.push_back(form.substr(begin, here - begin));
    begin = at;
  }
  if (begin < form.size()) parts.push_back(form.substr(begin));
  std::erase_if(parts,
                [](std::string_view part) { return part.find_first_not_of('\'') == std::string_view::npos; });
  return parts;
}

std::string join(const std::vector<std::string_view>& parts) {
  std::string joined;
  for (const std::string_view part : parts) joined += part;
  return joined;
}

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// The word that the parts make together, or nothing when each is a word of its own. Groups of a number (500
/// | 000), its decimals (12 | 5) and the letters of an acronym (c | n | s | s) belong together.
std::string find_one_word(std::string_view form, const std::vector<std::string_view>& parts) {
  const bool number = std::ranges::all_of(parts, is_digits);
  const bool groups = std::all_of(parts.begin() + 1, parts.end(), [](auto part) { return part.size() == 3; });
  const bool letters = std::ranges::all_of(parts, [](auto part) { return count_code_points(part) == 1; });
  if (parts.size() == 1 || (number && groups) || (letters && !number)) return join(parts);
  const bool decimals = parts.size() == 2 && form.find_first_of("-/:") == std::string_view::npos;
  if (number && decimals) return std::string(parts[0]).append(".").append(parts[1]);
  return {};
}

std::string_view without_first_of(std::string_view word, std::initializer_list<std::string_view> letters) {
  for (const std::string_view letter : letters) {
    if (word.starts_with(letter)) return word.substr(letter.size());
  }
  return word;
}

/// The letters behind the article group (ال, وال, بال, فال, كال, وبال ...), or nothing when the word has none. None of the letters
/// that may stand before the article is an alef, so there is one reading at most.
std::string_view behind_article(std::string_view form) {
  const std::string_view group = without_first_of(without_first_of(form, {"و", "ف"}), {"ب", "ك"});
  if (!group.starts_with(kArticle)) return {};
  const std::string_view host = group.substr(kArticle.size());
  for (std::size_t at = 0; at < form.size();) {
    if (!is_arabic(decode_utf8(form, at))) return {};
  }
  return count_code_points(host) >= kLeastLetters ? host : std::string_view();
}

/// The letters behind لل, which is ل and the article; nothing when the word does not begin so.
std::string_view behind_lam(std::string_view form) {
  const std::string_view group = without_first_of(form, {"و", "ف"});
  if (!group.starts_with(kDoubleLam)) return {};
  const std::string_view host = group.substr(kDoubleLam.size());
  return count_code_points(host) >= kLeastLetters ? host : std::string_view();
}

/// Letters at the beginning that may be clitics. They do not count as letters of the word, so that an ending comes off
/// وضمان exactly when it comes off ضمان, off للولايات when off ولايات.
std::size_t count_clitic_letters(std::string_view word) {
  if (word.starts_with(kDoubleLam)) return 2 + count_clitic_letters(word.substr(kDoubleLam.size()));
  for (const std::string_view conjunction : {"و", "ف"}) {
    if (!word.starts_with(conjunction)) continue;
    const std::string_view rest = word.substr(conjunction.size());
    return rest.starts_with(kDoubleLam) ? 1 + count_clitic_letters(rest) : 1;
  }
  for (const std::string_view letter : {"ب", "ل", "ك"}) {
    if (word.starts_with(letter)) return 1;
  }
  return 0;
}

std::string strip_arabic_endings(std::string_view word) {
  // Order of light10; attached pronouns of more letters first, and only from long words (بياناتهم).
  struct Ending {
    std::string_view letters;
    std::size_t least_left;
  };
  static constexpr std::array kEndings = {Ending{"هما", 4}, Ending{"هم", 4}, Ending{"ها", 3}, Ending{"ان", 3},
                                          Ending{"ات", 3},  Ending{"ون", 3}, Ending{"ين", 3}, Ending{"يه", 3},
                                          Ending{"ه", 3},   Ending{"ي", 3}};
  const std::size_t clitic_letters = count_clitic_letters(word);
  const auto is_feminine_noun = [&](std::string_view rest) {
    const std::string noun = std::string(rest).append(kTaMarbuta);
    return needs_its_ta_marbuta(noun) ||
           needs_its_ta_marbuta(std::string_view(noun).substr(clitic_letters * kArabicLetterBytes));
  };
  for (const auto& [letters, least_left] : kEndings) {
    if (!word.ends_with(letters)) continue;
    const std::string_view rest = word.substr(0, word.size() - letters.size());
    if ((letters == kTaMarbuta || letters == "ات") && is_feminine_noun(rest))
      return std::string(rest).append(kTaMarbuta);
    if (count_code_points(rest) >= least_left + clitic_letters) word = rest;
  }
  return std::string(word);
}

void sort_unique(std::vector<std::string>& strings) {
  std::ranges::sort(strings);
  strings.erase(std::ranges::unique(strings).begin(), strings.end());
}

}  // namespace

bool is_arabic_word(std::string_view word) {
  std::size_t at = 0;
  return !word.empty() && is_arabic(decode_utf8(word, at));
}

std::string arabic_key(std::string_view form) {
  const std::string_view host = behind_article(form);
  return strip_arabic_endings(host.empty() ? form : host);
}

std::vector<std::string> SearchKeys::word_keys(std::string_view form, std::string_view stem) const {
  if (is_arabic_word(form)) return {arabic_ == ArabicStemmer::light ? arabic_key(form) : std::string(stem)};
  if (const auto* irregular = std::ranges::find(kIrregular, form, &Irregular::form);
      irregular != kIrregular.end())
    return word_keys(irregular->word, stemmer_.stem(irregular->word));
  std::vector<std::string> keys;
  for (const std::string& candidate : {std::string(stem), stemmer_.stem(form)}) {
    const std::string_view base = without_plural(form);
    const bool too_short = candidate.size() < 4 && base.size() >= 4;
    keys.emplace_back(too_short || is_stem_of_another(base, candidate) ? base : std::string_view(candidate));
  }
  sort_unique(keys);
  return keys;
}

WordKeys SearchKeys::make(std::string_view form, std::string_view stem) const {
  WordKeys keys;
  const std::vector<std::string_view> parts = split_compound(form);
  if (parts.empty()) return keys;
  if (const std::string word = find_one_word(form, parts); !word.empty()) {
    keys.parts.push_back(word_keys(word, word == form ? std::string(stem) : stemmer_.stem(word)));
    keys.forms.push_back(word);
    if (is_arabic_word(word)) {
      if (const std::string_view host = behind_article(word); !host.empty()) {
        keys.forms.emplace_back(host);
        keys.with_article = true;
      } else if (const std::string_view lam_host = behind_lam(word); !lam_host.empty()) {
        keys.forms.emplace_back(lam_host);
      }
    }
    return keys;
  }
  const std::string closed = join(parts);
  for (const std::string_view part : parts) {
    const WordKeys inner = make(part, stemmer_.stem(part));
    keys.parts.push_back(inner.parts.front());
    keys.forms.insert(keys.forms.end(), inner.forms.begin(), inner.forms.end());
  }
  keys.closed = word_keys(closed, stemmer_.stem(closed)).front();
  keys.forms.push_back(closed);
  return keys;
}

SearchKeys::Slot& SearchKeys::find_slot(std::uint64_t hash, std::string_view form, std::string_view stem) {
  const std::size_t mask = slots_.size() - 1;
  const auto is_other = [&](const Slot& slot) {
    return slot.known != nullptr &&
           (slot.hash != hash || slot.known->form != form || slot.known->stem != stem);
  };
  std::size_t at = hash & mask;
  while (is_other(slots_[at])) at = (at + 1) & mask;
  return slots_[at];
}

void SearchKeys::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.known != nullptr) find_slot(slot.hash, slot.known->form, slot.known->stem) = slot;
  }
}

const WordKeys& SearchKeys::get(std::string_view form, std::string_view stem) {
  const std::uint64_t hash =
      XXH3_64bits_withSeed(stem.data(), stem.size(), XXH3_64bits(form.data(), form.size()));
  Slot* slot = &find_slot(hash, form, stem);
  if (slot->known != nullptr) return slot->known->keys;
  if (known_.size() * 2 >= slots_.size()) {
    grow();
    slot = &find_slot(hash, form, stem);
  }
  known_.push_back({std::string(form), std::string(stem), make(form, stem)});
  known_.back().keys.form = form;
  known_.back().keys.number = static_cast<std::uint32_t>(known_.size() - 1);
  *slot = {hash, &known_.back()};
  return known_.back().keys;
}

const WordKeys& SearchKeys::get(const AnalyzedText& text, std::size_t token) {
  if (text.analyzer != analyzer_) {
    analyzer_ = text.analyzer;
    by_type_.clear();
  }
  const std::size_t type = text.types[token];
  if (type >= by_type_.size()) by_type_.resize(std::max(type + 1, by_type_.size() * 2));
  if (by_type_[type] == nullptr) by_type_[type] = &get(text.forms[token], text.stems[token]);
  return *by_type_[type];
}

}  // namespace sahafa
