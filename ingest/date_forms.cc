#include "ingest/date_forms.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "ingest/date_words.h"
#include "text/hijri.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

using Kind = DatePiece::Kind;
using std::chrono::year_month_day;

constexpr int kFirstHijriYear = 1300;
constexpr int kLastHijriYear = 1500;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

bool is_wide_mark(std::string_view folded, std::size_t at) {
  std::size_t next = at;
  const char32_t c = decode_utf8(folded, next);
  return c == U'،' || c == U'؛' || c == U'·' || c == U'•' || (c >= 0x2010 && c <= 0x2027);
}

DatePiece piece_at(std::string_view folded, std::size_t begin) {
  std::size_t end = begin;
  Kind kind = Kind::mark;
  if (is_digit(folded[begin])) {
    kind = Kind::number;
    while (end < folded.size() && is_digit(folded[end])) ++end;
  } else if (is_letter(folded[begin]) && !is_wide_mark(folded, begin)) {
    kind = Kind::word;
    while (end < folded.size() && is_letter(folded[end]) && !is_wide_mark(folded, end))
      decode_utf8(folded, end);
  } else {
    decode_utf8(folded, end);
  }
  DatePiece piece{kind,
                  folded.substr(begin, end - begin),
                  {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}};
  if (kind == Kind::number && piece.text.size() <= 8)
    std::from_chars(piece.text.data(), piece.text.data() + piece.text.size(), piece.value);
  return piece;
}

year_month_day make_day(int year, int month, int day) {
  return {std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
          std::chrono::day(static_cast<unsigned>(day))};
}

bool is_press_day(const year_month_day& day) {
  return day.ok() && day.year() >= std::chrono::year(1800) && day.year() <= std::chrono::year(2100);
}

std::optional<DateForms::Reading> reading_of(int year, int month, int day, DateKind kind) {
  const year_month_day date = make_day(year, month, day);
  if (!is_press_day(date)) return std::nullopt;
  return DateForms::Reading{iso_date(date), kind};
}

std::optional<DateForms::Reading> hijri_reading(int year, int month, int day) {
  const std::optional<year_month_day> date = gregorian_of_hijri(year, month, day);
  if (!date) return std::nullopt;
  return DateForms::Reading{iso_date(*date), DateKind::hijri};
}

}  // namespace

std::vector<DatePiece> cut_date_pieces(std::string_view folded) {
  std::vector<DatePiece> pieces;
  for (std::size_t at = 0; at < folded.size();) {
    if (folded[at] == ' ' || folded[at] == '\n' || folded[at] == '\t') {
      ++at;
      continue;
    }
    pieces.push_back(piece_at(folded, at));
    at = pieces.back().span.end;
  }
  return pieces;
}

std::string iso_date(const year_month_day& day) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

bool is_year(const DatePiece& piece) {
  return piece.kind == Kind::number && piece.text.size() == 4 && piece.value >= 1800 && piece.value <= 2100;
}

std::optional<DateForms::Reading> DateForms::read(std::size_t& at) const {
  constexpr std::array<Form, 6> kForms{&DateForms::year_first,     &DateForms::year_month_name_day,
                                       &DateForms::digits,         &DateForms::day_month_name,
                                       &DateForms::month_name_day, &DateForms::compact};
  for (const Form form : kForms) {
    std::size_t next = at;
    std::optional<Reading> reading = (this->*form)(next);
    if (!reading) continue;
    at = next;
    return reading;
  }
  return std::nullopt;
}

std::string DateForms::read_month(std::size_t at) const {
  std::size_t next = at;
  if (const Month month = month_name(next); month.number != 0 && !month.hijri) {
    skip_words(next, {"de", "of", "من"});
    if (is_mark(next, ",،/-")) ++next;
    if (is_year_of(next, false)) return fmt::format("{}-{:02}", pieces_[next].text, month.number);
  }
  // 2025-02-30: no such day, no month either
  const bool has_day = is_mark(at + 3, "-/") && has(at + 4) && pieces_[at + 4].kind == Kind::number;
  if (is_year_of(at, false) && is_mark(at + 1, "-/") && is_number(at + 2, 12) && !has_day)
    return fmt::format("{}-{:02}", pieces_[at].text, pieces_[at + 2].value);
  if (is_number(at, 12) && is_mark(at + 1, "-/") && is_year_of(at + 2, false))
    return fmt::format("{}-{:02}", pieces_[at + 2].text, pieces_[at].value);
  return {};
}

bool DateForms::is_mark(std::size_t at, std::string_view marks) const {
  return has(at) && pieces_[at].kind == Kind::mark && marks.find(pieces_[at].text) != std::string_view::npos;
}

