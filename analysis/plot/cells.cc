#include "analysis/plot/cells.h"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

namespace sahafa {
namespace {

const Column* find_value(const Table& table, std::string_view name, std::size_t row) {
  const auto column = std::ranges::find(table.columns, name, &Column::name);
  return column == table.columns.end() || !column->is_valid(row) ? nullptr : &*column;
}

}  // namespace

double number_at(const Table& table, std::string_view column, std::size_t row) {
  const Column* found = find_value(table, column, row);
  if (found != nullptr) {
    if (const auto* numbers = std::get_if<std::vector<double>>(&found->values)) return (*numbers)[row];
    if (const auto* whole = std::get_if<std::vector<std::int64_t>>(&found->values))
      return static_cast<double>((*whole)[row]);
  }
  return std::numeric_limits<double>::quiet_NaN();
}

std::string text_at(const Table& table, std::string_view column, std::size_t row) {
  const Column* found = find_value(table, column, row);
  if (found == nullptr) return {};
  if (const auto* texts = std::get_if<Texts>(&found->values)) return std::string((*texts)[row]);
  return fmt::format("{:g}", number_at(table, column, row));
}

}  // namespace sahafa
