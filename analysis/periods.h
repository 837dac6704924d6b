// Days, weeks and months of dates.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace sahafa {

enum class PeriodUnit { day, week, month };

/// Throws Error(usage).
PeriodUnit period_unit_from_string(std::string_view name);

/// The period in which an article's date (YYYY-MM-DD, YYYY-MM or YYYY) lies: 2025-04-08, 2025-W15 (ISO 8601: weeks begin on
/// Monday and belong to the year of their Thursday) or 2025-04; empty when the date is not exact enough.
std::string period_of(std::string_view date, PeriodUnit unit);

/// The day with which a period begins that period_of made.
std::chrono::sys_days first_day_of(std::string_view period);

}  // namespace sahafa
