#include "analysis/plot/plot_map.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include <fmt/format.h>

#include "analysis/plot/labels.h"
#include "analysis/plot/scale.h"
#include "analysis/plot/svg.h"

namespace sahafa {
namespace {

constexpr double kWidth = 900.0;
constexpr double kHeight = 700.0;
constexpr double kMargin = 60.0;

const std::vector<double>& numbers(const Table& table, std::string_view column) {
  return std::get<std::vector<double>>(table.get(column).values);
}

// One scale for both axes, or distances would lie.
struct Frame {
  Scale x;
  Scale y;
};

Frame make_frame(const Table& table) {
  const auto& x = numbers(table, "x");
  const auto& y = numbers(table, "y");
  const auto [left, right] = std::ranges::minmax(x);
  const auto [low, high] = std::ranges::minmax(y);
  const double span =
      std::max({(right - left) / (kWidth - 2 * kMargin), (high - low) / (kHeight - 2 * kMargin), 1e-9});
  const double middle_x = (left + right) / 2.0;
  const double middle_y = (low + high) / 2.0;
  const double half_x = span * (kWidth / 2.0 - kMargin);
  const double half_y = span * (kHeight / 2.0 - kMargin);
  return {{middle_x - half_x, middle_x + half_x, kMargin, kWidth - kMargin},
          {middle_y - half_y, middle_y + half_y, kHeight - kMargin, kMargin}};
}

void draw_axes(const Frame& frame, Svg& svg) {
  svg.line(kMargin / 2, frame.y(0.0), kWidth - kMargin / 2, frame.y(0.0), colour::kFaint);
  svg.line(frame.x(0.0), kMargin / 2, frame.x(0.0), kHeight - kMargin / 2, colour::kFaint);
  for (const double tick : frame.x.ticks()) {
    svg.label(frame.x(tick), kHeight - kMargin / 4, fmt::format("{:g}", tick), Anchor::middle, 10,
              colour::kAxis);
  }
  for (const double tick : frame.y.ticks())
    svg.label(kMargin / 2, frame.y(tick) + 4, fmt::format("{:g}", tick), Anchor::right, 10, colour::kAxis);
}

void draw_ellipses(const Table& table, const Frame& frame, Svg& svg) {
  if (std::ranges::find(table.columns, "ellipse_a", &Column::name) == table.columns.end()) return;
  const Column& a = table.get("ellipse_a");
  for (std::size_t row = 0; row < table.rows(); ++row) {
    if (!a.is_valid(row)) continue;
    svg.ellipse(frame.x(numbers(table, "x")[row]), frame.y(numbers(table, "y")[row]),
                frame.x.length(numbers(table, "ellipse_a")[row]),
                frame.x.length(numbers(table, "ellipse_b")[row]), numbers(table, "angle")[row],
                colour::kTarget);
  }
}

}  // namespace

std::string plot_map(const Table& table, const Options&) {
  Svg svg(kWidth, kHeight, "Correspondence analysis");
  if (table.rows() == 0) return svg.finish();
  const Texts& kinds = std::get<Texts>(table.get("kind").values);
  const Texts& names = std::get<Texts>(table.get("name").values);
  const auto& mass = numbers(table, "mass");
  const auto& quality = numbers(table, "quality");
  const Frame frame = make_frame(table);
  draw_axes(frame, svg);
  draw_ellipses(table, frame, svg);
  std::vector<std::size_t> order(table.rows());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t row) {
    return kinds[row] == "group" ? 2.0 + mass[row] : mass[row] * quality[row];
  });
  LabelRoom room;
  for (const std::size_t row : order) {
    const double x = frame.x(numbers(table, "x")[row]);
    const double y = frame.y(numbers(table, "y")[row]);
    const bool group = kinds[row] == "group";
    const double size = group ? 14.0 : 11.0;
    const std::string title =
        fmt::format("{}: mass {:.3g}, quality {:.2f}", names[row], mass[row], quality[row]);
    if (group) {
      svg.rectangle(x - 4, y - 4, 8, 8, colour::kTarget, title);
    } else {
      svg.circle(x, y, 2.0, colour::kOther, title);
    }
    const bool right = x + 8 + label_width(names[row], size) < kWidth;
    if (!room.take(names[row], right ? x + 7 : x - 7, y + 4, right ? Anchor::left : Anchor::right, size) &&
        !group)
      continue;
    svg.label(right ? x + 7 : x - 7, y + 4, names[row], right ? Anchor::left : Anchor::right, size,
              group ? colour::kTarget : colour::kText, group);
  }
  return svg.finish();
}

}  // namespace sahafa
