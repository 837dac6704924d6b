// `stance`: whom each group holds responsible, and in what terms.
//
// Columns: group, target, frame, claims (sentences), articles (with the claim), share (articles / articles of
// the group), ci_low and ci_high (95 % percentile interval, bootstrap over duplicate clusters; missing under
// 8 clusters), polarity (net: (defending - blaming votes) / votes, -1 to 1). What is a vote and how copies
// count: claim_cells.h, grouping.h. Example: 3 of 12 articles of a group blame the fund for negligence, two
// votes each of one holder: share 0.25, polarity -1. The text's own voice and the voices it quotes are
// different questions, so --voice author is the default.
#pragma once

#include <string_view>
#include <vector>

#include "analysis/analysis.h"
#include "analysis/claim_cells.h"

namespace sahafa {

/// The claims behind a row of stance (or behind one side of a row of compare), under the same options: by
/// article, then in order of the text. Empty if the group has none.
std::vector<Claim> find_evidence(const Context& context, const Options& options, std::string_view group,
                                 const CellKey& key);

extern const Analysis kStance;

}  // namespace sahafa
