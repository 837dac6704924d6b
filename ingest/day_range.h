// The days that an article may be of, as far as its date tells.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace sahafa {

/// Days since 1970, both ends included.
struct DayRange {
  std::int32_t first = 0;
  std::int32_t last = 0;
};

/// The days of an ISO 8601 date: a day, a month or a year; nullopt for an empty or broken one.
std::optional<DayRange> day_range(std::string_view iso_date);

/// Whether both may be of days at most `days` apart; an unknown date may be any.
bool may_be_near(const std::optional<DayRange>& a, const std::optional<DayRange>& b, std::int32_t days);

}  // namespace sahafa
