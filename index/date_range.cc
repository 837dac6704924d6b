#include "index/date_range.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>

#include "index/index_schema.h"

namespace sahafa {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

std::optional<int> parse_digits(std::string_view text, std::size_t length) {
  if (text.size() != length || text.find_first_not_of("0123456789") != std::string_view::npos)
    return std::nullopt;
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

year_month_day last_day_of(year y, month m) { return year_month_day(y / m / std::chrono::last); }

struct Days {
  year_month_day first;
  year_month_day last;
};

/// The days of YYYY, YYYY-MM or YYYY-MM-DD.
std::optional<Days> parse_days(std::string_view text) {
  const auto y = parse_digits(text.substr(0, 4), 4);
  if (!y || *y == 0) return std::nullopt;
  if (text.size() == 4) return Days{year(*y) / 1 / 1, year(*y) / 12 / 31};
  const auto m = text.size() >= 7 && text[4] == '-' ? parse_digits(text.substr(5, 2), 2) : std::nullopt;
  if (!m || *m < 1 || *m > 12) return std::nullopt;
  const month the_month(static_cast<unsigned>(*m));
  if (text.size() == 7) return Days{year(*y) / the_month / 1, last_day_of(year(*y), the_month)};
  const auto d = text.size() == 10 && text[7] == '-' ? parse_digits(text.substr(8, 2), 2) : std::nullopt;
  if (!d) return std::nullopt;
  const year_month_day date = year(*y) / the_month / day(static_cast<unsigned>(*d));
  if (!date.ok()) return std::nullopt;
  return Days{date, date};
}

std::string compact(year_month_day date) {
  return fmt::format("{:04}{:02}{:02}", int{date.year()}, unsigned{date.month()}, unsigned{date.day()});
}

year_month_day expand(std::string_view compact_date) {
  const auto number = [&](std::size_t at, std::size_t length) {
    return parse_digits(compact_date.substr(at, length), length).value_or(1);
  };
  return year(number(0, 4)) / month(static_cast<unsigned>(number(4, 2))) /
         day(static_cast<unsigned>(number(6, 2)));
}

}  // namespace

std::optional<DateRange> parse_date_range(std::string_view text) {
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) {
    const auto days = parse_days(text);
    if (!days) return std::nullopt;
    return DateRange{compact(days->first), compact(days->last)};
  }
  const std::string_view from = text.substr(0, dots);
  const std::string_view to = text.substr(dots + 2);
  const auto first = parse_days(from);
  const auto last = parse_days(to);
  const bool wrong = (!from.empty() && !first) || (!to.empty() && !last) || (from.empty() && to.empty());
  if (wrong || (first && last && last->last < first->first)) return std::nullopt;
  return DateRange{first ? compact(first->first) : "", last ? compact(last->last) : ""};
}

std::vector<std::string> date_terms(const DateRange& range, int first_year, int last_year) {
  std::vector<std::string> terms;
  year_month_day at = year(first_year) / 1 / 1;
  year_month_day end = year(last_year) / 12 / 31;
  if (!range.first.empty()) at = std::max(at, expand(range.first));
  if (!range.last.empty()) end = std::min(end, expand(range.last));
  while (at <= end) {
    const std::string date = compact(at);
    const year_month_day year_end = at.year() / 12 / 31;
    const year_month_day month_end = last_day_of(at.year(), at.month());
    year_month_day covered = at;
    if (at.month() == month(1) && at.day() == day(1) && year_end <= end) {
      terms.push_back(make_term(prefix::kYear, date.substr(0, 4)));
      covered = year_end;
    } else if (at.day() == day(1) && month_end <= end) {
      terms.push_back(make_term(prefix::kMonth, date.substr(0, 6)));
      covered = month_end;
    } else {
      terms.push_back(make_term(prefix::kDay, date));
    }
    at = year_month_day(sys_days(covered) + std::chrono::days(1));
  }
  return terms;
}

}  // namespace sahafa
