#include "text/csv.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace sahafa {
namespace {

constexpr std::size_t kMostCells = 16384;  // columns of a spreadsheet; a row of separators alone stays small

}  // namespace

bool CsvRows::next(CsvRow& row) {
  row = {};
  while (at_ < text_.size() && at_line_end()) ++at_;
  if (at_ == text_.size()) return false;
  row.span.begin = static_cast<std::uint32_t>(at_);
  for (bool more = true; more;) {
    std::string value = cell(row.unclosed);
    if (row.cells.size() < kMostCells) row.cells.push_back(std::move(value));
    more = at_ < text_.size() && text_[at_] == delimiter_;
    if (more) ++at_;
  }
  row.span.end = static_cast<std::uint32_t>(at_);
  return true;
}

std::string CsvRows::cell(bool& unclosed) {
  std::string value;
  if (at_ < text_.size() && text_[at_] == '"') value = quoted_cell(unclosed);
  const std::size_t begin = at_;
  while (at_ < text_.size() && text_[at_] != delimiter_ && !at_line_end()) ++at_;
  return value.append(text_.substr(begin, at_ - begin));
}

std::string CsvRows::quoted_cell(bool& unclosed) {
  std::string value;
  for (++at_;;) {
    const std::size_t quote = std::min(text_.find('"', at_), text_.size());
    value.append(text_.substr(at_, quote - at_));
    at_ = quote + 1;
    if (quote == text_.size()) {
      at_ = quote;
      unclosed = true;
      return value;
    }
    if (at_ == text_.size() || text_[at_] != '"') return value;
    value += '"';
    ++at_;
  }
}

}  // namespace sahafa
