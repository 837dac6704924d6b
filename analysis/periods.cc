#include "analysis/periods.h"

#include <charconv>
#include <chrono>

#include <fmt/format.h>

#include "text/error.h"

namespace sahafa {
namespace {

constexpr std::size_t kMonthLength = 7;
constexpr std::size_t kDayLength = 10;

int number_at(std::string_view date, std::size_t at, std::size_t length) {
  int value = 0;
  std::from_chars(date.data() + at, date.data() + at + length, value);
  return value;
}

std::string week_of(std::string_view date) {
  using namespace std::chrono;
  const sys_days day = year{number_at(date, 0, 4)} / number_at(date, 5, 2) / number_at(date, 8, 2);
  const sys_days thursday = day - days{weekday{day}.iso_encoding() - 1} + days{3};
  const year of = year_month_day{thursday}.year();
  const auto week = (thursday - sys_days{of / January / 1}).count() / 7 + 1;
  return fmt::format("{}-W{:02}", static_cast<int>(of), week);
}

}  // namespace

PeriodUnit period_unit_from_string(std::string_view name) {
  if (name == "day") return PeriodUnit::day;
  if (name == "week") return PeriodUnit::week;
  if (name == "month") return PeriodUnit::month;
  throw Error(ErrorCode::usage, fmt::format("--period takes day, week or month, not \"{}\"", name));
}

std::string period_of(std::string_view date, PeriodUnit unit) {
  if (date.size() < (unit == PeriodUnit::month ? kMonthLength : kDayLength)) return {};
  switch (unit) {
    case PeriodUnit::day:
      return std::string(date.substr(0, kDayLength));
    case PeriodUnit::week:
      return week_of(date);
    case PeriodUnit::month:
      return std::string(date.substr(0, kMonthLength));
  }
  return {};
}

std::chrono::sys_days first_day_of(std::string_view period) {
  using namespace std::chrono;
  const year of{number_at(period, 0, 4)};
  if (period.size() == kMonthLength) return of / number_at(period, 5, 2) / 1;
  if (period.size() == kDayLength) return of / number_at(period, 5, 2) / number_at(period, 8, 2);
  const sys_days fourth = of / January / 4;  // always in the first week
  return fourth - days{weekday{fourth}.iso_encoding() - 1} + weeks{number_at(period, 6, 2) - 1};
}

}  // namespace sahafa
