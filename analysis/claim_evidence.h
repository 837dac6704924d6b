// The sentences behind shares of claims: stance and what is computed from it.
#pragma once

#include "analysis/evidence.h"

namespace sahafa {

/// For each row of a table with the columns target and frame, the claims of its groups, which are named in `group_columns`. The options are
/// kClaimOptions.
Table list_claim_evidence(const Context& context, const Options& options, const Table& table,
                          std::span<const std::string_view> group_columns);

}  // namespace sahafa
