// How evenly a term is spread over the parts (articles, outlets) of a corpus.
//
// Notation: k parts, s_i the share of part i in all tokens, v_i the occurrences there, f = sum v_i, r_i = v_i / size_i.
// Worked example in every comment: two parts of 50 tokens each, with 3 and 1 occurrences.
#pragma once

#include <cstddef>
#include <span>

namespace sahafa {

/// Occurrences of a term in one part that has it.
struct PartCount {
  std::size_t part = 0;
  double count = 0.0;
};

/// The parts of a corpus, all of them with tokens.
struct Parts {
  std::span<const double> sizes;
  double tokens = 0.0;    ///< of all parts
  double smallest = 0.0;  ///< part
};

/// Deviation of proportions (Gries 2008): DP = 1/2 sum |v_i / f - s_i|. 0: as the parts' sizes expect; towards 1: in few
/// parts only. Parts without the term need not be given: they add s_i each, so the cost is O(counts). Example: 0.25.
double dispersion_dp(std::span<const PartCount> counts, std::span<const double> sizes, double all_tokens);

/// DPnorm = DP / (1 - min s) (Lijffijt and Gries 2012), which reaches 1; NaN where all tokens are in one part. Example: 0.5.
double dispersion_dp_norm(double dp, double smallest_size, double all_tokens);

/// Juilland's D (1970) for parts of unequal size, from rates: 1 - (sd(r) / mean(r)) / sqrt(k - 1), sd with divisor k; NaN
/// for one part. 1: evenly spread. Example: 0.5.
double juilland_d(std::span<const PartCount> counts, const Parts& parts);

/// Carroll's D2 (1970): the entropy of r_i / sum r over log k; NaN for one part. Example: 0.811.
double carroll_d2(std::span<const PartCount> counts, const Parts& parts);

/// Rosengren's S (1971), adjusted to sizes: (sum sqrt(s_i v_i))^2 / f. Example: 0.933.
double rosengren_s(std::span<const PartCount> counts, const Parts& parts);

/// Kullback-Leibler divergence in bits of the occurrences from the sizes: sum v_i / f log2((v_i / f) / s_i). 0: evenly
/// spread. Example: 0.189.
double divergence(std::span<const PartCount> counts, const Parts& parts);

}  // namespace sahafa
