#include "analysis/claims/phrases.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <functional>

#include "text/fold.h"
#include "text/tokenize.h"

namespace sahafa::claims {
namespace {

constexpr std::uint8_t kGap = 3;       // words that ".." may stand for
constexpr std::uint8_t kWideGap = 6;   // and "..."
constexpr std::uint8_t kLongGap = 16;  // and "...."
constexpr std::string_view kGapMark = "..";
constexpr std::string_view kWideGapMark = "...";
constexpr std::string_view kLongGapMark = "....";

/// Words that a mark of a pattern stands for; 0 for a word.
std::uint8_t gap_of(std::string_view word) {
  return word == kGapMark       ? kGap
         : word == kWideGapMark ? kWideGap
         : word == kLongGapMark ? kLongGap
                                : std::uint8_t{0};
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t at = std::min(text.find(separator), text.size());
    if (at > 0) {
      parts.push_back(text.substr(0, at));
    }
    text.remove_prefix(std::min(at + 1, text.size()));
  }
  return parts;
}

/// The tokens of a word as the tokenizer cuts it (l'enquête is two); marks of the pattern syntax were taken off before.
std::vector<std::string_view> tokens_of(std::string_view word) {
  std::vector<std::string_view> out;
  for (const Token& token : tokenize(word)) {
    out.push_back(slice(word, token.span()));
  }
  return out;
}

/// Looks words up without making strings of them.
struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

/// Symbols of a quotation mark and of a mark that ends a clause: none that a pattern can hold.
const std::vector<std::uint32_t> kQuotationMark = {UINT32_MAX};
const std::vector<std::uint32_t> kClauseMark = {UINT32_MAX - 1};
const std::vector<std::uint32_t> kStopMark = {UINT32_MAX - 2};

/// A quotation of several sentences is one: a phrase does not run on into the next.
bool ends_sentence(std::string_view form) {
  return form == "." || form == "!" || form == "?" || form == "؟" || form == "…";
}

bool ends_clause(std::string_view form) {
  static constexpr std::array<std::string_view, 9> kMarks = {",", ";", ":", "،", "؛", "(", ")", "–", "—"};
  return std::ranges::find(kMarks, form) != kMarks.end();
}

}  // namespace

PhraseIndex::Symbol PhraseIndex::intern(std::string key) {
  const auto [found, fresh] = symbols_.emplace(std::move(key), static_cast<Symbol>(symbols_.size()));
  if (fresh) {
    by_first_.emplace_back();
  }
  return found->second;
}

PhraseIndex::Element PhraseIndex::read_element(std::string_view word, Match match) {
  Element element;
  for (std::string_view alternative : split(word, '|')) {
    if (alternative.ends_with('*')) {
      alternative.remove_suffix(1);
      const std::string prefix = fold(alternative);
      element.alternatives.push_back(intern(std::string("*").append(prefix)));
      prefixes_.emplace_back(prefix, element.alternatives.back());
      continue;
    }
    const bool is_exact = alternative.size() > 1 && alternative.front() == '=';
    for (std::string& key :
         pattern_keys(alternative.substr(is_exact ? 1 : 0), is_exact ? Match::exact : match)) {
      element.alternatives.push_back(intern(std::move(key)));
    }
  }
  return element;
}

std::uint32_t PhraseIndex::add(std::string_view pattern, Match match) {
  Phrase phrase;
  for (const std::string_view word : split(pattern, ' ')) {
    if (const std::uint8_t gap = gap_of(word); gap > 0) {
      phrase.elements.push_back({.alternatives = {}, .gap = gap});
    } else if (word.find_first_of("|*") != std::string_view::npos || word.front() == '=') {
      phrase.elements.push_back(read_element(word, match));
    } else {
      for (const std::string_view token : tokens_of(word)) {
        phrase.elements.push_back(read_element(token, match));
      }
    }
  }
  const auto number = static_cast<std::uint32_t>(phrases_.size());
  for (const Symbol first : phrase.elements.front().alternatives) {
    by_first_[first].push_back(number);
  }
  phrases_.push_back(std::move(phrase));
  return number;
}

