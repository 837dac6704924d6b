#include "analysis/plot/plot_tree.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "analysis/plot/svg.h"

namespace sahafa {
namespace {

constexpr std::size_t kMostTerms = 12;
constexpr double kColumn = 150.0;
constexpr double kStep = 40.0;  // from one division to the next
constexpr double kTop = 40.0;
constexpr double kLine = 18.0;

struct Leaf {
  std::string path;
  std::string title;
  double share = 0.0;
  std::vector<std::string> terms;
};

std::vector<Leaf> read_classes(const Table& table) {
  const auto& numbers = std::get<std::vector<std::int64_t>>(table.get("class").values);
  const auto& shares = std::get<std::vector<double>>(table.get("share").values);
  const Texts& paths = std::get<Texts>(table.get("path").values);
  const Texts& terms = std::get<Texts>(table.get("term").values);
  std::vector<Leaf> leaves;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    if (row == 0 || numbers[row] != numbers[row - 1]) {
      leaves.push_back({std::string(paths[row]),
                        fmt::format("{} · {:.0f} %", numbers[row], 100.0 * shares[row]),
                        shares[row],
                        {}});
    }
    if (leaves.back().terms.size() < kMostTerms) leaves.back().terms.emplace_back(terms[row]);
  }
  return leaves;
}

double column_x(std::size_t leaf) { return kColumn * (static_cast<double>(leaf) + 0.5); }

// Draws the part of the tree over leaves [begin, end), which share `depth` divisions, and gives the place of its top.
double draw_part(const std::vector<Leaf>& leaves, std::size_t begin, std::size_t end, std::size_t depth,
                 double bottom, Svg& svg) {
  const double y = kTop + kStep * static_cast<double>(depth);
  if (end - begin == 1) {
    svg.line(column_x(begin), y, column_x(begin), bottom, colour::kAxis, 1.5);
    return column_x(begin);
  }
  std::size_t middle = begin;
  while (middle < end && leaves[middle].path.size() > depth && leaves[middle].path[depth] == '0') ++middle;
  if (middle == begin || middle == end) return column_x(begin);  // a class without terms has no column
  const double left = draw_part(leaves, begin, middle, depth + 1, bottom, svg);
  const double right = draw_part(leaves, middle, end, depth + 1, bottom, svg);
  svg.line(left, y + kStep, right, y + kStep, colour::kAxis, 1.5);
  const double x = (left + right) / 2.0;
  svg.line(x, y, x, y + kStep, colour::kAxis, 1.5);
  return x;
}

}  // namespace

std::string plot_tree(const Table& table, const Options&) {
  const std::vector<Leaf> leaves = read_classes(table);
  std::size_t depth = 0;
  for (const Leaf& leaf : leaves) depth = std::max(depth, leaf.path.size());
  const double bottom = kTop + kStep * static_cast<double>(depth + 1);
  Svg svg(std::max(300.0, kColumn * static_cast<double>(leaves.size())),
          bottom + 40.0 + kLine * static_cast<double>(kMostTerms), "Descending classification");
  if (leaves.empty()) return svg.finish();
  draw_part(leaves, 0, leaves.size(), 0, bottom, svg);
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    svg.label(column_x(i), bottom + 18, leaves[i].title, Anchor::middle, 13, colour::kTarget, true);
    for (std::size_t term = 0; term < leaves[i].terms.size(); ++term)
      svg.label(column_x(i), bottom + 40 + kLine * static_cast<double>(term), leaves[i].terms[term],
                Anchor::middle);
  }
  return svg.finish();
}

}  // namespace sahafa