bool DateForms::is_number(std::size_t at, int most) const {
  return has(at) && pieces_[at].kind == Kind::number && pieces_[at].text.size() <= 2 &&
         pieces_[at].value >= 1 && pieces_[at].value <= most;
}

bool DateForms::is_year_of(std::size_t at, bool hijri) const {
  if (!has(at)) return false;
  const DatePiece& piece = pieces_[at];
  if (!hijri) return is_year(piece);
  return piece.kind == Kind::number && piece.text.size() == 4 && piece.value >= kFirstHijriYear &&
         piece.value <= kLastHijriYear;
}

void DateForms::skip_words(std::size_t& at, std::initializer_list<std::string_view> words) const {
  while (has(at) && std::ranges::find(words, pieces_[at].text) != words.end()) ++at;
}

// 16:28 or 16:28:00 and the name of a zone, between day and year: Tue Apr  8 16:28:00 CET 2025
void DateForms::skip_time(std::size_t& at) const {
  if (!has(at + 2) || !is_mark(at + 1, ":")) return;
  while (has(at) && (pieces_[at].kind == Kind::number || is_mark(at, ":")) && !is_year(pieces_[at])) ++at;
  skip_words(at, {"utc", "gmt", "cet", "cest", "wet", "west", "z"});
}

// The first of a month has names: premier, فاتح (in the Maghreb).
int DateForms::day_number(std::size_t& at) const {
  if (is_number(at, 31)) return pieces_[at++].value;
  const bool first = has(at) && (pieces_[at].text == "premier" || pieces_[at].text == "فاتح");
  return first ? pieces_[at++].value + 1 : 0;
}

// One month; the second of two names ("نيسان / أبريل", "أبريل (نيسان)") is skipped.
DateForms::Month DateForms::month_name(std::size_t& at) const {
  const Month month = one_month_name(at);
  std::size_t next = at;
  while (month.number != 0 && is_mark(next, "/-()،")) {
    if (is_mark(++next, "/")) ++next;
    if (one_month_name(next).number == month.number) at = next;
  }
  if (month.number != 0 && is_mark(at, ")")) ++at;
  return month;
}

DateForms::Month DateForms::one_month_name(std::size_t& at) const {
  std::array<std::string_view, kLongestMonthName> words;
  std::size_t count = 0;
  while (count < words.size() && has(at + count) && pieces_[at + count].kind == Kind::word) {
    words[count] = pieces_[at + count].text;
    ++count;
  }
  const std::optional<MonthName> month = find_month(std::span(words).first(count));
  if (!month) return {};
  at += month->words;
  if (is_mark(at, ".")) ++at;
  return {month->calendar == CalendarKind::hijri, month->month};
}

// The year behind a month, 0 if there is none. Two digits are a year only before a time, as in RFC 822.
int DateForms::year_behind_month(std::size_t& at, bool hijri) const {
  skip_words(at, {"de", "of", "من", "سنه", "عام", "لسنه", "لعام"});
  if (is_mark(at, ",-،/_")) ++at;
  if (is_year_of(at, hijri)) return pieces_[at++].value;
  const bool short_year = !hijri && has(at + 2) && pieces_[at].kind == Kind::number &&
                          pieces_[at].text.size() == 2 && pieces_[at + 1].kind == Kind::number &&
                          is_mark(at + 2, ":");
  if (!short_year) return 0;
  const int year = pieces_[at++].value;
  return year + (year < 70 ? 2000 : 1900);
}

// 2025-04-08, 2025/4/8, 2025.04.08, 1446/10/10
std::optional<DateForms::Reading> DateForms::year_first(std::size_t& at) const {
  const bool hijri = is_year_of(at, true);
  if (!has(at + 4) || !(hijri || is_year(pieces_[at])) || !is_mark(at + 1, "-/._")) return std::nullopt;
  if (!is_number(at + 2, 12) || pieces_[at + 3].text != pieces_[at + 1].text || !is_number(at + 4, 31))
    return std::nullopt;
  at += 5;
  const int year = pieces_[at - 5].value;
  const int month = pieces_[at - 3].value;
  const int day = pieces_[at - 1].value;
  return hijri ? hijri_reading(year, month, day) : reading_of(year, month, day, DateKind::named);
}

// 2025-Apr-08, 2025 أبريل 8
std::optional<DateForms::Reading> DateForms::year_month_name_day(std::size_t& at) const {
  if (!is_year_of(at, false)) return std::nullopt;
  const int year = pieces_[at++].value;
  if (is_mark(at, "-/,،_")) ++at;
  const Month month = month_name(at);
  if (is_mark(at, "-/_")) ++at;
  if (month.number == 0 || month.hijri || !is_number(at, 31)) return std::nullopt;
  return reading_of(year, month.number, pieces_[at++].value, DateKind::named);
}

