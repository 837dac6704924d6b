// `keyness`: which terms set a target apart from a reference.
//
// Columns: term, target and reference (counts), g2 (4-cell log-likelihood, signed: negative for terms that
// the target avoids), chi2 (signed, no correction), log_ratio (binary, a zero count taken as 0.5), odds_z
// (Fightin' Words, prior of the pooled corpus with 100 pseudo-tokens), p (of g2, chi-square with one degree
// of freedom), q (Benjamini-Hochberg over all terms of the comparison, also those not shown). Formulas with
// worked examples: statistics/contrast.h. Tokens are taken as independent here, as in every keyness tool; p
// is a screen, not a proof. Sorted by g2, most typical of the target first and most avoided last; never by p.
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

/// All terms that occur in either group, by g2 from the highest, then in byte order. O(cells + terms log
/// terms).
std::vector<TermKeyness> contrast_terms(const TermCounts& counts, const Group& target,
                                        const Group& reference);

extern const Analysis kKeyness;

}  // namespace sahafa
