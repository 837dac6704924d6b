// Dates that count from the moment at which a page was fetched: "hier", "il y a 3 jours", "منذ ساعتين", "yesterday", and days
// without a year: "mardi 8 avril à 10h", "8 أبريل - 10:30".
// They mean nothing without that moment, so only sources whose capture is known are read so. All functions may be
// called from several threads.
#pragma once

#include <string>
#include <string_view>

namespace sahafa {

/// The date that a metadata value means on the day `captured` (YYYY-MM-DD, what follows is not looked at): a day for
/// minutes, hours and days; a month (YYYY-MM) for weeks and months, a year (YYYY) for years, since these are counted
/// loosely; of a day without a year the last one before the capture, on the weekday that is named. Empty where the value is no relative date.
std::string read_relative_date(std::string_view value, std::string_view captured);

/// True if `value` is one: a page that shows no other date keeps it until its capture is known.
bool is_relative_date(std::string_view value);

}  // namespace sahafa
