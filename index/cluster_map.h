// The canonical article of each article.
#pragma once

#include <cstdint>
#include <unordered_map>

#include "corpus/catalogue.h"

namespace sahafa {

/// As the catalogue has them when this is made. May be read from several threads.
class ClusterMap {
 public:
  explicit ClusterMap(const Catalogue& catalogue) {
    for (const ClusterMember& member : catalogue.list_clusters())
      canonical_[member.article.value] = member.canonical;
  }

  /// Whether the catalogue has the article: each is in a cluster.
  bool has(ArticleId article) const { return canonical_.contains(article.value); }

  /// An article that is in no cluster is its own.
  ArticleId canonical_of(ArticleId article) const {
    const auto found = canonical_.find(article.value);
    return found == canonical_.end() ? article : found->second;
  }

 private:
  std::unordered_map<std::int64_t, ArticleId> canonical_;
};

}  // namespace sahafa
