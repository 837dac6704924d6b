#include "analysis/plot/plot_dots.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "analysis/plot/cells.h"
#include "analysis/plot/scale.h"
#include "analysis/plot/svg.h"

namespace sahafa {
namespace {

constexpr std::size_t kMostDots = 60;
constexpr double kWidth = 800.0;
constexpr double kRow = 20.0;
constexpr double kTop = 40.0;
constexpr double kLabels = 280.0;
constexpr double kBottom = 50.0;

}  // namespace

std::vector<Dot> dots_of(const Table& table, const DotColumns& columns) {
  std::vector<Dot> dots;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    if (!columns.only.empty() && text_at(table, table.columns.front().name, row) != columns.only) continue;
    const double value = number_at(table, columns.value, row);
    if (std::isnan(value)) continue;
    std::string label;
    for (const std::string_view name : columns.labels) {
      const std::string part = text_at(table, name, row);
      label += label.empty() || part.empty() ? part : " · " + part;
    }
    dots.push_back(
        {std::move(label), value, number_at(table, columns.low, row), number_at(table, columns.high, row)});
  }
  return dots;
}

std::vector<Dot> sums_of(const Table& table, std::string_view label, std::string_view value) {
  constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
  std::map<std::string, double> sums;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const double part = number_at(table, value, row);
    if (!std::isnan(part)) sums[text_at(table, label, row)] += part;
  }
  std::vector<Dot> dots;
  for (const auto& [name, sum] : sums) dots.push_back({name, sum, kNone, kNone});
  std::ranges::stable_sort(dots, std::ranges::greater(), &Dot::value);
  return dots;
}

std::string plot_dots(std::string_view title, std::string_view axis, std::vector<Dot> dots) {
  const std::size_t all = dots.size();
  if (dots.size() > kMostDots) dots.resize(kMostDots);
  double low = 0.0;
  double high = 0.0;
  for (const Dot& dot : dots) {
    low = std::min({low, dot.value, std::isnan(dot.low) ? dot.value : dot.low});
    high = std::max({high, dot.value, std::isnan(dot.high) ? dot.value : dot.high});
  }
  const double bottom = kTop + kRow * static_cast<double>(dots.size());
  Svg svg(kWidth, bottom + kBottom, title);
  const Scale x(low, high, kLabels, kWidth - 40);
  svg.label(kWidth / 2, 22, title, Anchor::middle, 14, colour::kText, true);
  for (const double tick : x.ticks()) {
    svg.line(x(tick), kTop, x(tick), bottom, colour::kFaint, 0.5);
    svg.label(x(tick), bottom + 15, fmt::format("{:g}", tick), Anchor::middle, 10, colour::kAxis);
  }
  for (std::size_t i = 0; i < dots.size(); ++i) {
    const Dot& dot = dots[i];
    const double y = kTop + kRow * (static_cast<double>(i) + 0.5);
    svg.label(kLabels - 12, y + 4, dot.label, Anchor::right);
    if (!std::isnan(dot.low) && !std::isnan(dot.high))
      svg.line(x(dot.low), y, x(dot.high), y, colour::kTarget, 2.0);
    svg.circle(x(dot.value), y, 4.0, colour::kTarget, fmt::format("{}: {:.5g}", dot.label, dot.value));
  }
  svg.label(kWidth / 2, bottom + 35, axis, Anchor::middle, 11, colour::kAxis);
  if (all > dots.size())
    svg.label(kWidth - 40, bottom + 35, fmt::format("{} of {} rows", dots.size(), all), Anchor::right, 11,
              colour::kAxis);
  return svg.finish();
}

}  // namespace sahafa
