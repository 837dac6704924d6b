// What lexdiv and readability measure: single articles, or groups of them.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/grouping.h"
#include "analysis/table.h"

namespace sahafa {

/// A group for each article where `by` is "article", else those of make_groups.
std::vector<Group> make_units(std::span<const Selected> selection, std::string_view by, CopyCounting copies);

/// The rows of a table by the names in its column "unit".
std::unordered_map<std::string, std::size_t> number_units(const Table& table);

}  // namespace sahafa
