// What an article is called in tables that have one column for it.
#pragma once

#include <string>

#include "corpus/article.h"

namespace sahafa {

/// The key that its input gave, else its id.
inline std::string article_name(const Article& article) {
  return article.key.empty() ? std::to_string(article.id.value) : article.key;
}

}  // namespace sahafa
