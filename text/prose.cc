#include "text/prose.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace sahafa {
namespace {

bool is_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
         (c >= 0xC0 && c <= 0xFF && c != 0xD7 && c != 0xF7) || c == U'œ' || c == U'Œ' ||
         (c >= 0x620 && c <= 0x64A);
}

char32_t lower(char32_t c) {
  constexpr char32_t kStep = 0x20;
  if (c == U'Œ') return U'œ';
  return is_prose_capital(c) ? c + kStep : c;
}

template <std::size_t N>
bool is_in(std::u32string_view word, const std::array<std::u32string_view, N>& words) {
  return std::ranges::find(words, word) != words.end();
}

/// Says "I" or "we", or addresses somebody.
bool speaks(const Prose& prose, const ProseWord& word) {
  static constexpr std::array<std::u32string_view, 18> kPersons = {
      U"je", U"tu",  U"vous", U"nous", U"moi", U"toi",   U"me",  U"te",    U"mon",
      U"ma", U"mes", U"ton",  U"ta",   U"tes", U"votre", U"vos", U"notre", U"nos"};
  static constexpr std::array<std::u32string_view, 3> kElided = {U"j", U"t", U"m"};
  return is_in(word.lower, kPersons) ||
         (is_in(word.lower, kElided) && is_prose_apostrophe(prose.at(word.extent.end)));
}

/// The endings of the passé simple in the third person, on words that are nothing else.
bool is_past_historic(const ProseWord& word) {
  static constexpr std::array<std::u32string_view, 7> kPlural = {U"èrent", U"irent", U"urent", U"inrent",
                                                                 U"âmes",  U"ûmes",  U"îmes"};
  static constexpr std::array<std::u32string_view, 4> kSingular = {U"a", U"it", U"ut", U"int"};
  static constexpr std::array<std::u32string_view, 4> kOtherEndings = {U"ait", U"rait", U"oit", U"ra"};
  static constexpr std::array<std::u32string_view, 56> kOthers = {
      U"cela",  U"voilà",   U"déjà",    U"fait",   U"dit",    U"petit",    U"lit",      U"nuit",
      U"fruit", U"bruit",   U"esprit",  U"habit",  U"crédit", U"profit",   U"conduit",  U"produit",
      U"huit",  U"point",   U"tout",    U"but",    U"salut",  U"début",    U"saint",    U"maint",
      U"delà",  U"holà",    U"fut",     U"suit",   U"vit",    U"plaît",    U"exploit",  U"dépit",
      U"répit", U"récit",   U"écrit",   U"maudit", U"subit",  U"interdit", U"appétit",  U"conflit",
      U"délit", U"débit",   U"circuit", U"minuit", U"réduit", U"détruit",  U"instruit", U"construit",
      U"finit", U"gabarit", U"sa",      U"la",     U"ma",     U"ta",       U"va",       U"ça"};
  constexpr std::size_t kStem = 2;  // letters before the ending
  if (word.is_capital || is_in(word.lower, kOthers)) {
    return false;
  }
  const auto ends = [&](std::u32string_view ending) {
    return word.lower.size() >= ending.size() + kStem && word.lower.ends_with(ending);
  };
  return std::ranges::any_of(kPlural, ends) ||
         (std::ranges::any_of(kSingular, ends) &&
          std::ranges::none_of(kOtherEndings,
                               [&](std::u32string_view e) { return word.lower.ends_with(e); }));
}

bool is_imperfect(const ProseWord& word) {
  return word.lower.ends_with(U"ait") || word.lower.ends_with(U"aient");
}

bool is_third_person(const Prose& prose, const ProseWord& word, bool is_first) {
  static constexpr std::array<std::u32string_view, 11> kThird = {
      U"il", U"elle", U"ils", U"elles", U"on", U"le", U"la", U"les", U"tous", U"chacun", U"personne"};
  const std::size_t begin = word.extent.begin;
  const char32_t before = begin >= 2 && is_prose_space(prose.at(begin - 1)) ? prose.at(begin - 2) : U'\0';
  const bool is_name = !is_first && word.is_capital && word.extent.size() > 1 &&
                       ((before >= U'a' && before <= U'z') || before == U',' || before == U';');
  return is_name || is_in(word.lower, kThird) ||
         (word.lower == U"l" && is_prose_apostrophe(prose.at(word.extent.end)));
}

}  // namespace

bool is_prose_capital(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDD && c != 0xD7);
}

bool is_prose_space(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\n' || c == 0xA0 || c == 0x202F || c == 0x2009;
}

bool is_prose_apostrophe(char32_t c) { return c == U'\'' || c == U'’'; }

Prose read_prose(std::string_view text) {
  Prose prose;
  for (std::size_t at = 0; at < text.size();) {
    prose.bytes.push_back(static_cast<std::uint32_t>(at));
    prose.chars.push_back(decode_utf8(text, at));
  }
  prose.bytes.push_back(static_cast<std::uint32_t>(text.size()));
  return prose;
}

std::vector<ProseWord> words_of(const Prose& prose, Extent extent) {
  std::vector<ProseWord> words;
  for (std::size_t i = extent.begin; i < extent.end; ++i) {
    if (!is_letter(prose.at(i))) continue;
    ProseWord word{.extent = {i, i}, .lower = {}, .is_capital = is_prose_capital(prose.at(i))};
    for (; i < extent.end && is_letter(prose.at(i)); ++i) word.lower.push_back(lower(prose.at(i)));
    word.extent.end = i;
    words.push_back(std::move(word));
  }
  return words;
}

std::vector<Extent> sentences_of(const Prose& prose, Extent extent) {
  constexpr std::u32string_view kEnds = U".!?…»";
  constexpr std::u32string_view kOpeners = U"«—–";
  std::vector<Extent> sentences;
  std::size_t begin = extent.begin;
  for (std::size_t i = extent.begin + 1; i < extent.end; ++i) {
    if (!is_prose_space(prose.at(i)) || kEnds.find(prose.at(i - 1)) == std::u32string_view::npos) continue;
    std::size_t next = i;
    while (next < extent.end && is_prose_space(prose.at(next))) ++next;
    const char32_t c = prose.at(next);
    if (next < extent.end && (is_prose_capital(c) || kOpeners.find(c) != std::u32string_view::npos)) {
      sentences.push_back({begin, i});
      begin = next;
    }
    i = next;
  }
  if (begin < extent.end) sentences.push_back({begin, extent.end});
  return sentences;
}

bool is_told(const Prose& prose, Extent sentence) {
  bool has_past = false;
  bool has_third = false;
  bool is_first = true;
  for (const ProseWord& word : words_of(prose, sentence)) {
    if (speaks(prose, word)) return false;
    has_past = has_past || is_past_historic(word) || (!is_first && is_imperfect(word));
    has_third = has_third || is_third_person(prose, word, is_first);
    is_first = false;
  }
  return has_past && has_third;
}

}  // namespace sahafa
