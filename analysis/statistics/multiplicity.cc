#include "analysis/statistics/multiplicity.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace sahafa {
namespace {

std::vector<std::size_t> order_of(std::span<const double> p) {
  std::vector<std::size_t> order(p.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [p](std::size_t i) { return p[i]; });
  return order;
}

}  // namespace

std::vector<double> adjust_benjamini_hochberg(std::span<const double> p) {
  const std::vector<std::size_t> order = order_of(p);
  const auto n = static_cast<double>(p.size());
  std::vector<double> adjusted(p.size());
  double smallest = 1.0;
  for (std::size_t rank = p.size(); rank > 0; --rank) {
    const std::size_t i = order[rank - 1];
    smallest = std::min(smallest, p[i] * n / static_cast<double>(rank));
    adjusted[i] = smallest;
  }
  return adjusted;
}

std::vector<double> adjust_holm(std::span<const double> p) {
  const std::vector<std::size_t> order = order_of(p);
  std::vector<double> adjusted(p.size());
  double largest = 0.0;
  for (std::size_t rank = 0; rank < order.size(); ++rank) {
    const std::size_t i = order[rank];
    largest = std::max(largest, std::min(1.0, static_cast<double>(p.size() - rank) * p[i]));
    adjusted[i] = largest;
  }
  return adjusted;
}

}  // namespace sahafa
