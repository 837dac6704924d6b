// Tables: CSV and TSV, one article a row, the first row naming the columns (columns.h). A table without a text column is a list: its rows
// tell about articles whose texts are in other files, by address or by file name (references.h).
#pragma once

#include "ingest/reader.h"

namespace sahafa {

class CsvReader : public Reader {
 public:
  std::string_view name() const override { return "csv"; }
  bool accepts(std::string_view path, std::string_view head) const override;
  /// A row without text is an issue with its number, counted as a spreadsheet shows it. A first row that names neither text nor
  /// address nor file fails the whole table.
  void read(const SourceText& source, Intake& out) const override;
};

/// True if the table that `head` begins has no column for texts, but one that tells where they are.
bool is_reference_list(std::string_view head, const ColumnMap& columns);

}  // namespace sahafa
