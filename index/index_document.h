// What the index holds of one article: terms, positions and values (index_schema.h names them).
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "corpus/article.h"
#include "index/search_keys.h"
#include "index/word_places.h"
#include "text/analyze.h"

namespace sahafa {

/// Makes the documents of articles and remembers the terms of every word. Not thread-safe: one a thread. Memory grows with
/// the number of word types.
class DocumentMaker {
 public:
  explicit DocumentMaker(const IndexChoice& choice) : keys_(choice.arabic), positions_(choice.positions) {}

  /// The entry of an article in the cluster of `canonical`. Title first, then the paragraphs, with gaps in the positions
  /// between them. Throws nothing for any text; O(text).
  Xapian::Document make(const Article& article, ArticleId canonical);

 private:
  /// Terms by number, each key with the part of the compound that it belongs to.
  struct WordTerms {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> keys;
    std::vector<std::uint32_t> forms;
  };
  struct Posting {
    std::uint32_t term;
    std::uint32_t position;
  };

  const WordTerms& terms_of(const WordKeys& word);
  std::uint32_t number_of(std::string term);
  void add_text(std::string_view text, bool title, std::uint32_t& position);
  void add_word(Xapian::Document& document, const std::string& term, std::uint32_t position) const;
  void add_title(Xapian::Document& document) const;
  void add_forms(Xapian::Document& document);

  Analyzer analyzer_;
  SearchKeys keys_;
  bool positions_;
  std::unordered_map<const WordKeys*, WordTerms> by_word_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<const std::string*> terms_;  ///< by number
  // Of the article at hand:
  std::vector<Posting> postings_;
  std::vector<PlacedWord> title_words_;
  std::vector<std::uint32_t> forms_;
  std::vector<std::uint32_t> sentences_;
};

/// Moves an entry to the cluster of `canonical`.
void set_cluster(Xapian::Document& document, ArticleId canonical);

}  // namespace sahafa
