// Plans, compiles and runs queries on one open database: what IndexReader and its parts share.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "corpus/corpus.h"
#include "index/document_set.h"
#include "index/find_hits.h"
#include "index/query.h"
#include "index/query_plan.h"
#include "index/search_keys.h"
#include "index/word_store.h"
#include "text/analyze.h"

namespace sahafa {

/// Not thread-safe. Xapian's exceptions come out as they are: call it inside read_index().
class QueryRunner {
 public:
  /// Both have to live as long.
  QueryRunner(const Corpus& corpus, Xapian::Database& database);

  /// Takes notice of the state of the index and of what corpus.db has removed since. To be called when the database was reopened.
  void follow();

  /// Names are looked for in both scripts (expand_query.h). Follows.
  QueryPlan prepare(const Query& query);

  /// False for an article that is in the index and was removed since the index was made: it is in no answer from the moment of its removal.
  bool is_held(Xapian::docid id) const;

  /// All documents that match, ascending.
  std::vector<Xapian::docid> match_all(const QueryPlan& plan);
  /// The hits (find_hits.h) in each of `matches`, which are all that match.
  std::vector<std::int64_t> count_hits(const QueryPlan& plan, const std::vector<Xapian::docid>& matches);

  /// Whether an article fulfils a node that its words do not tell.
  FilterTest filter_test(Xapian::docid article) const;

  /// Throws Error(malformed) when corpus.db does not have it: index and corpus are not of one another.
  Article get_article(Xapian::docid id) const;

  /// As of the last follow().
  const WordStore& words() const { return *words_; }
  Analyzer& analyzer() { return analyzer_; }
  SearchKeys& keys() { return keys_; }

 private:
  std::vector<std::uint32_t> find_claims(std::span<const QueryNode> filters) const;
  std::vector<std::int64_t> count_places(const QueryPlan& plan, std::span<const Xapian::docid> articles);
  std::vector<std::int64_t> count_in_texts(const QueryPlan& plan, std::span<const Xapian::docid> articles);
  DocumentSet verify_in_texts(const QueryPlan& plan, const PlanNode& node, const DocumentSet& candidates);
  template <class Work>
  auto with_matcher(const QueryPlan& plan, const Work& work);

  const Corpus* corpus_;
  Xapian::Database* database_;
  IndexChoice choice_;
  std::vector<ArticleId> removed_;  ///< ascending
  std::optional<WordStore> words_;
  Analyzer analyzer_;
  SearchKeys keys_;
};

}  // namespace sahafa
