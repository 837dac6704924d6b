// Fields of all articles of the index as columns: what collapsing, facets and counts look up for each match. A look-up in a column is
// some hundred times faster than one in the index.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "index/article_fields.h"
#include "index/index_schema.h"

namespace sahafa {

/// The values of one slot, by document. Document 0 and those without a value have the empty one.
struct ValueColumn {
  std::vector<std::uint32_t> numbers;  ///< by document: index into `values`
  std::vector<std::string> values{""};

  std::uint32_t number(Xapian::docid article) const {
    return article < numbers.size() ? numbers[article] : 0;
  }
  std::string_view at(Xapian::docid article) const { return values[number(article)]; }
};

/// Reads a column when it is first asked for: about 20 ns a document. Not thread-safe.
class FieldColumns {
 public:
  /// Has to live as long.
  explicit FieldColumns(const Xapian::Database& database) : database_(&database) {}

  /// Forgets what was read from another state of the index. To be called when the database was reopened.
  void follow();

  /// By document: the canonical article of its cluster.
  const std::vector<std::uint32_t>& clusters();
  /// The fields of these articles.
  std::vector<ArticleFields> read(std::span<const ArticleId> articles);
  /// Not for Slot::cluster.
  const ValueColumn& values(Slot slot);

 private:
  const Xapian::Database* database_;
  Xapian::rev revision_ = 0;
  std::vector<std::uint32_t> clusters_;
  std::map<Slot, ValueColumn> values_;
};

/// The first of each cluster, of ascending `articles`.
std::vector<Xapian::docid> first_of_clusters(const std::vector<Xapian::docid>& articles,
                                             const std::vector<std::uint32_t>& clusters);

}  // namespace sahafa
