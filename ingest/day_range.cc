#include "ingest/day_range.h"

#include <charconv>
#include <chrono>

namespace sahafa {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;

std::optional<int> number_at(std::string_view date, std::size_t at, std::size_t digits) {
  if (date.size() < at + digits) return std::nullopt;
  int number = 0;
  const char* const end = date.data() + at + digits;
  const auto [stop, error] = std::from_chars(date.data() + at, end, number);
  return error == std::errc() && stop == end ? std::optional(number) : std::nullopt;
}

std::int32_t days_of(std::chrono::year_month_day date) {
  return static_cast<std::int32_t>(sys_days(date).time_since_epoch().count());
}

}  // namespace

std::optional<DayRange> day_range(std::string_view iso_date) {
  const std::optional<int> y = number_at(iso_date, 0, 4);
  if (!y) return std::nullopt;
  const std::optional<int> m = number_at(iso_date, 5, 2);
  if (!m) return DayRange{days_of(year(*y) / 1 / 1), days_of(year(*y) / 12 / 31)};
  const month of_year(static_cast<unsigned>(*m));
  if (!of_year.ok()) return std::nullopt;
  const std::optional<int> d = number_at(iso_date, 8, 2);
  if (!d) return DayRange{days_of(year(*y) / of_year / 1), days_of(year(*y) / of_year / std::chrono::last)};
  const std::chrono::year_month_day date = year(*y) / of_year / day(static_cast<unsigned>(*d));
  if (!date.ok()) return std::nullopt;
  return DayRange{days_of(date), days_of(date)};
}

bool may_be_near(const std::optional<DayRange>& a, const std::optional<DayRange>& b, std::int32_t days) {
  return !a || !b || (a->first <= b->last + days && b->first <= a->last + days);
}

}  // namespace sahafa
