// Rows of separated values: RFC 4180 as spreadsheets write it. A cell in quotes may hold the delimiter, line ends and doubled quotes;
// what follows a closing quote before the delimiter is kept. Written here rather than taken from libcsv, because rows must know
// their bytes in the file (a copy of an article is a span), which its callbacks do not tell.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace sahafa {

struct CsvRow {
  Span span;  ///< without its line end
  std::vector<std::string> cells;
  bool unclosed = false;  ///< a quote was open when the text ended
};

/// The rows of a text, one after another. `text` must live longer.
class CsvRows {
 public:
  CsvRows(std::string_view text, char delimiter, std::size_t begin = 0)
      : text_(text), delimiter_(delimiter), at_(begin) {}

  /// Reads the next row that is not blank; false at the end. O(length of the row).
  bool next(CsvRow& row);

 private:
  std::string quoted_cell(bool& unclosed);
  std::string cell(bool& unclosed);
  bool at_line_end() const { return text_[at_] == '\n' || text_[at_] == '\r'; }

  std::string_view text_;
  char delimiter_;
  std::size_t at_;
};

}  // namespace sahafa
