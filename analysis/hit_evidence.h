// The sentences behind counts of a query's hits.
#pragma once

#include <span>
#include <string>

#include "analysis/evidence.h"
#include "index/index_reader.h"

namespace sahafa {

/// An article whose hits are counted in a row.
struct CountedArticle {
  ArticleId article;
  std::size_t row = 0;
  std::string group;
  double weight = 1.0;
};

/// The hits of `articles`, which match and are in ascending order. A hit in a title shows the title, and its bytes are those of the title.
Table list_hit_evidence(const Options& options, const IndexReader& index, const Query& query,
                        std::span<const CountedArticle> articles);

}  // namespace sahafa
