#include "analysis/columns.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>
#include <utility>

namespace sahafa {
namespace {

void mark_missing(Column& column) {
  auto* numbers = std::get_if<std::vector<double>>(&column.values);
  if (numbers == nullptr || std::ranges::none_of(*numbers, [](double x) { return std::isnan(x); })) return;
  for (double& value : *numbers) {
    column.valid.push_back(std::isnan(value) ? 0 : 1);
    if (std::isnan(value)) value = 0.0;
  }
}

}  // namespace

template <class Cells>
Cells& Columns::get(std::string_view name) {
  auto found = std::ranges::find(table_.columns, name, &Column::name);
  if (found == table_.columns.end()) {
    table_.columns.push_back({std::string(name), Cells(), {}});
    found = std::prev(table_.columns.end());
  }
  return std::get<Cells>(found->values);
}

Texts& Columns::texts(std::string_view name) { return get<Texts>(name); }
std::vector<std::int64_t>& Columns::integers(std::string_view name) {
  return get<std::vector<std::int64_t>>(name);
}
std::vector<double>& Columns::numbers(std::string_view name) { return get<std::vector<double>>(name); }

Table Columns::finish() {
  for (Column& column : table_.columns) mark_missing(column);
  return std::exchange(table_, {});
}

}  // namespace sahafa
