// What is known of an article without reading it.
#pragma once

#include <string_view>

#include "corpus/article.h"

namespace sahafa {

/// Views of whoever read them.
struct ArticleFields {
  ArticleId cluster;  ///< canonical article
  std::string_view outlet;
  std::string_view lang;
  std::string_view date;
  std::string_view genre;
};

}  // namespace sahafa
