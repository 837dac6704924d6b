// How the index of a corpus is made, where there is a choice. Kept in corpus.db, so that every later ingest follows it, and in the index
// itself, so that a search reads an index as it was made.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/catalogue.h"

namespace sahafa {

/// What Arabic words are found under (search_keys.h).
enum class ArabicStemmer : std::uint8_t {
  light,  ///< article and endings come off; one-letter prefixes where the words of the corpus show that they are clitics
  snowball,  ///< Snowball's Arabic stemmer, which also takes off prefixes that may belong to the root
};

/// Throws Error(usage) for another name than light and snowball.
ArabicStemmer arabic_stemmer_from_string(std::string_view name);
std::string_view to_string(ArabicStemmer stemmer);

struct IndexChoice {
  /// Where each word stands. Without, the index is smaller, and phrases, NEAR, ADJ and SENTENCE are looked for in the texts.
  bool positions = true;
  ArabicStemmer arabic = ArabicStemmer::light;

  friend bool operator==(const IndexChoice&, const IndexChoice&) = default;
};

/// "positions=1 arabic=light". Of an empty text the default, which is that of an index from before there was a choice.
std::string to_string(const IndexChoice& choice);
IndexChoice index_choice_from_string(std::string_view text);

/// What the corpus is to have.
IndexChoice get_index_choice(const Catalogue& catalogue);

}  // namespace sahafa
