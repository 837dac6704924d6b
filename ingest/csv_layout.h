// How a file of separated values is laid out.
#pragma once

#include <cstddef>
#include <string_view>

namespace sahafa {

/// A table: where its rows begin and what separates its cells.
struct CsvLayout {
  std::size_t begin = 0;  ///< behind a line "sep=;", which spreadsheets understand
  char delimiter = ',';
  std::size_t fields = 0;  ///< different fields of articles that the first row names
};

/// Which of , ; tab | separates the cells of the table that `head` begins: the one under which the first row names most fields of
/// articles, then the one under which most rows are as long as the first.
CsvLayout find_csv_layout(std::string_view head);

}  // namespace sahafa
