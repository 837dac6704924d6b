// Permutation test for the difference of two ratios: could the labels of the groups have been dealt at
// random?
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "analysis/statistics/intervals.h"

namespace sahafa {

/// Turns sorted indices below `size` into the next subset of as many, in lexicographic order; false after the last one. For enumerating deals.
bool next_subset(std::span<std::size_t> chosen, std::size_t size);

/// Number of ways to deal `size` units so that a group has `of_group` of them.
double count_deals(std::size_t size, std::size_t of_group);

struct PermutationOptions {
  double most_exact = 20000;       ///< enumerate all ways to deal the labels up to this number of them
  std::size_t replicates = 10000;  ///< beyond it, draw this many
  std::uint64_t seed = 1;
};

/// Units that belong to both groups: they keep their place in every permutation.
struct SharedUnits {
  RatioUnit a;  ///< what they bring to a, summed
  RatioUnit b;
};

struct PermutationResult {
  double p = 1.0;
  bool is_exact = true;
};

/// Two-sided p of ratio(a) - ratio(b), the number of units in each group being fixed: the share of the ways
/// to deal the labels with |difference| >= the observed one (ties within 1e-12 count). Exact where every unit
/// is 0 or 1 out of 1 (then the share is a hypergeometric tail) or where the ways are few; else from seeded
/// draws, p = (1 + hits) / (1 + draws), never 0. Each group needs a unit, shared ones included. p is 1 where
/// no unit is free to move. Units a = {1, 1, 1}, b = {0, 0, 0} out of 1 each: 2 of 20 ways, p = 0.1.
PermutationResult permutation_test(std::span<const RatioUnit> a, std::span<const RatioUnit> b,
                                   const SharedUnits& shared, const PermutationOptions& options);

}  // namespace sahafa
