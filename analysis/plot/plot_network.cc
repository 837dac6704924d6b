#include "analysis/plot/plot_network.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <numbers>
#include <numeric>
#include <vector>

#include <fmt/format.h>

#include "analysis/plot/labels.h"
#include "analysis/plot/scale.h"
#include "analysis/plot/svg.h"

namespace sahafa {
namespace {

struct Point {
  double x = 0.0;
  double y = 0.0;
};

struct Edge {
  std::size_t a;
  std::size_t b;
  double count;
};

struct Drawing {
  std::vector<std::string> names;
  std::vector<double> strength;  // sum of the counts of a node's edges
  std::vector<Edge> edges;
  double most = 0.0;
};

Drawing read_table(const Table& table) {
  const Texts& sources = std::get<Texts>(table.get("source").values);
  const Texts& targets = std::get<Texts>(table.get("target").values);
  const auto& counts = std::get<std::vector<double>>(table.get("count").values);
  Drawing drawing;
  std::map<std::string, std::size_t, std::less<>> index;
  const auto node = [&](std::string_view name) {
    const auto [slot, is_new] = index.emplace(name, drawing.names.size());
    if (is_new) {
      drawing.names.emplace_back(name);
      drawing.strength.push_back(0.0);
    }
    return slot->second;
  };
  for (std::size_t row = 0; row < table.rows(); ++row) {
    if (sources[row] == targets[row]) continue;
    const Edge edge{node(sources[row]), node(targets[row]), counts[row]};
    drawing.strength[edge.a] += edge.count;
    drawing.strength[edge.b] += edge.count;
    drawing.most = std::max(drawing.most, edge.count);
    drawing.edges.push_back(edge);
  }
  return drawing;
}

void push_apart(const std::vector<Point>& at, double ideal, std::vector<Point>& force) {
  for (std::size_t a = 0; a < at.size(); ++a) {
    for (std::size_t b = a + 1; b < at.size(); ++b) {
      const double dx = at[a].x - at[b].x;
      const double dy = at[a].y - at[b].y;
      const double squared = std::max(dx * dx + dy * dy, 1e-6);
      const double push = ideal * ideal / squared;
      force[a].x += dx * push;
      force[a].y += dy * push;
      force[b].x -= dx * push;
      force[b].y -= dy * push;
    }
  }
}

void pull_together(const Drawing& drawing, const std::vector<Point>& at, double ideal,
                   std::vector<Point>& force) {
  for (const Edge& edge : drawing.edges) {
    const double dx = at[edge.a].x - at[edge.b].x;
    const double dy = at[edge.a].y - at[edge.b].y;
    const double pull = std::hypot(dx, dy) / ideal * std::sqrt(edge.count / drawing.most);
    force[edge.a].x -= dx * pull;
    force[edge.a].y -= dy * pull;
    force[edge.b].x += dx * pull;
    force[edge.b].y += dy * pull;
  }
}

std::vector<Point> lay_out(const Drawing& drawing) {
  constexpr int kRounds = 300;
  constexpr double kGravity = 0.05;  // keeps parts that nothing joins on the picture
  const auto n = static_cast<double>(drawing.names.size());
  std::vector<Point> at;
  for (std::size_t i = 0; i < drawing.names.size(); ++i) {
    const double turn = 2.0 * std::numbers::pi * static_cast<double>(i) / n;
    at.push_back({std::cos(turn), std::sin(turn)});
  }
  const double ideal = 3.0 / std::sqrt(std::max(n, 1.0));
  for (int round = 0; round < kRounds; ++round) {
    std::vector<Point> force(at.size());
    push_apart(at, ideal, force);
    pull_together(drawing, at, ideal, force);
    const double heat = 0.2 * (1.0 - static_cast<double>(round) / kRounds);
    for (std::size_t i = 0; i < at.size(); ++i) {
      force[i].x -= kGravity * at[i].x;
      force[i].y -= kGravity * at[i].y;
      const double length = std::max(std::hypot(force[i].x, force[i].y), 1e-9);
      at[i].x += force[i].x / length * std::min(length, heat);
      at[i].y += force[i].y / length * std::min(length, heat);
    }
  }
  return at;
}

// Strong words are labelled first, each on the first side of its point where there is room.
void draw_nodes(const Drawing& drawing, const std::vector<Point>& at, const Scale& x, const Scale& y,
                Svg& svg) {
  const double strongest = *std::ranges::max_element(drawing.strength);
  std::vector<std::size_t> order(drawing.names.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t i) { return drawing.strength[i]; });
  LabelRoom room;
  for (const std::size_t i : order) {
    const double size = 10.0 + 6.0 * std::sqrt(drawing.strength[i] / strongest);
    const double px = x(at[i].x);
    const double py = y(at[i].y);
    svg.circle(px, py, size / 3.0, colour::kTarget,
               fmt::format("{}: {:g} pairs", drawing.names[i], drawing.strength[i]));
    struct Place {
      double x, y;
      Anchor anchor;
    };
    const Place places[] = {{px, py - size / 2.0, Anchor::middle},
                            {px, py + size * 1.3, Anchor::middle},
                            {px + size / 2.0, py + size / 3.0, Anchor::left},
                            {px - size / 2.0, py + size / 3.0, Anchor::right}};
    for (const Place& place : places) {
      if (!room.take(drawing.names[i], place.x, place.y, place.anchor, size)) continue;
      svg.label(place.x, place.y, drawing.names[i], place.anchor, size);
      break;
    }
  }
}

}  // namespace

std::string plot_network(const Table& table, const Options&) {
  constexpr double kWidth = 900.0;
  constexpr double kHeight = 700.0;
  constexpr double kMargin = 70.0;
  Svg svg(kWidth, kHeight, "Co-occurrence network");
  const Drawing drawing = read_table(table);
  if (drawing.names.empty()) return svg.finish();
  const std::vector<Point> at = lay_out(drawing);
  const auto [left, right] = std::ranges::minmax_element(at, {}, &Point::x);
  const auto [low, high] = std::ranges::minmax_element(at, {}, &Point::y);
  const Scale x(left->x, right->x, kMargin, kWidth - kMargin);
  const Scale y(low->y, high->y, kHeight - kMargin, kMargin);
  for (const Edge& edge : drawing.edges) {
    svg.line(x(at[edge.a].x), y(at[edge.a].y), x(at[edge.b].x), y(at[edge.b].y), colour::kFaint,
             0.5 + 3.0 * edge.count / drawing.most);
  }
  draw_nodes(drawing, at, x, y, svg);
  return svg.finish();
}

}  // namespace sahafa
