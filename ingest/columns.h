// Columns: the names under which tables and records keep the fields of an article (headers of a CSV, keys of a JSON object,
// variables of IRaMuTeQ, attributes of an XML element), in French, Arabic and English, and what the user says about them.
// All functions may be called from several threads.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article.h"
#include "ingest/fields.h"

namespace sahafa {

/// What the user said: the field that a column holds, by the plain name of the column.
using ColumnMap = std::map<std::string, Field, std::less<>>;

/// Reads pairs "field=column", such as "text=Corps de l'article"; the field may have any name that columns have. Throws
/// Error(usage) for what is no pair or names no field.
ColumnMap parse_column_map(const std::vector<std::string_view>& pairs);

/// The field that a column holds.
struct ColumnField {
  Field field;
  std::size_t rank;  ///< of several columns for one field the lowest counts: "outlet" says more than "source"
};

/// nullopt for a column that holds no field of an article. Case, accents, blanks, - and _ do not matter: "publishDate",
/// "publish_date" and "Publish date" are one name.
std::optional<ColumnField> find_column(std::string_view name, const ColumnMap& map = {});

/// Fills an article column by column, in any order.
class ColumnFiller {
 public:
  ColumnFiller(Article& article, const ColumnMap& map);

  /// True if a value of this column would be taken: asked before a value is made that is costly.
  bool wants(std::string_view name) const;
  /// Sets the field of the column, unless it holds none, the value is blank, or a better column was there.
  void set(std::string_view name, std::string_view value);

 private:
  static constexpr std::size_t kFields = static_cast<std::size_t>(Field::text) + 1;

  std::size_t best_rank(Field field) const { return best_[static_cast<std::size_t>(field)]; }

  Article& article_;
  const ColumnMap& map_;
  std::array<std::size_t, kFields> best_;
};

}  // namespace sahafa
