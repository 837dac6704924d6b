// How evenly a term is spread over the parts (articles) of a corpus.
#pragma once

#include <cstddef>
#include <span>

namespace sahafa {

/// Occurrences of a term in one part that has it.
struct PartCount {
  std::size_t part = 0;
  double count = 0.0;
};

/// Deviation of proportions (Gries 2008): DP = 1/2 sum |v_i / f - s_i|, s_i the share of part i in all
/// tokens, v_i the occurrences there, f = sum v_i. 0: as the parts' sizes expect; towards 1: in few parts
/// only. Divided by 1 - min s (Lijffijt and Gries 2012) it reaches 1. Parts without the term need not be
/// given: they add s_i each, so the cost is O(counts). Two parts of equal size, 3 and 1 occurrences: DP 0.25,
/// DPnorm 0.5.
double dispersion_dp(std::span<const PartCount> counts, std::span<const double> sizes, double all_tokens);

/// DPnorm; NaN where all tokens are in one part.
double dispersion_dp_norm(double dp, double smallest_size, double all_tokens);

}  // namespace sahafa
