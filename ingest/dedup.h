// Duplicates: which articles share their text, from their fingerprints alone.
//
// 1. Same letters: exact. Each distinct text goes on once, so that a communiqué that 500 sites print counts
//    as one text below.
// 2. Grams that many texts have (templates, furniture, formulas) say nothing about copying and are left out;
//    this matters most (candidates.h).
// 3. Texts that share grams are compared: how much they share in the same order and distance, how far it runs
//    through them, whether their figures agree (comparison.h; the thresholds are in reuse_rules.h).
//    Pairs that share little, but from end to end of both, may be rewrites: their texts decide (join_rewrites.h).
// 4. The best pairs are joined first, and two groups only if most of a sample of their members agree (groups.h).
//
// The canonical article of a cluster is the longest, of these the earliest (no date is late), then by outlet,
// then by hash of the text, then by identity. Every rule looks at contents only, so the clusters are a function
// of the set of articles, whatever the order in which they came.
#pragma once

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "corpus/article.h"
#include "ingest/fingerprint.h"
#include "ingest/reuse_rules.h"
#include "ingest/sketch_store.h"

namespace sahafa {

/// An article as duplicates see it, beside its fingerprint.
struct ArticleFacts {
  ArticleId id;
  std::string outlet;
  std::string date;
  std::string identity;  ///< sahafa::identity(article)
};

/// Two articles of different clusters that share enough for a passage; each stands for all with its text.
struct QuotingPair {
  ArticleId a;
  ArticleId b;
  /// Letters of `a` where grams begin that both have and few others: a passage without any is furniture.
  std::vector<std::uint32_t> places;
};

struct Reuse {
  std::vector<ClusterMember> clusters;  ///< of every article, ordered by article id
  /// Canonical articles of two clusters of which the second may be a rewrite of the first; sorted by it.
  std::vector<std::pair<ArticleId, ArticleId>> rewrites;
  std::vector<QuotingPair> quoting;  ///< in canonical order; between which passages are looked for
};

/// Takes all articles, then finds what they share. Memory: some 100 bytes an article, the fingerprints up to the
/// bound of SketchStore, what a band needs (candidates.h), and 16 bytes a pair that is alike.
class ReuseFinder {
 public:
  explicit ReuseFinder(const ReuseRules& rules = {}, std::size_t jobs = 1);

  void add(ArticleFacts facts, const Fingerprint& fingerprint);
  /// Once, when all were added.
  Reuse find();

 private:
  struct Known {
    ArticleFacts facts;
    std::uint64_t letters_hash;
    std::uint32_t letters;
    std::uint32_t sketch;  ///< number in the store
  };

  void sort_articles();
  void drop_common_grams(const std::vector<std::uint64_t>& common);
  QuotingPair quoting_pair(const Known& a, const Known& b) const;
  ClusterMember member_of(const Known& article, const Known& canonical) const;

  ReuseRules rules_;
  std::size_t jobs_;
  std::vector<Known> articles_;
  std::unordered_map<std::uint64_t, std::uint32_t> sketch_of_hash_;
  SketchStore sketches_;
};

}  // namespace sahafa
