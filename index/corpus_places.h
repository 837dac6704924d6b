// Where the words of a plan stand in all articles at once, by the places that the index has: which articles fulfil what positions decide, and how
// often. Whole lists are read and joined in order, some nanoseconds a place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "index/document_set.h"
#include "index/find_hits.h"
#include "index/query_plan.h"
#include "index/word_store.h"

namespace sahafa {

/// The articles that fulfil a node.
using MatchNode = std::function<DocumentSet(const PlanNode&)>;

class CorpusPlaces {
 public:
  /// Both have to live as long.
  CorpusPlaces(const QueryPlan& plan, const WordStore& words);

  /// Adds the articles that have a word; of a title's and of several exact words perhaps more than it means.
  void add_articles_with(std::size_t word, DocumentSet& articles) const;

  /// Those of `articles` in which a word, exact, near, ordered or sentence node has a place.
  DocumentSet with_places(const PlanNode& node, const DocumentSet& articles) const;

  /// The hits (find_hits.h) in `articles`, all of which match, in order. `match` tells which fulfil a part of the plan.
  Extents find_hits(const DocumentSet& articles, const MatchNode& match) const;

  /// The places of one word in `articles`, in order.
  Extents find_word(std::size_t word, const DocumentSet& articles,
                    TitleWords title_words = TitleWords::in_titles) const;

 private:
  Extents find(const PlanNode& node, const DocumentSet& articles) const;
  Extents find_together(const PlanNode& node, const DocumentSet& articles) const;
  std::vector<std::uint64_t> read_sentences(const DocumentSet& articles) const;
  void collect(const PlanNode& node, const DocumentSet& articles, const MatchNode& match,
               Extents& hits) const;

  std::vector<TypePlace> types_of(const SoughtWord& word) const;
  Extents find_exact(const SoughtWord& word, const DocumentSet& articles) const;
  Extents read_places(const std::vector<TypePlace>& types, bool title, const DocumentSet& articles) const;
  void read_list(const TypePlace& type, bool title, const DocumentSet& articles, Extents& extents) const;

  const QueryPlan* plan_;
  const WordStore* words_;
};

/// The articles of extents, in order.
void add_articles_of(const Extents& extents, DocumentSet& articles);

}  // namespace sahafa
