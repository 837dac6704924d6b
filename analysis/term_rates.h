// Closed-form intervals of the rates of all terms of a group, the cluster of duplicates as the sampling unit.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analysis/grouping.h"
#include "analysis/statistics/intervals.h"
#include "analysis/term_counts.h"
#include "analysis/term_postings.h"

namespace sahafa {

class GroupRates {
 public:
  /// O(cells of the group + terms). `counts` must outlive it.
  GroupRates(const TermCounts& counts, const Group& group, std::span<const Selected> selection);

  /// As ratio_estimate() over the clusters of the group: occurrences per token. O(articles with the term), since all others
  /// differ by their size alone. NaN bounds with one cluster.
  RatioEstimate estimate(std::uint32_t term) const;

 private:
  std::vector<double> weights_;         // by member
  std::vector<std::uint32_t> unit_of_;  // by member
  std::vector<double> unit_tokens_;
  double tokens_ = 0.0;
  double squared_tokens_ = 0.0;
  double t_ = 0.0;
  TermPostings postings_;
};

}  // namespace sahafa
