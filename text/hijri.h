// The Islamic calendar of Umm al-Qura, by which Arab papers and agencies date, as Gregorian days.
//
// Countries that sight the moon (Morocco among them) may be a day later: who uses this says so beside the date.
// All functions may be called from several threads.
#pragma once

#include <chrono>
#include <optional>

namespace sahafa {

/// The Gregorian day of a day of the Hijri calendar: 10 Shawwal (month 10) 1446 is 8 April 2025. nullopt for days
/// that do not exist and for years before 1300 or after 1500, where no paper is dated so.
std::optional<std::chrono::year_month_day> gregorian_of_hijri(int year, int month, int day);

}  // namespace sahafa
