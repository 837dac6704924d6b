// The words of which dates are made: months of both calendars and days of the week, in French, Arabic and English,
// as every country of the press writes them. Words are compared folded (text/fold.h). All functions may be called
// from several threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace sahafa {

enum class CalendarKind : std::uint8_t { gregorian, hijri };

struct MonthName {
  CalendarKind calendar;
  int month;          ///< 1 to 12
  std::size_t words;  ///< how many words the name has
};

/// The longest month name with which `words` (folded) begins: "كانون الثاني" before "كانون".
std::optional<MonthName> find_month(std::span<const std::string_view> words);

/// The most words that a month name has.
inline constexpr std::size_t kLongestMonthName = 4;

/// Days since Sunday (0 to 6) of the weekday that the folded word names.
std::optional<unsigned> find_weekday(std::string_view word);

}  // namespace sahafa
