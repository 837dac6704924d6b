// The picture of a table of `network`: words that stand together often are pulled together (Fruchterman and Reingold 1991), from a fixed start, so that
// the same table gives the same picture.
#pragma once

#include <string>

#include "analysis/analysis.h"

namespace sahafa {

std::string plot_network(const Table& table, const Options& options);

}  // namespace sahafa
