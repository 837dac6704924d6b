// The picture of a table of `reinert`: the tree of divisions with the classes as columns of their most typical terms.
#pragma once

#include <string>

#include "analysis/analysis.h"

namespace sahafa {

std::string plot_tree(const Table& table, const Options& options);

}  // namespace sahafa
