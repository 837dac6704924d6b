#include "analysis/plot/plot_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "analysis/periods.h"
#include "analysis/plot/cells.h"
#include "analysis/plot/labels.h"
#include "analysis/plot/scale.h"
#include "analysis/plot/svg.h"

namespace sahafa {
namespace {

constexpr double kWidth = 900.0;
constexpr double kHeight = 420.0;
constexpr double kLeft = 80.0;
constexpr double kRight = kWidth - 160.0;  // room for the names of groups
constexpr double kTop = 40.0;
constexpr double kBottom = kHeight - 60.0;

// Told apart by people who do not see red and green alike (Okabe and Ito 2008).
constexpr std::array<std::string_view, 8> kColours = {"#0072b2", "#d55e00", "#009e73", "#cc79a7",
                                                      "#e69f00", "#56b4e9", "#999999", "#000000"};

struct Point {
  double day = 0.0;  ///< since 1970
  std::string period;
  double value = 0.0;
  std::optional<double> low;
  std::optional<double> high;
};

struct Series {
  std::string group;
  std::int64_t hits = 0;
  std::vector<Point> points;
};

std::optional<double> value_in(const Table& table, std::string_view name, std::size_t row) {
  const double value = number_at(table, name, row);
  return std::isnan(value) ? std::nullopt : std::optional(value);
}

/// The groups with most hits first; of equal ones in the order of the table.
std::vector<Series> series_of(const Table& table) {
  const Texts& periods = std::get<Texts>(table.get("period").values);
  const Texts& groups = std::get<Texts>(table.get("group").values);
  std::vector<Series> all;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    auto series = std::ranges::find(all, groups[row], &Series::group);
    if (series == all.end()) series = all.insert(all.end(), Series{std::string(groups[row]), 0, {}});
    const auto value = value_in(table, "per_million", row);
    if (!value) continue;
    series->hits += static_cast<std::int64_t>(value_in(table, "hits", row).value_or(0.0));
    series->points.push_back({static_cast<double>(first_day_of(periods[row]).time_since_epoch().count()),
                              std::string(periods[row]), *value, value_in(table, "ci_low", row),
                              value_in(table, "ci_high", row)});
  }
  std::ranges::stable_sort(all, std::ranges::greater(), &Series::hits);
  return all;
}

struct Extent {
  double first = 0.0;
  double last = 0.0;
  double highest = 0.0;
};

Extent extent_of(std::span<const Series> shown) {
  Extent extent;
  bool any = false;
  for (const Series& series : shown) {
    for (const Point& point : series.points) {
      extent.first = any ? std::min(extent.first, point.day) : point.day;
      extent.last = any ? std::max(extent.last, point.day) : point.day;
      extent.highest = std::max({extent.highest, point.value, point.high.value_or(point.value)});
      any = true;
    }
  }
  return extent;
}

void draw_axes(Svg& svg, std::span<const Series> shown, const Scale& x, const Scale& y) {
  for (const double tick : y.ticks()) {
    svg.line(kLeft, y(tick), kRight, y(tick), colour::kFaint, 0.5);
    svg.label(kLeft - 8, y(tick) + 4, fmt::format("{:g}", tick), Anchor::right, 10, colour::kAxis);
  }
  std::map<double, std::string> periods;
  for (const Series& series : shown) {
    for (const Point& point : series.points) periods.emplace(point.day, point.period);
  }
  LabelRoom room;
  for (const auto& [day, period] : periods) {
    if (room.take(period, x(day), kBottom + 18, Anchor::middle, 11))
      svg.label(x(day), kBottom + 18, period, Anchor::middle, 10, colour::kAxis);
  }
  svg.line(kLeft, kBottom, kRight, kBottom, colour::kAxis);
}

void draw_series(Svg& svg, const Series& series, std::string_view colour, const Scale& x, const Scale& y) {
  for (std::size_t i = 0; i < series.points.size(); ++i) {
    const Point& point = series.points[i];
    if (i > 0)
      svg.line(x(series.points[i - 1].day), y(series.points[i - 1].value), x(point.day), y(point.value),
               colour, 1.5);
    if (point.low && point.high)
      svg.line(x(point.day), y(*point.low), x(point.day), y(*point.high), colour, 1.0);
    svg.circle(x(point.day), y(point.value), 3.5, colour,
               fmt::format("{}, {}: {:.5g}", series.group, point.period, point.value));
  }
}

}  // namespace

std::string plot_lines(const Table& table, const Options& options) {
  const std::vector<Series> all = series_of(table);
  const std::span<const Series> shown = std::span(all).first(std::min(all.size(), kColours.size()));
  const Extent extent = extent_of(shown);
  const Scale x(extent.first, extent.last, kLeft + 20, kRight - 20);
  const Scale y(0.0, extent.highest, kBottom, kTop + 10);
  const std::string_view title = options.get("query");
  Svg svg(kWidth, kHeight, title);
  svg.label(kWidth / 2, 22, title, Anchor::middle, 14, colour::kText, true);
  draw_axes(svg, shown, x, y);
  for (std::size_t i = 0; i < shown.size(); ++i) {
    draw_series(svg, shown[i], kColours[i], x, y);
    svg.circle(kRight + 16, kTop + 20.0 * static_cast<double>(i), 4.0, kColours[i]);
    svg.label(kRight + 26, kTop + 4 + 20.0 * static_cast<double>(i), shown[i].group, Anchor::left);
  }
  const std::string_view unit = "hits per million words; bars: 95 % intervals over duplicate clusters";
  svg.label(kWidth / 2, kHeight - 16,
            all.size() > shown.size() ? fmt::format("{}; {} of {} groups", unit, shown.size(), all.size())
                                      : std::string(unit),
            Anchor::middle, 11, colour::kAxis);
  return svg.finish();
}

}  // namespace sahafa
