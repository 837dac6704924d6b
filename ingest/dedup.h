// Duplicates: which articles share their text, from their fingerprints alone.
//
// 1. Same letters: exact. Each distinct text goes on once, so that a communiqué that 500 sites print counts
// as one text below.
// 2. Grams that many texts have (templates, furniture, formulas) say nothing about copying and are left out;
// this matters most.
// 3. Texts that share grams are compared: a Jaccard index of 0.2 makes them near duplicates (agency rewrites
// seldom share more), containment of
//    0.8 an excerpt. Texts whose figures differ although their words agree are the same page of another day
//    (weather, prayer times) and stay apart.
// 4. The best pairs are joined first, and two groups only if most of a sample of their members agree too: a
// roundup that quotes
//    two stories must not chain them.
// The canonical article of a cluster is the longest, of these the earliest (no date is late), then by outlet,
// then by hash of the text. Every rule looks at contents only, so the clusters do not depend on the order in
// which articles came.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "corpus/article.h"
#include "ingest/fingerprint.h"

namespace sahafa {

/// An article as duplicates see it.
struct FingerprintedArticle {
  ArticleId id;
  std::string outlet;
  std::string date;
  Fingerprint fingerprint;
};

/// The cluster of every article, ordered by article id; articles without duplicates are canonical in a
/// cluster of one. O(n g log(n g) + pairs that share grams) for n articles of g grams; memory 16 bytes a gram
/// beside the fingerprints.
std::vector<ClusterMember> find_clusters(std::vector<FingerprintedArticle> articles);

}  // namespace sahafa
