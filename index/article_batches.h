// Articles in batches that bound the memory of whoever derives data from them.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "corpus/article.h"
#include "corpus/catalogue.h"

namespace sahafa {

/// A batch ends with the article that reaches one of these.
struct BatchLimits {
  std::size_t articles = 512;
  std::size_t text_bytes = std::size_t{4} << 20;
};

/// Calls `work` with all articles whose id is above `after`, in order, texts included, batch by batch; `work` may keep them. Where
/// batches end depends on the articles alone.
void visit_article_batches(const Catalogue& catalogue, ArticleId after, BatchLimits limits,
                           const std::function<void(std::vector<Article>&)>& work);

}  // namespace sahafa
