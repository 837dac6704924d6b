// Which articles contain this: ranked hits with snippets, exact counts, facets, sub-corpora. query.h has the
// language.
//
// A search takes one state of the index, also while a writer adds to it. Not thread-safe: one IndexReader a
// thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/corpus.h"
#include "index/query.h"
#include "index/snippet.h"

namespace sahafa {

enum class SortOrder : std::uint8_t {
  relevance,  ///< BM25, then article id
  newest,     ///< by date, then relevance; articles without date last
  oldest,     ///< articles without date first
};

/// What counts when articles are copies of one another.
enum class Copies : std::uint8_t {
  collapse,  ///< of the articles of a cluster that match, the best hit alone
  all,
};

struct SearchOptions {
  std::size_t offset = 0;  ///< hits to leave out
  std::size_t limit = 10;
  SortOrder sort = SortOrder::relevance;
  Copies copies = Copies::collapse;
  std::size_t snippet_tokens = 32;
};

struct Hit {
  std::int64_t rank = 0;  ///< from 1
  double score = 0;
  Article article;          ///< without its text
  std::int64_t copies = 0;  ///< other matching articles of its cluster that it stands for
  Snippet snippet;
};

struct SearchResult {
  std::string query;       ///< as it was understood: Query::text()
  std::int64_t total = 0;  ///< exact
  std::vector<Hit> hits;
};

enum class Facet : std::uint8_t { outlet, lang, month, genre };

struct FacetCount {
  std::string value;  ///< empty: the article has none
  std::int64_t articles = 0;
  friend bool operator==(const FacetCount&, const FacetCount&) = default;
};

class IndexReader {
 public:
  /// Opens index/ of the corpus, which has to live as long. Throws Error: not_found when there is no index,
  /// malformed when another text analysis made it or it is damaged, newer_format.
  explicit IndexReader(const Corpus& corpus);
  ~IndexReader();
  IndexReader(IndexReader&&) noexcept;
  IndexReader& operator=(IndexReader&&) noexcept;

  /// Throws Error(usage) for a pattern that matches too many words.
  SearchResult search(const Query& query, const SearchOptions& options = {}) const;
  /// Number of matching articles, exact.
  std::int64_t count(const Query& query, Copies copies = Copies::collapse) const;
  /// Matching articles by value, most frequent first, then by value. Of copies the one with the lowest id
  /// counts.
  std::vector<FacetCount> count_facet(const Query& query, Facet facet,
                                      Copies copies = Copies::collapse) const;
  /// Every matching article, copies included, in ascending order: a sub-corpus.
  std::vector<ArticleId> matching_articles(const Query& query) const;

  /// Catalogue revision up to which the index is complete; -1 while its first update is under way.
  std::int64_t revision() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace sahafa
