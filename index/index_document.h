// What the index holds of one article: terms, positions and values (index_schema.h names them).
#pragma once

#include <xapian.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article.h"
#include "index/search_keys.h"
#include "index/word_collector.h"
#include "index/word_places.h"
#include "text/analyze.h"

namespace sahafa {

/// What is kept of an article: in Xapian, and in the files of words (word_file.h).
struct IndexEntry {
  Xapian::Document document;
  ArticleRead read;
};

/// Makes the entries of articles and remembers the terms of every word. Not thread-safe: one a thread. Memory grows with
/// the number of word types.
class DocumentMaker {
 public:
  explicit DocumentMaker(const IndexChoice& choice) : keys_(choice.arabic) {}

  /// The entry of an article in the cluster of `canonical`. Title first, then the paragraphs, with gaps in the positions
  /// between them. Throws nothing for any text; O(text).
  IndexEntry make(const Article& article, ArticleId canonical);

 private:
  void add_text(std::string_view text, std::uint32_t& position, ArticleRead& read);
  const std::vector<std::string>& terms_of(const WordKeys& word);
  void add_words(std::span<const PlacedWord> words, Xapian::Document& document);

  Analyzer analyzer_;
  SearchKeys keys_;
  std::vector<std::vector<std::string>>
      terms_;                           ///< by WordKeys::number; a word whose terms are not known has none
  std::vector<const WordKeys*> types_;  ///< of the article at hand
};

/// Moves an entry to the cluster of `canonical`.
void set_cluster(Xapian::Document& document, ArticleId canonical);

}  // namespace sahafa
