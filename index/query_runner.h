// Plans, compiles and runs queries on one open database: what IndexReader and its parts share.
#pragma once

#include <xapian.h>

#include <cstdint>
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
  QueryRunner(const Corpus& corpus, const Xapian::Database& database)
      : corpus_(&corpus), database_(&database) {}

  /// Names are looked for in both scripts (expand_query.h).
  PreparedQuery prepare(const Query& query);

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

  const Corpus* corpus_;
  const Xapian::Database* database_;
  Analyzer analyzer_;
  SearchKeys keys_;
};

/// Places of a plan's words, from the index where it has all that a node needs, else from the texts.
class PlaceSource {
 public:
  /// Both have to live as long.
  PlaceSource(const QueryPlan& plan, QueryRunner& runner);
  ArticlePlaces read(const PlanNode& node, Xapian::docid article);

 private:
  const QueryPlan* plan_;
  QueryRunner* runner_;
  TextPlaces text_;
};

}  // namespace sahafa
