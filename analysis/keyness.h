// `keyness`: which terms set a target apart from a reference.
//
// Columns: term, target and reference (counts), g2 (4-cell log-likelihood, signed: negative for terms that
// the target avoids), chi2 (signed, no correction), log_ratio (binary, a zero count taken as 0.5), odds_z
// (Fightin' Words under the prior that the notes name), p (of g2, chi-square with one degree of freedom), q
// (Benjamini-Hochberg over all terms of the comparison, also those not shown). `--show` adds the measures of
// keyness_measures.h, p_holm, `--deals` p_max (the maximum over all terms when clusters are dealt at random)
// and `--replicates` an interval of log_ratio over clusters. Formulas with worked examples:
// statistics/contrast.h. g2 takes tokens as independent, as every keyness tool does, so p is a screen; p_max
// and the interval do not. Sorted by g2, most typical of the target first and most avoided last; never by p.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/analysis.h"
#include "analysis/grouping.h"
#include "analysis/statistics/contrast.h"
#include "analysis/term_counts.h"

namespace sahafa {

struct TermKeyness {
  std::uint32_t term = 0;
  Contrast counts;
  double g2 = 0.0;
  double p = 1.0;
  double q = 1.0;
};

/// Counts by term, and all tokens, of one side of a comparison.
struct SideCounts {
  std::vector<double> by_term;
  double tokens = 0.0;
};

SideCounts sum_counts(const TermCounts& counts, const Group& group);

/// All terms that occur in either group, by g2 from the highest, then in byte order. O(cells + terms log
/// terms).
std::vector<TermKeyness> contrast_terms(const TermCounts& counts, const Group& target,
                                        const Group& reference);

/// The same from sums; `terms` names them. Both sides have a count for each term.
std::vector<TermKeyness> contrast_sides(const std::vector<std::string>& terms, const SideCounts& target,
                                        const SideCounts& reference);

extern const Analysis kKeyness;

}  // namespace sahafa
