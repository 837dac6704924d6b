#include "analysis/statistics/permutation.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "analysis/statistics/distributions.h"
#include "analysis/statistics/random.h"

namespace sahafa {
namespace {

constexpr double kTie = 1e-12;

RatioUnit operator+(const RatioUnit& x, const RatioUnit& y) {
  return {x.numerator + y.numerator, x.denominator + y.denominator};
}

RatioUnit operator-(const RatioUnit& x, const RatioUnit& y) {
  return {x.numerator - y.numerator, x.denominator - y.denominator};
}

RatioUnit sum_of(std::span<const RatioUnit> units) {
  RatioUnit sum;
  for (const RatioUnit& unit : units) sum = sum + unit;
  return sum;
}

// The units that may change sides, a first, and the statistic as a function of what a has of them.
class Deal {
 public:
  Deal(std::span<const RatioUnit> a, std::span<const RatioUnit> b, const SharedUnits& shared)
      : units_(a.begin(), a.end()), size_a_(a.size()), shared_(shared) {
    units_.insert(units_.end(), b.begin(), b.end());
    all_ = sum_of(units_);
    observed_ = std::abs(difference(sum_of(a)));
  }

  std::size_t size() const { return units_.size(); }
  std::size_t size_a() const { return size_a_; }
  const RatioUnit& unit(std::size_t i) const { return units_[i]; }
  const RatioUnit& all() const { return all_; }

  bool is_extreme(const RatioUnit& free_a) const { return std::abs(difference(free_a)) >= observed_ - kTie; }

  bool is_binary() const {
    return std::ranges::all_of(units_, [](const RatioUnit& unit) {
      return unit.denominator == 1.0 && (unit.numerator == 0.0 || unit.numerator == 1.0);
    });
  }

 private:
  double difference(const RatioUnit& free_a) const {
    const RatioUnit a = shared_.a + free_a;
    const RatioUnit b = shared_.b + (all_ - free_a);
    return a.numerator / a.denominator - b.numerator / b.denominator;
  }

  std::vector<RatioUnit> units_;
  std::size_t size_a_;
  SharedUnits shared_;
  RatioUnit all_;
  double observed_ = 0.0;
};

double hypergeometric_p(const Deal& deal) {
  const std::size_t size = deal.size();
  const std::size_t size_a = deal.size_a();
  const auto ones = static_cast<std::size_t>(deal.all().numerator);
  const auto choose = [](std::size_t n, std::size_t k) {
    return log_choose(static_cast<double>(n), static_cast<double>(k));
  };
  const std::size_t fewest = ones > size - size_a ? ones - (size - size_a) : 0;
  double p = 0.0;
  for (std::size_t in_a = fewest; in_a <= std::min(ones, size_a); ++in_a) {
    if (!deal.is_extreme({static_cast<double>(in_a), static_cast<double>(size_a)})) continue;
    p += std::exp(choose(ones, in_a) + choose(size - ones, size_a - in_a) - choose(size, size_a));
  }
  return std::min(p, 1.0);
}

double enumerated_p(const Deal& deal) {
  // Every subset of the size of a, in lexicographic order of its sorted indices.
  std::vector<std::size_t> chosen(deal.size_a());
  std::iota(chosen.begin(), chosen.end(), std::size_t{0});
  double ways = 0.0;
  double hits = 0.0;
  for (;;) {
    RatioUnit free_a;
    for (const std::size_t i : chosen) free_a = free_a + deal.unit(i);
    ways += 1.0;
    if (deal.is_extreme(free_a)) hits += 1.0;
    if (!next_subset(chosen, deal.size())) return hits / ways;
  }
}

double drawn_p(const Deal& deal, const PermutationOptions& options) {
  std::vector<std::size_t> order(deal.size());
  double hits = 0.0;
  for (std::size_t replicate = 0; replicate < options.replicates; ++replicate) {
    std::iota(order.begin(), order.end(), std::size_t{0});
    const RandomStream stream(options.seed, replicate);
    RatioUnit free_a;
    for (std::size_t i = 0; i < deal.size_a(); ++i) {
      std::swap(order[i], order[i + stream.below(i, order.size() - i)]);
      free_a = free_a + deal.unit(order[i]);
    }
    if (deal.is_extreme(free_a)) hits += 1.0;
  }
  return (1.0 + hits) / (1.0 + static_cast<double>(options.replicates));
}

}  // namespace

bool next_subset(std::span<std::size_t> chosen, std::size_t size) {
  std::size_t at = chosen.size();
  while (at > 0 && chosen[at - 1] == size - chosen.size() + at - 1) --at;
  if (at == 0) return false;
  const auto from = chosen.subspan(at - 1);
  std::iota(from.begin(), from.end(), from.front() + 1);
  return true;
}

double count_deals(std::size_t size, std::size_t of_group) {
  return std::round(std::exp(log_choose(static_cast<double>(size), static_cast<double>(of_group))));
}

PermutationResult permutation_test(std::span<const RatioUnit> a, std::span<const RatioUnit> b,
                                   const SharedUnits& shared, const PermutationOptions& options) {
  if (a.empty() || b.empty()) return {1.0, true};
  const Deal deal(a, b, shared);
  if (deal.is_binary()) return {hypergeometric_p(deal), true};
  if (count_deals(deal.size(), deal.size_a()) <= options.most_exact) return {enumerated_p(deal), true};
  return {drawn_p(deal, options), false};
}

}  // namespace sahafa
