#include "index/article_batches.h"

#include <vector>

namespace sahafa {

void visit_article_batches(const Catalogue& catalogue, ArticleId after, BatchLimits limits,
                           const std::function<void(std::vector<Article>&)>& work) {
  std::vector<Article> batch;
  std::size_t bytes = 0;
  const auto hand_over = [&] {
    if (!batch.empty()) work(batch);
    batch.clear();
    bytes = 0;
  };
  catalogue.visit_articles(after, [&](const Article& article) {
    batch.push_back(article);
    bytes += article.text.size();
    if (batch.size() >= limits.articles || bytes >= limits.text_bytes) hand_over();
  });
  hand_over();
}

}  // namespace sahafa
