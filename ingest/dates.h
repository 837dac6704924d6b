// Dates as the press writes them, in French, Arabic and English, as ISO 8601.
//
// One table holds the month names of all countries, folded (text/fold.h), because a Moroccan paper quotes a
// Lebanese one: Gregorian names of the Maghreb (غشت, جويلية), the Levant (نيسان, كانون الثاني) and Egypt
// (أغسطس), French and English with their abbreviations. All-digit dates are day first, as both languages
// write them. Relative dates and Hijri dates are not read. All functions may be called from several threads.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/span.h"

namespace sahafa {

struct FoundDate {
  std::string iso;  ///< YYYY-MM-DD
  Span span;        ///< where it stands, weekday not included
};

/// The first complete date (day, month, year) in running text. O(n).
std::optional<FoundDate> find_date(std::string_view text);

/// The date that a metadata value means: YYYY-MM-DD, or YYYY-MM or YYYY where it says no more; empty when it
/// is none. Reads ISO 8601, RFC 822 and everything that find_date does; of a moment in time, its date as
/// written.
std::string parse_date(std::string_view value);

/// The date in the path of an address: /2025/04/08/, /2025-04-08-, /20250408; /2025/04/ gives a month. Empty
/// if there is none.
std::string date_from_url(std::string_view url);

}  // namespace sahafa
