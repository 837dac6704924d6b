// The cells of a table as pictures read them, whatever the type of the column.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "analysis/table.h"

namespace sahafa {

/// NaN where there is no such column, no number or no value in it.
double number_at(const Table& table, std::string_view column, std::size_t row);

/// Numbers as digits; empty where there is no such column or no value in it.
std::string text_at(const Table& table, std::string_view column, std::size_t row);

}  // namespace sahafa
