// The picture of a table of `map`: groups as squares with their ellipses, terms as points; labels that would cover others are left out, those of
// heavy and well-shown points last.
#pragma once

#include <string>

#include "analysis/analysis.h"

namespace sahafa {

std::string plot_map(const Table& table, const Options& options);

}  // namespace sahafa
