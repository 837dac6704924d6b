#include "analysis/report/number.h"

#include <array>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

namespace sahafa {

std::string format_number(std::int64_t value) { return std::to_string(value); }

std::string format_number(double value) {
  std::array<char, 32> text{};
  const auto result = std::to_chars(text.data(), text.data() + text.size(), value);
  return {text.data(), result.ptr};
}

std::string format_short(double value) {
  constexpr double kLargestWhole = 1e15;  // below it every whole double is exact
  if (std::abs(value) < kLargestWhole && std::trunc(value) == value) {
    return format_number(static_cast<std::int64_t>(value));
  }
  return fmt::format("{:.6g}", value);
}

}  // namespace sahafa
