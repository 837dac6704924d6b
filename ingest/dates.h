// Dates as the press writes them, in French, Arabic and English, as ISO 8601.
//
// One table (date_words.h) holds the month names of all countries, because a Moroccan paper quotes a Lebanese one.
// All-digit dates can be day first or month first: what only one order allows, or a weekday in front, decides; else
// the order that the caller found for the source (day_order.h), and the kind of the date says so. Hijri dates are
// converted (text/hijri.h); where a Gregorian date stands beside one, that is taken. Relative dates ("hier") need the
// day on which the page was saved: relative_dates.h. All functions may be called from several threads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "text/span.h"

namespace sahafa {

/// How the all-digit dates of a source are read that allow both orders.
enum class DayOrder : std::uint8_t { day_first, month_first };

enum class DateKind : std::uint8_t {
  named,        ///< one reading only: month in words, year first, 5/5/2025
  day_first,    ///< all digits, can only be day first
  month_first,  ///< all digits, can only be month first
  either,       ///< all digits, read in the order of the source
  hijri,        ///< converted; a day off where the moon was sighted
};

struct FoundDate {
  std::string iso;  ///< YYYY-MM-DD
  Span span;        ///< where it stands, weekday not included
  DateKind kind = DateKind::named;
};

/// The first complete date (day, month, year) in running text; a Gregorian one that explains a Hijri one right
/// behind it ("10 شوال 1446 الموافق 8 أبريل 2025") is taken instead. O(n).
std::optional<FoundDate> find_date(std::string_view text, DayOrder order = DayOrder::day_first);

struct DateValue {
  std::string iso;  ///< YYYY-MM-DD, or YYYY-MM or YYYY where it says no more; empty when it is none
  DateKind kind = DateKind::named;
};

/// The date that a metadata value means. Reads ISO 8601, RFC 822 and 3339 and everything that find_date does; of a
/// moment in time, its date as written.
DateValue read_date_value(std::string_view value, DayOrder order = DayOrder::day_first);

/// read_date_value without its kind.
std::string parse_date(std::string_view value);

/// For readers that choose among many values before the order of their source is known: the date as ISO 8601, or as
/// `text` writes it where another reading is possible, so that completion reads it and says how.
std::string settle_date(const FoundDate& found, std::string_view text);
std::string settle_date(std::string_view value);

/// The date in the path of an address: /2025/04/08/, /2025-04-08-, /20250408, /2025/apr/08/, /08-04-2025; /2025/04/
/// gives a month. Empty if there is none.
std::string date_from_url(std::string_view url);

}  // namespace sahafa
