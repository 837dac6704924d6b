#include "ingest/csv_layout.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "ingest/columns.h"
#include "ingest/fields.h"
#include "text/csv.h"

namespace sahafa {
namespace {

constexpr std::string_view kDelimiters = ",;\t|";
constexpr std::size_t kRowsLookedAt = 20;
constexpr std::size_t kLayoutBytes = std::size_t{1} << 16;

std::size_t count_fields(const CsvRow& header) {
  std::set<Field> fields;
  for (const std::string& name : header.cells)
    if (const auto column = find_column(name)) fields.insert(column->field);
  return fields.size();
}

// What speaks for a delimiter, the strongest first: fields named, rows as long as the first, cells in it.
using Evidence = std::tuple<std::size_t, std::size_t, std::size_t>;

Evidence weigh(std::string_view text, char delimiter, std::size_t begin) {
  CsvRows rows(text, delimiter, begin);
  CsvRow header;
  if (!rows.next(header) || header.cells.size() < 2) return {};
  std::size_t alike = 0;
  CsvRow row;
  for (std::size_t i = 0; i < kRowsLookedAt && rows.next(row); ++i)
    if (row.cells.size() == header.cells.size()) ++alike;
  return {count_fields(header), alike, header.cells.size()};
}

}  // namespace

CsvLayout find_csv_layout(std::string_view head) {
  CsvLayout layout;
  head = head.substr(0, kLayoutBytes);
  constexpr std::string_view kSep = "sep=";
  if (head.starts_with(kSep) && head.size() > kSep.size() + 1 &&
      kDelimiters.find(head[kSep.size()]) != std::string_view::npos &&
      (head[kSep.size() + 1] == '\r' || head[kSep.size() + 1] == '\n')) {
    layout.begin = kSep.size() + 1;
    layout.delimiter = head[kSep.size()];
    layout.fields = std::get<0>(weigh(head, layout.delimiter, layout.begin));
    return layout;
  }
  Evidence best;
  for (const char delimiter : kDelimiters) {
    const Evidence evidence = weigh(head, delimiter, 0);
    if (evidence <= best) continue;
    best = evidence;
    layout.delimiter = delimiter;
    layout.fields = std::get<0>(evidence);
  }
  return layout;
}

}  // namespace sahafa
