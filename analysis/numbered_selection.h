// A sub-corpus as integers: what grouping and counting over a hundred thousand articles look at. Their texts are compared once a value, not
// once an article.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/selection.h"
#include "index/index_reader.h"

namespace sahafa {

struct NumberedArticle {
  ArticleId article;
  ArticleId cluster;
  std::uint32_t words = 0;
  std::uint32_t copies = 0;
  std::uint32_t lang = 0;   ///< in NumberedSelection::langs
  std::uint32_t date = 0;   ///< in NumberedSelection::dates
  std::uint32_t value = 0;  ///< in NumberedSelection::values
  bool shared = false;      ///< false: no other article of the selection is of its cluster
};

struct NumberedSelection {
  std::vector<NumberedArticle> articles;  ///< in the order of the selection
  std::vector<std::string> langs;
  std::vector<std::string> dates;
  std::vector<std::string> values;  ///< of the field to group by (group_value)
};

/// The same articles in the same order, with their values of `by`. Throws Error(usage) for another field.
NumberedSelection number_selection(std::span<const Selected> selection, std::string_view by);

/// What number_selection makes of select_articles(), from the columns of the token store where they are of the state of corpus.db: some
/// twenty times faster. Throws Error(usage).
NumberedSelection select_numbered(const Context& context, const Options& options, const IndexReader& index,
                                  std::string_view by);

}  // namespace sahafa
