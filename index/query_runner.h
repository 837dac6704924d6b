// Plans, compiles and runs queries on one open database: what IndexReader and its parts share.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "corpus/corpus.h"
#include "index/compile_plan.h"
#include "index/find_hits.h"
#include "index/query.h"
#include "index/query_plan.h"
#include "index/search_keys.h"
#include "index/text_places.h"
#include "text/analyze.h"

namespace sahafa {

struct PreparedQuery {
  QueryPlan plan;
  Xapian::Query query;
};

/// Not thread-safe. Xapian's exceptions come out as they are: call it inside read_index().
class QueryRunner {
 public:
  /// Both have to live as long.
  QueryRunner(const Corpus& corpus, const Xapian::Database& database);

  /// Names are looked for in both scripts (expand_query.h).
  PreparedQuery prepare(const Query& query);

  /// Notes which articles of the index corpus.db does not have any more: they are in no answer from the moment of their removal.
  void note_removed();
  /// False for an article that is in the index and was removed since the index was made. As of the last prepare() or note_removed().
  bool is_held(Xapian::docid id) const;

  /// All documents that match, ascending.
  std::vector<Xapian::docid> match_all(const PreparedQuery& prepared) const;

  /// Whether an article fulfils a node that its words do not tell.
  FilterTest filter_test(Xapian::docid article) const;

  /// Throws Error(malformed) when corpus.db does not have it: index and corpus are not of one another.
  Article get_article(Xapian::docid id) const;

  const Xapian::Database& database() const { return *database_; }
  Analyzer& analyzer() { return analyzer_; }
  SearchKeys& keys() { return keys_; }

 private:
  std::vector<std::uint32_t> find_claims(std::span<const QueryNode> filters) const;
  std::vector<Xapian::docid> match_query(const Xapian::Query& query) const;
  std::vector<std::uint32_t> verify(const PlanNode& node, const QueryPlan& plan,
                                    const Xapian::Query& candidates);

  std::vector<Xapian::docid> without_removed(std::vector<Xapian::docid> articles) const;

  const Corpus* corpus_;
  const Xapian::Database* database_;
  IndexChoice choice_;
  std::vector<ArticleId> removed_;  ///< ascending
  Analyzer analyzer_;
  SearchKeys keys_;
};

/// Places of a plan's words, from the index where it has all that a node needs, else from the texts.
class PlaceSource {
 public:
  /// Both have to live as long.
  PlaceSource(const QueryPlan& plan, QueryRunner& runner);
  using Visit = std::function<void(Xapian::docid, const ArticlePlaces&)>;
  /// Visits `articles` (ascending) in their order, with the places of the words of `node`.
  void visit(const PlanNode& node, std::span<const Xapian::docid> articles, const Visit& visit);

 private:
  const QueryPlan* plan_;
  QueryRunner* runner_;
  TextPlaces text_;
};

}  // namespace sahafa
