// `--copies both`: the answer with every text counted once and the answer with every copy counted, side by side.
#pragma once

#include <initializer_list>
#include <string_view>

#include "analysis/analysis.h"

namespace sahafa {

/// The option `copies` of analyses whose rows are the same things however copies count. Where they are not (classes, axes, topics, hits), the
/// answers cannot stand side by side, and copy_counting_from_string says so.
inline constexpr OptionSpec kCopiesOrBothOption = {"copies", "HOW",
                                                   "copies of a text count once in a group, as a fraction "
                                                   "(1/k each), all, or both: once and all side by side",
                                                   "once", false};

/// The same for what counts hits, which are whole.
inline constexpr OptionSpec kHitCopiesOption = {
    "copies", "HOW", "copies of a text count once in a group, all, or both: once and all side by side",
    "once", false};

/// For evidence of a table with both answers: the options that count every copy, so that weights are those of the columns NAME_all.
Options options_of_evidence(const Options& options);

/// Runs an analysis as its option `copies` says. For "both" it runs with once and with all, and joins the rows by the
/// columns `keys` (texts): columns of the second are called NAME_all and follow, rows that only one has are missing in the
/// other. Where a table has q, a column "verdict" says if the two sides of 0.05, or the signs of
/// g2 or difference, differ.
Table count_both_ways(const Context& context, const Options& options,
                      std::initializer_list<std::string_view> keys,
                      Table (*run)(const Context& context, const Options& options));

}  // namespace sahafa