PhraseIndex::Symbols PhraseIndex::symbols_of(std::string_view form) const {
  if (form == "\"") {
    return kQuotationMark;
  }
  if (ends_sentence(form)) {
    return kStopMark;
  }
  if (ends_clause(form)) {
    return kClauseMark;
  }
  Symbols found;
  std::vector<std::string> keys;
  token_keys(form, keys);
  for (const std::string& key : keys) {
    if (const auto symbol = symbols_.find(key); symbol != symbols_.end()) {
      found.push_back(symbol->second);
    }
  }
  for (const auto& [prefix, symbol] : prefixes_) {
    if (form.starts_with(prefix)) {
      found.push_back(symbol);
    }
  }
  return found;
}

std::uint64_t PhraseIndex::next_id() {
  static std::atomic<std::uint64_t> last{0};
  return ++last;
}

/// A word is analysed once a thread, not once an article: the clitic readings cost more than all the rest.
const PhraseIndex::Symbols& PhraseIndex::cached_symbols_of(std::string_view form) const {
  struct Cache {
    std::uint64_t owner = 0;
    std::unordered_map<std::string, Symbols, Hash, std::equal_to<>> words;
  };
  thread_local Cache cache;
  if (cache.owner != id_) {
    cache = {.owner = id_, .words = {}};
  }
  if (const auto found = cache.words.find(form); found != cache.words.end()) {
    return found->second;
  }
  return cache.words.emplace(form, symbols_of(form)).first->second;
}

/// Number of words that the phrase takes from its element `element` on, or 0 when it does not match.
std::uint32_t PhraseIndex::match_from(const Phrase& phrase, std::size_t element,
                                      std::span<const Symbols* const> words) const {
  std::uint32_t taken = 0;
  for (; element < phrase.elements.size(); ++element) {
    const Element& wanted = phrase.elements[element];
    if (wanted.is_gap()) {
      for (std::uint32_t skipped = 0; skipped <= wanted.gap && taken + skipped < words.size(); ++skipped) {
        const bool is_end = *words[taken + skipped] == kClauseMark ||
                            (skipped > 0 && *words[taken + skipped] == kQuotationMark);
        if (*words[taken + skipped] == kStopMark || (wanted.gap >= kWideGap && is_end)) {
          return 0;
        }
        if (const std::uint32_t rest = match_from(phrase, element + 1, words.subspan(taken + skipped));
            rest > 0) {
          return taken + skipped + rest;
        }
      }
      return 0;
    }
    while (taken > 0 && taken < words.size() && *words[taken] == kQuotationMark) {
      ++taken;  // actes « criminels »
    }
    const bool fits = taken < words.size() && std::ranges::any_of(
                                                  *words[taken],
                                                  [&](Symbol symbol) {
                                                    return std::ranges::find(wanted.alternatives, symbol) !=
                                                           wanted.alternatives.end();
                                                  });
    if (!fits) {
      return 0;
    }
    ++taken;
  }
  return taken;
}

std::vector<PhraseMatch> PhraseIndex::find(const AnalyzedText& text) const {
  std::vector<const Symbols*> words;
  words.reserve(text.forms.size());
  for (const std::string_view form : text.forms) {
    words.push_back(&cached_symbols_of(form));
  }
  std::vector<PhraseMatch> matches;
  std::vector<std::uint32_t> candidates;
  for (std::size_t begin = 0, sentence_end = 0; begin < words.size(); ++begin) {
    if (begin == sentence_end) {
      while (sentence_end < words.size() && text.sentence_of[sentence_end] == text.sentence_of[begin]) {
        ++sentence_end;
      }
    }
    candidates.clear();
    if (*words[begin] == kQuotationMark || *words[begin] == kClauseMark || *words[begin] == kStopMark) {
      continue;
    }
    for (const Symbol symbol : *words[begin]) {
      candidates.insert(candidates.end(), by_first_[symbol].begin(), by_first_[symbol].end());
    }
    std::ranges::sort(candidates);
    const auto repeated = std::ranges::unique(candidates);
    candidates.erase(repeated.begin(), repeated.end());
    const std::span rest(words.data() + begin, sentence_end - begin);
    for (const std::uint32_t number : candidates) {
      if (const std::uint32_t taken = match_from(phrases_[number], 0, rest); taken > 0) {
        const auto first = static_cast<std::uint32_t>(begin);
        matches.push_back({number, {first, first + taken}});
      }
    }
  }
  return matches;
}

}  // namespace sahafa::claims
