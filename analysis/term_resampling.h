// Bootstrap intervals of all terms of a group, or of a comparison of two, over clusters of duplicates.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "analysis/grouping.h"
#include "analysis/statistics/bootstrap.h"
#include "analysis/statistics/intervals.h"
#include "analysis/term_counts.h"

namespace sahafa {

/// Percentile intervals of the rate (count / tokens) of each of `terms` in the group. Units are clusters: the articles of
/// one are drawn together. The same numbers for any `jobs`. O(occupied cells x replicates).
std::vector<Interval> bootstrap_rates(const TermCounts& counts, const Group& group,
                                      std::span<const Selected> selection,
                                      std::span<const std::uint32_t> terms, const BootstrapOptions& options,
                                      std::size_t jobs);

/// Percentile intervals of the log ratio (a zero count taken as 0.5) of each of `terms`, both groups resampled among
/// themselves.
std::vector<Interval> bootstrap_log_ratios(const TermCounts& counts, const Group& target,
                                           const Group& reference, std::span<const Selected> selection,
                                           std::span<const std::uint32_t> terms,
                                           const BootstrapOptions& options, std::size_t jobs);

/// Where there are no more ways to deal the clusters, every one is tried, even if fewer deals were asked for.
inline constexpr double kMostExactDeals = 2'000;

struct MaximumTest {
  std::vector<double> p;  ///< by score
  std::size_t deals = 0;  ///< that were made
  bool is_exact = false;  ///< these were all there are
};

/// Chance that the largest |G2| of all terms reaches that of each of `scores` when clusters are dealt to the two groups
/// at random: corrects for all terms at once and for words of one article coming together (Westfall and Young 1993).
/// Exact where the clusters can be dealt in at most max(deals, kMostExactDeals) ways: then p is the share of the ways whose maximum is as large;
/// else p = (1 + deals whose maximum is as large) / (1 + deals).
MaximumTest permute_maximum(const TermCounts& counts, const Group& target, const Group& reference,
                            std::span<const Selected> selection, std::span<const double> scores,
                            std::size_t deals, std::uint64_t seed, std::size_t jobs);

}  // namespace sahafa
