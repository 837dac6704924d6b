#include <cmath>
#include <nlohmann/json.hpp>

#include "analysis/report/number.h"
#include "analysis/report/writer.h"

namespace sahafa {
namespace {

std::string to_json(std::string_view text) {
  // Stored text is valid UTF-8; a path from the file system need not be.
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string to_json(std::int64_t value) { return format_number(value); }

std::string to_json(double value) { return std::isfinite(value) ? format_number(value) : "null"; }

}  // namespace

void write_json_row(const Table& table, std::size_t row, std::ostream& out) {
  const char* before = "{";
  for (const Column& column : table.columns) {
    out << before << to_json(column.name) << ':';
    if (column.is_valid(row)) {
      std::visit([&](const auto& cells) { out << to_json(cells[row]); }, column.values);
    } else {
      out << "null";
    }
    before = ",";
  }
  out << '}';
}

void write_jsonl(const Table& table, std::ostream& out) {
  for (std::size_t row = 0; row < table.rows(); ++row) {
    write_json_row(table, row, out);
    out << '\n';
  }
}

}  // namespace sahafa
