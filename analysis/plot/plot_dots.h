// Values with their intervals, one line each: rates by group, positions of texts, measures of terms.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/table.h"

namespace sahafa {

struct Dot {
  std::string label;
  double value = 0.0;
  double low = 0.0;  ///< NaN: no interval
  double high = 0.0;
};

/// The rows of a table as dots. A label is the cells of the columns `labels`, of those that there are; `low` and `high` may be missing, as columns or as values. Where `only` is
/// given, rows whose first column is not it are left out.
struct DotColumns {
  std::vector<std::string_view> labels;
  std::string_view value;
  std::string_view low;
  std::string_view high;
  std::string_view only = {};
};

std::vector<Dot> dots_of(const Table& table, const DotColumns& columns);

/// The sums of a column for each value of another, the largest first.
std::vector<Dot> sums_of(const Table& table, std::string_view label, std::string_view value);

/// At most sixty dots from the top; where the rest is cut, the picture says so.
std::string plot_dots(std::string_view title, std::string_view axis, std::vector<Dot> dots);

}  // namespace sahafa
