#include <fmt/format.h>

#include <sstream>

#include "analysis/report/writer.h"
#include "capi/guard.h"
#include "capi/handles.h"
#include "corpus/whole_file.h"
#include "text/error.h"

namespace {

using namespace sahafa;
using namespace sahafa::capi;

const Column& get_column(const Table& table, std::size_t column) {
  if (column < table.columns.size()) return table.columns[column];
  throw Error(ErrorCode::usage,
              fmt::format("there is no column {}; the table has {}", column, table.columns.size()));
}

template <class Cells>
const Cells& get_cells(const Table& table, std::size_t column, std::string_view type) {
  const Column& chosen = get_column(table, column);
  if (const Cells* cells = std::get_if<Cells>(&chosen.values)) return *cells;
  throw Error(ErrorCode::usage, fmt::format("the column \"{}\" does not hold {}", chosen.name, type));
}

template <class Value>
sahafa_status borrow_values(const sahafa_table* table, std::size_t column, std::string_view type,
                            const Value** out) {
  return guard([&] {
    check_output(out);
    *out = nullptr;
    *out = get_cells<std::vector<Value>>(*get_handle(table), column, type).data();
  });
}

// What the getters without a status give: 0 or NULL for a handle or a number that is none.
template <class Value, class Get>
Value get_or_nothing(const sahafa_table* table, Get&& get) {
  Value value{};
  guard([&] { value = get(*get_handle(table)); });
  return value;
}

}  // namespace

size_t sahafa_table_rows(const sahafa_table* table) {
  return get_or_nothing<size_t>(table, [](const Table& t) { return t.rows(); });
}

size_t sahafa_table_columns(const sahafa_table* table) {
  return get_or_nothing<size_t>(table, [](const Table& t) { return t.columns.size(); });
}

size_t sahafa_table_notes(const sahafa_table* table) {
  return get_or_nothing<size_t>(table, [](const Table& t) { return t.notes.size(); });
}

const char* sahafa_table_name(const sahafa_table* table, size_t column) {
  return get_or_nothing<const char*>(table,
                                     [&](const Table& t) { return get_column(t, column).name.c_str(); });
}

const char* sahafa_table_note(const sahafa_table* table, size_t note) {
  return get_or_nothing<const char*>(
      table, [&](const Table& t) { return note < t.notes.size() ? t.notes[note].c_str() : nullptr; });
}

sahafa_status sahafa_table_type(const sahafa_table* table, size_t column, sahafa_type* out) {
  return guard([&] {
    check_output(out);
    constexpr sahafa_type kTypes[] = {SAHAFA_TEXT, SAHAFA_INTEGER, SAHAFA_NUMBER};
    *out = kTypes[get_column(*get_handle(table), column).values.index()];
  });
}

sahafa_status sahafa_table_integers(const sahafa_table* table, size_t column, const int64_t** out) {
  return borrow_values(table, column, "integers", out);
}

sahafa_status sahafa_table_numbers(const sahafa_table* table, size_t column, const double** out) {
  return borrow_values(table, column, "numbers", out);
}

sahafa_status sahafa_table_text(const sahafa_table* table, size_t column, const char** bytes,
                                const int64_t** offsets) {
  return guard([&] {
    check_output(bytes);
    check_output(offsets);
    *bytes = nullptr;
    *offsets = nullptr;
    const Texts& cells = get_cells<Texts>(*get_handle(table), column, "text");
    *bytes = cells.bytes().data();
    *offsets = cells.offsets().data();
  });
}

sahafa_status sahafa_table_valid(const sahafa_table* table, size_t column, const uint8_t** out) {
  return guard([&] {
    check_output(out);
    const std::vector<std::uint8_t>& valid = get_column(*get_handle(table), column).valid;
    *out = valid.empty() ? nullptr : valid.data();
  });
}

sahafa_status sahafa_table_write(const sahafa_table* table, const char* format, const char* path) {
  return guard([&] {
    const TablePtr written = get_handle(table);
    const Format chosen = format_from_string(text_argument(format, "the format"));
    write_whole_file(text_argument(path, "the path of the file"),
                     [&](std::ostream& file) { write_table(*written, chosen, file); });
  });
}

void sahafa_table_free(sahafa_table** table) {
  if (table == nullptr) return;
  drop_handle(*table);
  *table = nullptr;
}
