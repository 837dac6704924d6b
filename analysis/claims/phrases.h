// Finds all phrases of a lexicon in a text in one pass: words meet through keys (inflection.h), so that a phrase matches any
// inflection of its words.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/claims/inflection.h"
#include "text/analyze.h"

namespace sahafa::claims {

/// Tokens [begin, end) of an article.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool contains(std::uint32_t token) const { return begin <= token && token < end; }
  bool contains(Range other) const { return begin <= other.begin && other.end <= end; }
  /// An empty range overlaps nothing.
  bool overlaps(Range other) const {
    return size() > 0 && other.size() > 0 && begin < other.end && other.begin < end;
  }
  friend bool operator==(Range, Range) = default;
};

struct PhraseMatch {
  std::uint32_t phrase = 0;  ///< as numbered by PhraseIndex::add
  Range tokens;
};

/// Filled once, then constant and usable from several threads.
class PhraseIndex {
 public:
  /// Adds a pattern (syntax: corpus/codebook.toml) and returns its number, from 0 in order of addition.
  std::uint32_t add(std::string_view pattern, Match match);

  /// All matches, by first token, then by phrase. A phrase never crosses a sentence. O(tokens) but for the patterns that share a
  /// first word.
  std::vector<PhraseMatch> find(const AnalyzedText& text) const;

 private:
  using Symbol = std::uint32_t;
  struct Element {
    std::vector<Symbol> alternatives;
    std::uint8_t gap = 0;  ///< not a word, but up to so many; a wide gap stays in its clause
    bool is_gap() const { return gap > 0; }
  };
  struct Phrase {
    std::vector<Element> elements;
  };
  using Symbols = std::vector<Symbol>;

  static std::uint64_t next_id();
  Symbol intern(std::string key);
  Element read_element(std::string_view word, Match match);
  Symbols symbols_of(std::string_view form) const;
  const Symbols& cached_symbols_of(std::string_view form) const;
  std::uint32_t match_from(const Phrase& phrase, std::size_t element,
                           std::span<const Symbols* const> words) const;

  std::uint64_t id_ = next_id();  ///< names the index in the caches of threads
  std::unordered_map<std::string, Symbol> symbols_;
  std::vector<std::pair<std::string, Symbol>> prefixes_;
  std::vector<std::vector<std::uint32_t>> by_first_;  ///< per symbol: phrases that begin with it
  std::vector<Phrase> phrases_;
};

}  // namespace sahafa::claims