// The weekday in front of the date ("mardi 08/04/2025") says that it is `day`.
bool DateForms::follows_weekday(std::size_t at, const year_month_day& day) const {
  while (at > 0 && pieces_[at - 1].kind == Kind::mark) --at;
  if (at == 0 || !day.ok()) return false;
  const std::optional<unsigned> weekday = find_weekday(pieces_[at - 1].text);
  return weekday && std::chrono::weekday(std::chrono::sys_days(day)).c_encoding() == *weekday;
}

// Two numbers that are day and month in one of two orders: what only one of them allows, else what the weekday in
// front says, else the order of the source.
std::optional<DateForms::Reading> DateForms::ordered(std::size_t at, int first, int second, int year) const {
  if (first == second) return reading_of(year, first, first, DateKind::named);
  if (first > 12) return reading_of(year, second, first, DateKind::day_first);
  if (second > 12) return reading_of(year, first, second, DateKind::month_first);
  const bool day_month = follows_weekday(at, make_day(year, second, first));
  const bool month_day = follows_weekday(at, make_day(year, first, second));
  if (day_month != month_day)
    return day_month ? reading_of(year, second, first, DateKind::day_first)
                     : reading_of(year, first, second, DateKind::month_first);
  return order_ == DayOrder::day_first ? reading_of(year, second, first, DateKind::either)
                                       : reading_of(year, first, second, DateKind::either);
}

// 08/04/2025, 8-4-2025, 08.04.2025, 02/11/23, 10/10/1446
std::optional<DateForms::Reading> DateForms::digits(std::size_t& at) const {
  if (!has(at + 4) || !is_number(at, 31) || !is_mark(at + 1, "-/._") || !is_number(at + 2, 31))
    return std::nullopt;
  if (pieces_[at + 3].text != pieces_[at + 1].text) return std::nullopt;
  const std::size_t begin = at;
  const int first = pieces_[at].value;
  const int second = pieces_[at + 2].value;
  const DatePiece& last = pieces_[at + 4];
  at += 5;
  if (is_year_of(begin + 4, true)) return hijri_reading(last.value, second, first);
  if (is_year(last)) return ordered(begin, first, second, last.value);
  const bool short_year = last.kind == Kind::number && last.text.size() == 2 && is_mark(begin + 1, "/");
  if (!short_year) return std::nullopt;
  return ordered(begin, first, second, last.value + (last.value < 70 ? 2000 : 1900));
}

// 8 avril 2025, 1er août 2025, 8 de avril de 2025, 8 نيسان / أبريل 2025, 10 شوال 1446; 8 Apr 25 alone is no date
std::optional<DateForms::Reading> DateForms::day_month_name(std::size_t& at) const {
  const int day = day_number(at);
  if (day == 0) return std::nullopt;
  skip_words(at, {"er", "ᵉʳ", "st", "nd", "rd", "th", "de", "of", "من", "شهر"});
  if (is_mark(at, "-./_")) ++at;  // 08-Apr-2025
  const Month month = month_name(at);
  if (month.number == 0) return std::nullopt;
  const int year = year_behind_month(at, month.hijri);
  if (year == 0) return std::nullopt;
  return month.hijri ? hijri_reading(year, month.number, day)
                     : reading_of(year, month.number, day, DateKind::named);
}

// April 8, 2025; أبريل 8، 2025; Apr 08 16:28:00 2025
std::optional<DateForms::Reading> DateForms::month_name_day(std::size_t& at) const {
  const Month month = month_name(at);
  if (is_mark(at, "-/_")) ++at;
  if (month.number == 0 || month.hijri || !is_number(at, 31)) return std::nullopt;
  const int day = pieces_[at++].value;
  skip_words(at, {"st", "nd", "rd", "th"});
  if (is_mark(at, ",،-/_")) ++at;
  skip_time(at);
  if (!is_year_of(at, false)) return std::nullopt;
  return reading_of(pieces_[at++].value, month.number, day, DateKind::named);
}

// 20250408, perhaps with T and a time; 20250408162800
std::optional<DateForms::Reading> DateForms::compact(std::size_t& at) const {
  if (!has(at) || pieces_[at].kind != Kind::number) return std::nullopt;
  const std::string_view text = pieces_[at].text;
  if (text.size() != 8 && text.size() != 12 && text.size() != 14) return std::nullopt;
  int value = 0;
  const std::string_view day = text.substr(0, 8);
  std::from_chars(day.data(), day.data() + day.size(), value);
  ++at;
  if (value % 100 > 31 || value / 100 % 100 > 12) return std::nullopt;
  return reading_of(value / 10000, value / 100 % 100, value % 100, DateKind::named);
}

}  // namespace sahafa
