#include "analysis/reference_counts.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "analysis/separated_lines.h"
#include "text/error.h"

namespace sahafa {
namespace {

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
  layout.separator = separator_of(line);
  const std::vector<std::string> cells = split_cells(line, layout.separator);
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
  constexpr std::string_view kTokens = "# tokens ";
  ReferenceCounts reference;
  std::optional<double> tokens;
  std::optional<Layout> layout;
  double sum = 0.0;
  visit_lines(text, name, [&](std::string_view line, std::size_t number) {
    if (line.starts_with(kTokens)) tokens = to_count(line.substr(kTokens.size()));
    if (line.starts_with('#')) return;
    if (!layout) {
      layout.emplace();
      if (read_heading(line, *layout)) return;
    }
    const std::vector<std::string> cells = split_cells(line, layout->separator);
    const auto count = layout->count < cells.size() ? to_count(cells[layout->count]) : std::nullopt;
    if (!count || layout->term >= cells.size()) {
      throw Error(ErrorCode::malformed,
                  fmt::format("{}: line {}: a term and its count expected, separated by a tab or a comma",
                              name, number));
    }
    reference.counts[to_term(cells[layout->term])] += *count;
    sum += *count;
  });
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
  const std::string text = load_list(path, "a term and its count");
  return parse_reference_counts(text, path.string(), to_term);
}

}  // namespace sahafa
