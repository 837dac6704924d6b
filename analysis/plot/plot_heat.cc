#include "analysis/plot/plot_heat.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>
#include <vector>

#include "analysis/plot/cells.h"
#include "analysis/plot/svg.h"

namespace sahafa {
namespace {

constexpr std::size_t kMostRows = 30;
constexpr std::size_t kMostColumns = 20;
constexpr double kCellWidth = 46.0;
constexpr double kCellHeight = 24.0;
constexpr double kLabels = 170.0;
constexpr double kBottom = 50.0;

struct Cell {
  double articles = 0.0;
  double share = 0.0;
  std::string title;
};

struct Heat {
  std::vector<std::string> rows;
  std::vector<std::string> columns;
  std::size_t all_rows = 0;
  std::size_t all_columns = 0;
  std::map<std::pair<std::string, std::string>, Cell> cells;
};

/// "target: frame", or the one of the two that is not *.
std::string column_name(std::string_view target, std::string_view frame) {
  if (frame == "*") return std::string(target);
  if (target == "*") return std::string(frame);
  return fmt::format("{}: {}", target, frame);
}

/// The names with the largest totals, largest first.
std::vector<std::string> largest(const std::map<std::string, double>& totals, std::size_t most) {
  std::vector<std::pair<std::string, double>> sorted(totals.begin(), totals.end());
  std::ranges::stable_sort(sorted, std::ranges::greater(), &std::pair<std::string, double>::second);
  std::vector<std::string> names;
  for (const auto& [name, total] : sorted) {
    if (names.size() < most) names.push_back(name);
  }
  return names;
}

Heat heat_of(const Table& table) {
  const Texts& groups = std::get<Texts>(table.get("group").values);
  const Texts& targets = std::get<Texts>(table.get("target").values);
  const Texts& frames = std::get<Texts>(table.get("frame").values);
  Heat heat;
  std::map<std::string, double> rows;
  std::map<std::string, double> columns;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const std::string group(groups[row]);
    const std::string column = column_name(targets[row], frames[row]);
    Cell cell{number_at(table, "articles", row), number_at(table, "share", row), {}};
    cell.title =
        fmt::format("{}, {}: {:g} articles, {:.1f} %", group, column, cell.articles, cell.share * 100.0);
    if (table.get("ci_low").is_valid(row)) {
      cell.title += fmt::format(" [{:.1f}, {:.1f}]", number_at(table, "ci_low", row) * 100.0,
                                number_at(table, "ci_high", row) * 100.0);
    }
    rows[group] += cell.articles;
    columns[column] += cell.articles;
    heat.cells.insert_or_assign({group, column}, std::move(cell));
  }
  heat.all_rows = rows.size();
  heat.all_columns = columns.size();
  heat.rows = largest(rows, kMostRows);
  heat.columns = largest(columns, kMostColumns);
  return heat;
}

/// From white to a dark blue on which white letters can be read.
std::string shade(double share) {
  const auto mix = [&](double dark) { return static_cast<int>(std::lround(255.0 + (dark - 255.0) * share)); };
  return fmt::format("#{:02x}{:02x}{:02x}", mix(8.0), mix(64.0), mix(129.0));
}

/// Where the rows begin: below the longest name of a column, which rises slanted.
double head_of(const Heat& heat) {
  constexpr double kTitle = 40.0;
  constexpr double kRise = 0.77;  // sine of the slant
  double longest = 0.0;
  for (const std::string& column : heat.columns) longest = std::max(longest, label_width(column, 12.0));
  return kTitle + kRise * longest;
}

void draw_row(Svg& svg, const Heat& heat, std::size_t row, double head) {
  constexpr double kWhiteFrom = 0.45;
  const double y = head + kCellHeight * static_cast<double>(row);
  svg.label(kLabels - 8, y + 16, heat.rows[row], Anchor::right);
  for (std::size_t i = 0; i < heat.columns.size(); ++i) {
    const double x = kLabels + kCellWidth * static_cast<double>(i);
    const auto cell = heat.cells.find({heat.rows[row], heat.columns[i]});
    if (cell == heat.cells.end()) continue;
    const auto& [articles, share, title] = cell->second;
    svg.rectangle(x + 1, y + 1, kCellWidth - 2, kCellHeight - 2, shade(share), title);
    svg.label(x + kCellWidth / 2, y + 16, fmt::format("{:g}", articles), Anchor::middle, 11,
              share > kWhiteFrom ? "#fff" : colour::kText);
  }
}

}  // namespace

std::string plot_heat(const Table& table, const Options& options) {
  const Heat heat = heat_of(table);
  const double right = kLabels + kCellWidth * static_cast<double>(heat.columns.size());
  const double head = head_of(heat);
  const double bottom = head + kCellHeight * static_cast<double>(heat.rows.size());
  const std::string title = fmt::format("Who is held responsible, by {}", options.get("by"));
  Svg svg(std::max(right + 160.0, 640.0), bottom + kBottom, title);
  svg.label(20, 22, title, Anchor::left, 14, colour::kText, true);
  for (std::size_t i = 0; i < heat.columns.size(); ++i)
    svg.slanted_label(kLabels + kCellWidth * (static_cast<double>(i) + 0.5), head - 8, heat.columns[i]);
  for (std::size_t row = 0; row < heat.rows.size(); ++row) draw_row(svg, heat, row, head);
  std::string caption = fmt::format("numbers: articles; shade: share of the articles of the group; voice: {}",
                                    options.get("voice"));
  if (heat.all_rows > heat.rows.size() || heat.all_columns > heat.columns.size())
    caption += fmt::format("; {} of {} groups, {} of {} columns", heat.rows.size(), heat.all_rows,
                           heat.columns.size(), heat.all_columns);
  svg.label(20, bottom + 30, caption, Anchor::left, 11, colour::kAxis);
  return svg.finish();
}

}  // namespace sahafa
