// The dates a query means: a day, a month, a year, or a range of them with open ends.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sahafa {

/// Days as YYYYMMDD, both included; empty: no bound on that side.
struct DateRange {
  std::string first;
  std::string last;
};

/// "2025-04-08", "2025-04", "2025", "A..B", "A..", "..B" (parts may be of different precision; the last day
/// of a month or year ends the range). nullopt when it is none of these, no such day exists, or B is before
/// A.
std::optional<DateRange> parse_date_range(std::string_view text);

/// The fewest day, month and year terms of the index (index_schema.h) that cover the range, clipped to the
/// years [first_year, last_year] of the index. At most about 60 and one a year.
std::vector<std::string> date_terms(const DateRange& range, int first_year, int last_year);

}  // namespace sahafa
