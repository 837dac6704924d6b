#include "analysis/reference_counts.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fstream>
#include <iterator>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "text/error.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

std::vector<std::string> split(std::string_view line, char separator) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (quoted && line[i] == '"' && i + 1 < line.size() && line[i + 1] == '"') {
      cells.back() += line[i++];
    } else if (line[i] == '"' && (quoted || cells.back().empty())) {
      quoted = !quoted;
    } else if (line[i] == separator && !quoted) {
      cells.emplace_back();
    } else {
      cells.back() += line[i];
    }
  }
  return cells;
}

std::optional<double> to_count(std::string_view cell) {
  double value = 0.0;
  const auto [stop, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc() || stop != cell.data() + cell.size()) return std::nullopt;
  if (!std::isfinite(value) || value < 0.0) return std::nullopt;
  return value;
}

// Which cells of a line are the term and its count.
struct Layout {
  char separator = '\t';
  std::size_t term = 0;
  std::size_t count = 1;
};

template <std::size_t N>
std::optional<std::size_t> find_column(const std::vector<std::string>& cells,
                                       const std::array<std::string_view, N>& names) {
  for (const std::string_view name : names) {
    const auto found = std::ranges::find(cells, name);
    if (found != cells.end()) return static_cast<std::size_t>(found - cells.begin());
  }
  return std::nullopt;
}

// True when the line is a heading; `layout` then follows it.
bool read_heading(std::string_view line, Layout& layout) {
  static constexpr std::array<std::string_view, 3> kTerms = {"term", "word", "form"};
  static constexpr std::array<std::string_view, 3> kCounts = {"count", "freq", "frequency"};
  layout.separator = line.find('\t') == std::string_view::npos ? ',' : '\t';
  const std::vector<std::string> cells = split(line, layout.separator);
  if (cells.size() > 1 && to_count(cells[1])) return false;
  const auto term = find_column(cells, kTerms);
  const auto count = find_column(cells, kCounts);
  if (!term || !count) return false;
  layout.term = *term;
  layout.count = *count;
  return true;
}

}  // namespace

ReferenceCounts parse_reference_counts(std::string_view text, std::string_view name,
                                       const std::function<std::string(std::string_view)>& to_term) {
  if (!is_valid_utf8(text)) {
    throw Error(ErrorCode::malformed,
                fmt::format("{}: not UTF-8; save the list of frequencies as UTF-8", name));
  }
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  constexpr std::string_view kTokens = "# tokens ";
  ReferenceCounts reference;
  std::optional<double> tokens;
  std::optional<Layout> layout;
  double sum = 0.0;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.starts_with(kTokens)) tokens = to_count(line.substr(kTokens.size()));
    if (line.empty() || line.starts_with('#')) continue;
    if (!layout) {
      layout.emplace();
      if (read_heading(line, *layout)) continue;
    }
    const std::vector<std::string> cells = split(line, layout->separator);
    const auto count = layout->count < cells.size() ? to_count(cells[layout->count]) : std::nullopt;
    if (!count || layout->term >= cells.size()) {
      throw Error(ErrorCode::malformed,
                  fmt::format("{}: line {}: a term and its count expected, separated by a tab or a comma",
                              name, number));
    }
    reference.counts[to_term(cells[layout->term])] += *count;
    sum += *count;
  }
  reference.tokens = tokens.value_or(sum);
  if (reference.tokens < sum || reference.tokens == 0.0) {
    throw Error(ErrorCode::malformed,
                fmt::format("{}: the counts sum to {}, but the reference has {} tokens; correct the line \"# "
                            "tokens N\"",
                            name, sum, reference.tokens));
  }
  return reference;
}

ReferenceCounts load_reference_counts(const std::filesystem::path& path,
                                      const std::function<std::string(std::string_view)>& to_term) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    throw Error(
        ErrorCode::not_found,
        fmt::format("{}: cannot be read; give a file with a term and its count a line", path.string()));
  }
  const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  return parse_reference_counts(text, path.string(), to_term);
}

}  // namespace sahafa
