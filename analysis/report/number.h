// Numbers as text, the same way in every format.
#pragma once

#include <cstdint>
#include <string>

namespace sahafa {

std::string format_number(std::int64_t value);

/// The shortest decimal text that reads back as `value`; "inf", "-inf", "nan" where it is not finite.
std::string format_number(double value);

/// At most six significant digits (%.6g); whole numbers below 1e15 in full.
std::string format_short(double value);

}  // namespace sahafa
