// The article asked for last: what lists pairs of articles, sorted by the first, reads each first one once.
#pragma once

#include <optional>

#include "corpus/catalogue.h"

namespace sahafa {

class KeptArticle {
 public:
  explicit KeptArticle(const Catalogue& catalogue) : catalogue_(&catalogue) {}

  /// With its text; valid until the next call. The article exists.
  const Article& get(ArticleId id) {
    if (!kept_ || kept_->id != id) kept_ = catalogue_->find_article(id);
    return kept_.value();
  }

 private:
  const Catalogue* catalogue_;
  std::optional<Article> kept_;
};

}  // namespace sahafa
