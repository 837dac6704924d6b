// A table that grows column by column, for analyses whose columns depend on their options. Columns stand in the order of
// their first mention; a NaN is a missing value.
#pragma once

#include <string_view>
#include <vector>

#include "analysis/table.h"

namespace sahafa {

class Columns {
 public:
  /// The column of this name, made when it is new. The reference is valid until the next new column.
  Texts& texts(std::string_view name);
  std::vector<std::int64_t>& integers(std::string_view name);
  std::vector<double>& numbers(std::string_view name);

  /// The table; empty afterwards.
  Table finish();

 private:
  template <class Cells>
  Cells& get(std::string_view name);

  Table table_;
};

}  // namespace sahafa
