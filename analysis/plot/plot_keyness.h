// The picture of a table of `keyness`: the terms most typical of the target and those it most avoids, as bars of g2.
#pragma once

#include <string>

#include "analysis/analysis.h"

namespace sahafa {

std::string plot_keyness(const Table& table, const Options& options);

}  // namespace sahafa
