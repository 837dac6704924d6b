// CSV and TSV: they differ in the separator and in how a cell is protected.
#include <string>
#include <type_traits>

#include "analysis/report/number.h"
#include "analysis/report/writer.h"

namespace sahafa {
namespace {

using Protect = void (*)(std::string_view cell, std::string& line);

void protect_tsv(std::string_view cell, std::string& line) {
  for (const char c : cell) {
    switch (c) {
      case '\t':
        line += "\\t";
        break;
      case '\n':
        line += "\\n";
        break;
      case '\r':
        line += "\\r";
        break;
      case '\\':
        line += "\\\\";
        break;
      default:
        line += c;
    }
  }
}

void append_cell(const Column& column, std::size_t row, Protect protect, std::string& line) {
  if (!column.is_valid(row)) return;
  std::visit(
      [&](const auto& cells) {
        if constexpr (std::is_same_v<std::decay_t<decltype(cells)>, Texts>) {
          protect(cells[row], line);
        } else {
          line += format_number(cells[row]);
        }
      },
      column.values);
}

void write_separated(const Table& table, char separator, Protect protect, std::ostream& out) {
  std::string line;
  for (const Column& column : table.columns) {
    if (!line.empty()) line += separator;
    protect(column.name, line);
  }
  out << line << '\n';
  for (std::size_t row = 0; row < table.rows(); ++row) {
    line.clear();
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      if (i > 0) line += separator;
      append_cell(table.columns[i], row, protect, line);
    }
    out << line << '\n';
  }
}

}  // namespace

void append_csv_cell(std::string_view cell, std::string& line) {
  if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
    line += cell;
    return;
  }
  line += '"';
  for (const char c : cell) {
    if (c == '"') line += '"';
    line += c;
  }
  line += '"';
}

void write_csv(const Table& table, std::ostream& out) { write_separated(table, ',', append_csv_cell, out); }

void write_tsv(const Table& table, std::ostream& out) { write_separated(table, '\t', protect_tsv, out); }

}  // namespace sahafa
