// The picture of a table of `stance`: groups by targets or frames, the darker the larger the share of articles.
#pragma once

#include <string>

#include "analysis/analysis.h"

namespace sahafa {

/// At most thirty groups and twenty columns, those with most articles; the picture says when there are more. A cell's title states its n and interval.
std::string plot_heat(const Table& table, const Options& options);

}  // namespace sahafa
