#include "analysis/separated_lines.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "text/csv.h"
#include "text/error.h"
#include "text/utf8.h"

namespace sahafa {

std::vector<std::string> split_cells(std::string_view line, char separator) {
  CsvRow row;
  CsvRows(line, separator).next(row);
  return std::move(row.cells);
}

char separator_of(std::string_view line) { return line.find('\t') == std::string_view::npos ? ',' : '\t'; }

void visit_lines(std::string_view text, std::string_view name,
                 const std::function<void(std::string_view line, std::size_t number)>& take) {
  if (!is_valid_utf8(text)) {
    throw Error(ErrorCode::malformed, fmt::format("{}: not UTF-8; save the list as UTF-8", name));
  }
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty()) take(line, number);
  }
}

std::string load_list(const std::filesystem::path& path, std::string_view expected) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    throw Error(ErrorCode::not_found,
                fmt::format("{}: cannot be read; give a file with {} a line", path.string(), expected));
  }
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace sahafa
