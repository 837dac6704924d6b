// `trend`: how often a query is fulfilled in time.
//
// Columns: period, group, hits, per_million (1e6 hits / words of the texts of group and period), ci_low, ci_high. Interval:
// ratio of hits to words over duplicate clusters (statistics/intervals.h, ratio_estimate), 95 %, cut off at 0; missing where
// fewer than two clusters were published or none has a hit. Periods without articles are left out, periods without hits
// are not: 0 hits of 40,000 words is a result. Example: 3 hits in 100 words and 1 in 100 are 20,000 per million. Groups never
// mix languages (grouping.h). Articles without an exact enough date are left out and counted in a note.
#pragma once

#include "analysis/analysis.h"

namespace sahafa {

extern const Analysis kTrend;

}  // namespace sahafa
