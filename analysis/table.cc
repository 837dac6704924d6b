#include "analysis/table.h"

#include <algorithm>

#include <fmt/format.h>

#include "text/error.h"

namespace sahafa {

std::size_t Column::size() const {
  return std::visit([](const auto& cells) { return cells.size(); }, values);
}

const Column& Table::get(std::string_view name) const {
  const auto found = std::ranges::find(columns, name, &Column::name);
  if (found == columns.end()) {
    std::string known;
    for (const Column& column : columns) known += (known.empty() ? "" : ", ") + column.name;
    throw Error(ErrorCode::usage, fmt::format("no column \"{}\"; there are: {}", name, known));
  }
  return *found;
}

Table take_row(const Table& table, std::size_t row) {
  Table taken{{}, table.notes};
  for (const Column& column : table.columns) {
    Column& cell = taken.columns.emplace_back(Column{column.name, {}, {}});
    std::visit(
        [&](const auto& cells) {
          std::decay_t<decltype(cells)> values;
          values.push_back(cells[row]);
          cell.values = std::move(values);
        },
        column.values);
    if (!column.is_valid(row)) cell.valid.push_back(0);
  }
  return taken;
}

TableBuilder::TableBuilder(std::initializer_list<Spec> columns) {
  for (const auto& [name, type] : columns) {
    Column column{std::string(name), {}, {}};
    if (type == Type::integer) column.values = std::vector<std::int64_t>();
    if (type == Type::number) column.values = std::vector<double>();
    table_.columns.push_back(std::move(column));
  }
}

TableBuilder& TableBuilder::add(std::string_view value) {
  append<Texts>(value);
  return *this;
}

TableBuilder& TableBuilder::add(std::int64_t value) {
  append<std::vector<std::int64_t>>(value);
  return *this;
}

TableBuilder& TableBuilder::add(double value) {
  append<std::vector<double>>(value);
  return *this;
}

TableBuilder& TableBuilder::add_missing() {
  Column& column = next();
  // Most columns have all their values, so the marks appear with the first gap.
  if (column.valid.empty()) column.valid.assign(column.size(), 1);
  std::visit([](auto& cells) { cells.emplace_back(); }, column.values);
  column.valid.push_back(0);
  return *this;
}

void TableBuilder::note(std::string text) { table_.notes.push_back(std::move(text)); }

Table TableBuilder::finish() {
  if (at_ != 0) {
    throw Error(ErrorCode::usage, fmt::format("the last row has {} of {} cells", at_, table_.columns.size()));
  }
  return std::move(table_);
}

template <class Cells, class Value>
void TableBuilder::append(Value value) {
  Column& column = next();
  auto* cells = std::get_if<Cells>(&column.values);
  if (cells == nullptr) {
    throw Error(ErrorCode::usage, fmt::format("column \"{}\" holds values of another type", column.name));
  }
  cells->push_back(value);
  if (!column.valid.empty()) column.valid.push_back(1);
}

Table make_row(std::span<const std::pair<std::string_view, std::int64_t>> counts) {
  Table table;
  for (const auto& [name, count] : counts)
    table.columns.push_back({std::string(name), std::vector<std::int64_t>{count}, {}});
  return table;
}

Column& TableBuilder::next() {
  Column& column = table_.columns[at_];
  at_ = (at_ + 1) % table_.columns.size();
  return column;
}

}  // namespace sahafa
