#include "analysis/plot/plot_keyness.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <fmt/format.h>

#include "analysis/plot/scale.h"
#include "analysis/plot/svg.h"

namespace sahafa {
namespace {

constexpr std::size_t kMostBars = 20;  // on each side
constexpr double kWidth = 800.0;
constexpr double kBar = 20.0;
constexpr double kTop = 40.0;
constexpr double kMargin = 170.0;  // for labels

}  // namespace

std::string plot_keyness(const Table& table, const Options& options) {
  const Texts& terms = std::get<Texts>(table.get("term").values);
  const auto& g2 = std::get<std::vector<double>>(table.get("g2").values);
  const auto& ratio = std::get<std::vector<double>>(table.get("log_ratio").values);
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const bool typical = g2[row] > 0.0 && row < kMostBars;
    const bool avoided = g2[row] <= 0.0 && table.rows() - row <= kMostBars;
    if (typical || avoided) rows.push_back(row);
  }
  double low = 0.0;
  double high = 0.0;
  for (const std::size_t row : rows) {
    low = std::min(low, g2[row]);
    high = std::max(high, g2[row]);
  }
  const double height = kTop + kBar * static_cast<double>(rows.size()) + 30.0;
  Svg svg(kWidth, height, "Key terms by log-likelihood");
  const Scale x(low, high, kMargin, kWidth - kMargin);
  svg.label(x(0.0), 20, fmt::format("← avoided · {} · typical →", options.get("target")), Anchor::middle, 12,
            colour::kAxis);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::size_t row = rows[i];
    const double y = kTop + kBar * static_cast<double>(i);
    const bool typical = g2[row] > 0.0;
    const double from = std::min(x(0.0), x(g2[row]));
    svg.rectangle(from, y + 3, std::abs(x(g2[row]) - x(0.0)), kBar - 6,
                  typical ? colour::kTarget : colour::kOther,
                  fmt::format("{}: g2 {:.2f}, log ratio {:.2f}", terms[row], g2[row], ratio[row]));
    svg.label(typical ? x(0.0) - 6 : x(0.0) + 6, y + 14, terms[row], typical ? Anchor::right : Anchor::left);
  }
  svg.line(x(0.0), kTop, x(0.0), height - 30, colour::kAxis);
  for (const double tick : x.ticks())
    svg.label(x(tick), height - 12, fmt::format("{:g}", tick), Anchor::middle, 10, colour::kAxis);
  return svg.finish();
}

}  // namespace sahafa
