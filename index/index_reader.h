// Which articles contain this, and where: ranked hits with snippets, exact counts, facets, sub-corpora, the places in the
// texts. query.h has the language. Names are found in both scripts (expand_query.h).
//
// A search takes one state of the index, also while a writer adds to it. Not thread-safe: one IndexReader a
// thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/corpus.h"
#include "index/article_fields.h"
#include "index/query.h"
#include "index/snippet.h"
#include "index/text_places.h"

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
  std::size_t snippet_tokens = 32;  ///< 0: no snippets
};

struct Hit {
  std::int64_t rank = 0;  ///< from 1
  double score = 0;
  Article article;          ///< without its text
  std::int64_t copies = 0;  ///< other matching articles of its cluster that it stands for
  Snippet snippet;
};

struct SearchResult {
  std::string query;               ///< as it was understood: Query::text()
  std::vector<std::string> added;  ///< what else was looked for (Expansion)
  std::int64_t total = 0;          ///< exact
  std::vector<Hit> hits;
};

enum class Facet : std::uint8_t { outlet, lang, month, genre, frame, target, holder, actor };

struct FacetCount {
  std::string value;  ///< empty: the article has none
  std::int64_t articles = 0;
  friend bool operator==(const FacetCount&, const FacetCount&) = default;
};

/// How often a query is fulfilled in an article.
struct ArticleHits {
  ArticleId article;
  std::int64_t hits = 0;  ///< see find_hits.h; 0 where filters alone chose it
  friend bool operator==(const ArticleHits&, const ArticleHits&) = default;
};

/// A hit in its article.
struct TextHit {
  bool in_title = false;
  std::size_t first_token = 0;  ///< of the title's or text's analysis
  std::size_t last_token = 0;
};

/// Gets an article whole, its analysis and its hits in order; false ends the visit.
using HitVisitor =
    std::function<bool(const Article& article, const ReadArticle& read, std::span<const TextHit> hits)>;

/// A word without any hit, and words of the corpus that are written nearly so.
struct Suggestion {
  std::string word;
  std::vector<std::string> instead;  ///< folded, the likeliest first
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
  /// Frame, target, holder and actor (holder or target, but not the paper's own voice) are those of its claims: it counts under
  /// each.
  std::vector<FacetCount> count_facet(const Query& query, Facet facet,
                                      Copies copies = Copies::collapse) const;
  /// Every matching article, copies included, in ascending order: a sub-corpus.
  std::vector<ArticleId> matching_articles(const Query& query) const;

  /// Hits of every matching article, copies included, in ascending order; exact.
  std::vector<ArticleHits> count_hits(const Query& query) const;
  /// Fields of these articles (ascending), in the same order, much faster than corpus.db. The views live until the next call here.
  std::vector<ArticleFields> read_fields(std::span<const ArticleId> articles) const;
  /// Visits `articles`, all of which match, in their order.
  void visit_hits(const Query& query, std::span<const ArticleId> articles, const HitVisitor& visit) const;

  /// The words of the query that no article has in any form, with what may be meant. Empty when every word has hits.
  std::vector<Suggestion> suggest(const Query& query) const;

  /// How the query is run: a line for each sought word with its terms and how many articles have each.
  std::vector<std::string> explain(const Query& query) const;

  /// Articles that share the words that are typical of one, the nearest first; its copies are left out. Snippets are
  /// empty. Throws Error(not_found) when the index does not have it.
  std::vector<Hit> find_similar(ArticleId article, std::size_t limit) const;

  /// Catalogue revision up to which the index is complete; -1 while its first update is under way.
  std::int64_t revision() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace sahafa
