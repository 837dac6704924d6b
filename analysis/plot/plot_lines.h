// The picture of a table of `trend`: a rate in time, a line for each group, with intervals.
#pragma once

#include <string>

#include "analysis/analysis.h"

namespace sahafa {

/// Periods stand at their dates, so that days without an article are gaps. At most eight groups, those with most hits; the picture says
/// when there are more.
std::string plot_lines(const Table& table, const Options& options);

}  // namespace sahafa
