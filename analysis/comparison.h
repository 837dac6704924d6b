// Two groups of articles of one language, set against each other by queries: the target and what it is compared with.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>

#include "analysis/analysis.h"
#include "analysis/grouping.h"
#include "analysis/selection.h"

namespace sahafa {

inline constexpr std::array<OptionSpec, 2> kComparisonOptions = {{
    {"target", "QUERY", "articles whose terms are looked at, e.g. outlet:ledesk", "", false},
    {"reference", "QUERY", "articles to compare with; the rest of the same language if not given", "", false},
}};

struct Comparison {
  std::string lang;
  Group target;
  Group reference;           ///< empty where `needs_reference` was false and nothing is left
  std::size_t excluded = 0;  ///< articles of the reference that are copies of target texts, and left out
};

/// As the options target, reference and copies say. What is in the target cannot be its own reference, and where
/// texts count once neither can copies of it. Throws Error(usage) where a side has no article, or the target has two languages and --lang does not
/// choose one.
Comparison make_comparison(const Context& context, std::span<const Selected> selection,
                           const Options& options, bool needs_reference = true);

}  // namespace sahafa
