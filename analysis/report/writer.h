// Tables on their way out: for the terminal, as CSV, as TSV, as JSON Lines. All print the same columns in the
// same order.
//
// CSV follows RFC 4180 with LF as line end (every reader takes it, and `grep` and `cut` need it). TSV escapes
// tab, line feed, carriage return and backslash as \t \n \r \\. JSON Lines has one object a row. Numbers are
// the shortest text that reads back as the same number; in the terminal they have six digits. A missing value
// is an empty cell, in JSON null. Notes of the table are not written: they are no rows. All functions may be
// called from several threads.
#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include "analysis/table.h"

namespace sahafa {

enum class Format { table, csv, tsv, jsonl };

/// Throws Error(usage), naming the formats there are.
Format format_from_string(std::string_view name);

/// Writes `table`. Whether it arrived is told by the state of `out`.
void write_table(const Table& table, Format format, std::ostream& out);

void write_csv(const Table& table, std::ostream& out);
/// Appends a cell as CSV has it: in quotes where it holds a comma, a quote or a line end.
void append_csv_cell(std::string_view cell, std::string& line);
void write_tsv(const Table& table, std::ostream& out);
void write_jsonl(const Table& table, std::ostream& out);
/// One row as the JSON object that JSON Lines has for it, without line end. `row` < table.rows().
void write_json_row(const Table& table, std::size_t row, std::ostream& out);
/// Columns aligned by display width; cells with right-to-left text are isolated so that the line keeps its
/// order; cells longer than 60 columns are cut with an ellipsis, except in the last column.
void write_terminal(const Table& table, std::ostream& out);

}  // namespace sahafa
