// The articles that match a plan, all of them, without ranking: what is counted.
#pragma once

#include <xapian.h>

#include <functional>

#include "index/corpus_places.h"
#include "index/document_set.h"
#include "index/query_plan.h"

namespace sahafa {

/// Of `candidates`, which have its words, those in which a node has a place: asked where positions decide and the index has none.
using Verify = std::function<DocumentSet(const PlanNode& node, const DocumentSet& candidates)>;

/// Everything that is passed in has to live as long.
class PlanMatcher {
 public:
  PlanMatcher(const QueryPlan& plan, const Xapian::Database& database, const CorpusPlaces& places,
              Verify verify);

  /// The documents of the index that fulfil the node.
  DocumentSet match(const PlanNode& node) const;

 private:
  DocumentSet match_all(const PlanNode& node) const;
  DocumentSet match_word(const PlanNode& node) const;
  DocumentSet match_exact(const PlanNode& node) const;
  DocumentSet match_listed(const PlanNode& node) const;
  /// Those of the candidates in which the node has a place.
  DocumentSet with_places(const PlanNode& node, const DocumentSet& candidates) const;
  DocumentSet with_all_children(const PlanNode& node) const;
  DocumentSet match_terms(std::string_view prefix, const std::vector<std::string>& values,
                          const std::vector<Xapian::docid>* only = nullptr) const;
  DocumentSet everything() const;
  std::size_t count_postings(const PlanNode& node) const;

  const QueryPlan* plan_;
  const Xapian::Database* database_;
  const CorpusPlaces* places_;
  Verify verify_;
  Xapian::docid last_;
};

}  // namespace sahafa
