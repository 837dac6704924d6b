#include <algorithm>
#include <string>

#include "analysis/report/number.h"
#include "analysis/report/writer.h"
#include "text/display.h"

namespace sahafa {
namespace {

constexpr std::size_t kWidestCell = 60;  // display columns; a title fits, a sentence does not

struct PrintedColumn {
  std::vector<std::string> cells;  // the name first
  std::size_t width = 0;
  bool right_aligned = false;
};

std::string print(std::string_view text) { return to_one_line(text); }
std::string print(std::int64_t value) { return format_number(value); }
std::string print(double value) { return format_short(value); }

PrintedColumn print(const Column& column, bool cut) {
  PrintedColumn printed;
  printed.right_aligned = column.align_end || !std::holds_alternative<Texts>(column.values);
  printed.cells.push_back(column.name);
  std::visit(
      [&](const auto& cells) {
        for (std::size_t row = 0; row < cells.size(); ++row) {
          printed.cells.push_back(column.is_valid(row) ? print(cells[row]) : std::string());
        }
      },
      column.values);
  for (std::string& cell : printed.cells) {
    if (cut)
      cell = column.align_end ? cut_front_to_width(cell, kWidestCell) : cut_to_width(cell, kWidestCell);
    printed.width = std::max(printed.width, display_width(cell));
  }
  return printed;
}

// Without an isolate the terminal's bidi algorithm would carry right-to-left text over into the neighbouring
// columns.
std::string isolate(const std::string& cell) {
  return has_right_to_left(cell) ? "\u2068" + cell + "\u2069" : cell;
}

}  // namespace

void write_terminal(const Table& table, std::ostream& out) {
  std::vector<PrintedColumn> columns;
  for (const Column& column : table.columns) {
    columns.push_back(print(column, &column != &table.columns.back()));
  }
  for (std::size_t line = 0; line <= table.rows() && !columns.empty(); ++line) {
    for (const PrintedColumn& column : columns) {
      const bool is_last = &column == &columns.back();
      const std::string& cell = column.cells[line];
      const std::string padding(column.width - display_width(cell), ' ');
      if (column.right_aligned) out << padding;
      out << isolate(cell);
      if (!column.right_aligned && !is_last) out << padding;
      if (!is_last) out << "  ";
    }
    out << '\n';
  }
}

}  // namespace sahafa
