// Under which terms a word is found. The index and the queries ask the same functions, so what is indexed is
// what is looked for. Positioned keys carry phrases; forms serve prefix* and word lists.
//
// French: the folded stem, and the stem of the folded form where it differs, so that securite finds sécurité.
// A stem of three letters or less says too little (données and don share "don"): there the form without its
// plural mark is taken, and so it is of nouns in -ement and -ité and of adverbs, whose stem would be that of a verb or an
// adjective (parlement and parler, publicité and public). Arabic: a light stem. The article and what stands before it come off (الصندوق,
// والصندوق, بالصندوق: صندوق), then the common endings (light10 of Larkey, Ballesteros and Connell 2007).
// One-letter prefixes without article may belong to the root (وزارة, لجنة); they stay in the key, and the
// query looks for them where the vocabulary of the index allows it. An index may have Snowball's stems of Arabic words instead
// (index_choice.h): then the key is all there is.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "index/index_choice.h"
#include "text/analyze.h"
#include "text/stem.h"

namespace sahafa {

/// What one token is found under.
struct WordKeys {
  std::string form;          ///< the word itself, folded
  std::uint32_t number = 0;  ///< in the SearchKeys that made it, by first appearance
  /// Per part of a compound (vice-président: two; most words: one) the keys that share its position. Empty
  /// for a token without letters and digits.
  std::vector<std::vector<std::string>> parts;
  /// Key of the compound written as one word (cyber-attaque: of cyberattaque); empty when there is one part.
  std::string closed;
  /// Folded forms for prefix*: the word, its parts, and the word behind the article.
  std::vector<std::string> forms;
  /// The word is Arabic and was written with the article, so that its key begins with a letter of its root.
  bool with_article = false;
};

/// Makes keys and remembers them by word. Not thread-safe: one a thread. Memory grows with the number of word
/// types.
class SearchKeys {
 public:
  explicit SearchKeys(ArabicStemmer arabic = ArabicStemmer::light) : arabic_(arabic) {}
  ~SearchKeys() = default;
  SearchKeys(SearchKeys&&) noexcept = default;
  SearchKeys& operator=(SearchKeys&&) noexcept = default;
  SearchKeys(const SearchKeys&) = delete;
  SearchKeys& operator=(const SearchKeys&) = delete;

  /// `form` and `stem` as the Analyzer gives them. The reference stays valid.
  const WordKeys& get(std::string_view form, std::string_view stem);
  /// The same for a token of an analysed text, at the cost of a look-up in an array when its type was asked for before. Calls
  /// with texts of another Analyzer are right too, but forget what was known of the types of the one before, which has to
  /// outlive its last text here.
  const WordKeys& get(const AnalyzedText& text, std::size_t token);

  ArabicStemmer arabic() const { return arabic_; }

 private:
  WordKeys make(std::string_view form, std::string_view stem) const;
  std::vector<std::string> word_keys(std::string_view form, std::string_view stem) const;

  /// A word that was asked for.
  struct Known {
    std::string form;
    std::string stem;
    WordKeys keys;
  };
  /// Open addressing with linear probing, at most half full: the index asks for every token of every text here.
  struct Slot {
    std::uint64_t hash = 0;
    const Known* known = nullptr;
  };

  Slot& find_slot(std::uint64_t hash, std::string_view form, std::string_view stem);
  void grow();

  ArabicStemmer arabic_;
  Stemmer stemmer_;
  const void* analyzer_ = nullptr;        ///< whose types by_type_ knows
  std::vector<const WordKeys*> by_type_;  ///< nullptr: not asked for yet
  std::deque<Known> known_;
  std::vector<Slot> slots_ = std::vector<Slot>(1U << 10);
};

/// The light stem of a folded Arabic word: article group and common endings taken off, at least three letters
/// left.
std::string arabic_key(std::string_view form);

/// True when the first letter is Arabic.
bool is_arabic_word(std::string_view word);

}  // namespace sahafa
