// Anchors: what a French text and its Arabic translation have in common, word by word.
//
// An anchor is a number that both languages yield for the same thing: the row of the bilingual word list that a
// word stands in (corpus/bilingual.tsv; concepts of the codebook are rows, too), a figure, a word in Latin letters
// (acronyms and names inside Arabic text), or the consonant skeleton of a word that the list lacks (names written
// in the other script). Words of one language meet in their anchors, too: synonyms share rows.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace sahafa {

/// A word that says something, with its anchors: [first_anchor, first_anchor of the next word).
struct AnchoredWord {
  std::uint32_t sentence = 0;
  std::uint32_t first_anchor = 0;
  float weight = 0.0F;  ///< what it says, in nats; of its commonest reading
};

/// A text as translations see it.
struct AnchoredText {
  std::vector<Span> sentences;
  std::vector<AnchoredWord> words;  ///< ends with one that is no word and closes the last
  std::vector<std::uint64_t> anchors;
};

/// The distinct anchors that can stand in the other language, sorted; words that say little are left out.
std::vector<std::uint64_t> make_anchor_sketch(const AnchoredText& text);

/// Reads texts. Remembers every word form, so a known word costs a look-up. Not thread-safe: one a thread.
class AnchorReader {
 public:
  AnchorReader();
  ~AnchorReader();
  AnchorReader(AnchorReader&&) noexcept;
  AnchorReader& operator=(AnchorReader&&) noexcept;

  /// The anchors of valid UTF-8 in stored form. O(n).
  AnchoredText read(std::string_view text);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Names the rules and lists that make anchors: stored sketches made by others are made again.
std::string anchor_rules();

}  // namespace sahafa
