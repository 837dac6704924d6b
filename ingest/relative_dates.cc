#include "ingest/relative_dates.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "ingest/date_forms.h"
#include "ingest/date_words.h"
#include "ingest/dates.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

enum class Unit : std::uint8_t { minute, hour, day, week, month, year };

struct UnitName {
  Unit unit;
  int count;               // 2 for the Arabic dual, else 1
  std::string_view names;  // folded, separated by commas
};

constexpr std::array<UnitName, 12> kUnits{{
    {Unit::minute, 1,
     "minute,minutes,min,mn,seconde,secondes,second,seconds,دقيقه,دقائق,دقايق,ثانيه,ثواني,ثوان"},
    {Unit::minute, 2, "دقيقتين,ثانيتين"},
    {Unit::hour, 1, "heure,heures,h,hour,hours,ساعه,ساعات"},
    {Unit::hour, 2, "ساعتين"},
    {Unit::day, 1, "jour,jours,j,day,days,يوم,ايام,يوما"},
    {Unit::day, 2, "يومين"},
    {Unit::week, 1, "semaine,semaines,week,weeks,اسبوع,اسابيع,اسبوعا"},
    {Unit::week, 2, "اسبوعين"},
    {Unit::month, 1, "mois,month,months,شهر,اشهر,شهور,شهرا"},
    {Unit::month, 2, "شهرين"},
    {Unit::year, 1, "an,ans,annee,annees,year,years,سنه,سنوات,عام,اعوام,عاما"},
    {Unit::year, 2, "سنتين,عامين"},
}};

struct Amount {
  Unit unit;
  int count;
};

bool is_listed(std::string_view names, std::string_view word) {
  for (std::size_t at = names.find(word); at != std::string_view::npos; at = names.find(word, at + 1)) {
    const bool begins = at == 0 || names[at - 1] == ',';
    const std::size_t end = at + word.size();
    if (begins && (end == names.size() || names[end] == ',')) return true;
  }
  return false;
}

using Words = std::span<const std::string_view>;

// "3 heures", "une heure", "ساعتين", "3 ايام"; `words` moves behind it.
std::optional<Amount> take_amount(Words& words) {
  int count = 0;
  if (!words.empty() && words[0].size() <= 3 &&
      words[0].find_first_not_of("0123456789") == std::string_view::npos) {
    for (const char digit : words[0]) count = count * 10 + (digit - '0');
    words = words.subspan(1);
  } else if (!words.empty() && is_listed("un,une,a,an,one", words[0]) && words.size() > 1) {
    words = words.subspan(1);
  }
  if (words.empty()) return std::nullopt;
  for (const auto& [unit, times, names] : kUnits) {
    if (!is_listed(names, words[0])) continue;
    words = words.subspan(1);
    return Amount{unit, std::max(count, 1) * (count == 0 ? times : 1)};
  }
  return std::nullopt;
}

bool take_words(Words& words, std::initializer_list<std::string_view> expected) {
  if (words.size() < expected.size() || !std::ranges::equal(expected, words.first(expected.size())))
    return false;
  words = words.subspan(expected.size());
  return true;
}

std::optional<Amount> named_day(Words words) {
  if (take_words(words, {"avant", "-", "hier"}) || take_words(words, {"avant", "hier"}) ||
      take_words(words, {"اول", "امس"}) || take_words(words, {"قبل", "امس"}))
    return Amount{Unit::day, 2};
  if (words.empty()) return std::nullopt;
  if (is_listed("hier,yesterday,امس,البارحه", words[0])) return Amount{Unit::day, 1};
  const bool today = is_listed("today,اليوم", words[0]) || take_words(words, {"aujourd", "'", "hui"});
  return today ? std::optional(Amount{Unit::day, 0}) : std::nullopt;
}

// How long ago the words say, from their first one on.
std::optional<Amount> read_amount(Words words) {
  if (const std::optional<Amount> day = named_day(words)) return day;
  Words rest = words;
  if (take_words(rest, {"il", "y", "a"}) || take_words(rest, {"depuis"}) || take_words(rest, {"منذ"}) ||
      take_words(rest, {"قبل"}))
    return take_amount(rest);
  rest = words;
  const std::optional<Amount> amount = take_amount(rest);
  return amount && take_words(rest, {"ago"}) ? amount : std::nullopt;
}

std::optional<sys_days> day_of(std::string_view captured) {
  const std::string iso = parse_date(captured.substr(0, 10));
  if (iso.size() != 10) return std::nullopt;
  const auto number = [&iso](std::size_t at, std::size_t size) { return std::stoi(iso.substr(at, size)); };
  return year_month_day(std::chrono::year(number(0, 4)),
                        std::chrono::month(static_cast<unsigned>(number(5, 2))),
                        std::chrono::day(static_cast<unsigned>(number(8, 2))));
}

std::string iso_of(sys_days day, std::size_t size) { return iso_date(year_month_day(day)).substr(0, size); }

std::string before(sys_days day, Amount amount) {
  constexpr std::size_t kDay = 10;
  constexpr std::size_t kMonth = 7;
  constexpr std::size_t kYear = 4;
  const year_month_day date(day);
  switch (amount.unit) {
    case Unit::minute:
      return iso_of(day, kDay);
    case Unit::hour:
      return iso_of(day - days(amount.count / 24), kDay);
    case Unit::day:
      return iso_of(day - days(amount.count), kDay);
    case Unit::week:
      return iso_of(day - days(7 * amount.count), kMonth);
    case Unit::month:
      return iso_of(sys_days((date.year() / date.month() / 1) - std::chrono::months(amount.count)), kMonth);
    case Unit::year:
      return iso_of(sys_days((date.year() / 1 / 1) - std::chrono::years(amount.count)), kYear);
  }
  return {};
}

int number_of(std::string_view word) {
  constexpr std::size_t kDayDigits = 2;
  if (word.empty() || word.size() > kDayDigits ||
      word.find_first_not_of("0123456789") != std::string_view::npos)
    return 0;
  int number = 0;
  for (const char digit : word) number = number * 10 + (digit - '0');
  return number;
}

bool is_year(std::string_view word) {
  return word.size() == 4 && word.find_first_not_of("0123456789") == std::string_view::npos;
}

struct DayOfYear {
  int month = 0;
  int day = 0;
  std::optional<unsigned> weekday = {};
};

// True for what may stand beside a day and a month that are a date and not the subject of a line: words of publication, a time.
bool belongs_to_date(std::string_view word) {
  return is_listed(
             "le,publie,publiee,mis,en,ligne,a,h,min,at,on,the,of,er,posted,published,gmt,utc,في,نشر,نشرت,"
             "بتاريخ,يوم,"
             "الساعه,علي,ص,م,صباحا,مساء",
             word) ||
         word.find_first_not_of("0123456789") == std::string_view::npos ||
         word.find_first_not_of(",.:|-/h") == std::string_view::npos || word == "،" || word == "–" ||
         word == "•";
}

// "Mardi 8 avril à 10h30", "8 أبريل - 10:30", "April 8": a day and a month, with no year and nothing else.
std::optional<DayOfYear> day_without_year(Words words) {
  constexpr int kLastDay = 31;
  DayOfYear found;
  for (std::size_t at = 0; at < words.size();) {
    const std::optional<MonthName> month =
        find_month(words.subspan(at, std::min(kLongestMonthName, words.size() - at)));
    if (month && month->calendar == CalendarKind::gregorian && found.month == 0) {
      const std::size_t behind = at + month->words;
      const bool first = at > 1 && words[at - 1] == "er";
      const int before = at == 0 ? 0 : number_of(words[first ? at - 2 : at - 1]);
      found.month = month->month;
      found.day = before != 0 ? before : behind < words.size() ? number_of(words[behind]) : 0;
      at = behind;
      continue;
    }
    if (is_year(words[at])) return std::nullopt;
    if (const auto weekday = find_weekday(words[at])) {
      found.weekday = weekday;
    } else if (!belongs_to_date(words[at])) {
      return std::nullopt;
    }
    ++at;
  }
  return found.month != 0 && found.day >= 1 && found.day <= kLastDay ? std::optional(found) : std::nullopt;
}

// The last such day that is not after the capture; of the last years the one in which the weekday is right.
std::string last_before(sys_days captured, const DayOfYear& wanted) {
  constexpr int kYears = 3;
  const std::chrono::year last = year_month_day(captured).year();
  for (int back = 0; back < kYears; ++back) {
    const year_month_day date(last - std::chrono::years(back),
                              std::chrono::month(static_cast<unsigned>(wanted.month)),
                              std::chrono::day(static_cast<unsigned>(wanted.day)));
    if (!date.ok() || sys_days(date) > captured + days(1)) continue;
    if (!wanted.weekday || std::chrono::weekday(sys_days(date)).c_encoding() == *wanted.weekday)
      return iso_date(date);
  }
  return {};
}

bool is_readable(std::string_view value) {
  constexpr std::size_t kLongestValue = 80;
  return value.size() <= kLongestValue && is_valid_utf8(value);
}

std::vector<std::string_view> words_of(std::string_view folded) {
  std::vector<std::string_view> words;
  for (const DatePiece& piece : cut_date_pieces(folded)) words.push_back(piece.text);
  return words;
}

// How long ago the words say, wherever they begin to say so.
std::optional<Amount> find_amount(Words words) {
  for (std::size_t at = 0; at < words.size(); ++at)
    if (const std::optional<Amount> amount = read_amount(words.subspan(at))) return amount;
  return std::nullopt;
}

}  // namespace

std::string read_relative_date(std::string_view value, std::string_view captured) {
  const std::optional<sys_days> day = day_of(captured);
  if (!day || !is_readable(value)) return {};
  const std::string folded = fold(value);
  const std::vector<std::string_view> words = words_of(folded);
  if (const std::optional<Amount> amount = find_amount(words)) return before(*day, *amount);
  const std::optional<DayOfYear> without_year = day_without_year(words);
  return without_year ? last_before(*day, *without_year) : std::string();
}

bool is_relative_date(std::string_view value) {
  if (!is_readable(value)) return false;
  const std::string folded = fold(value);
  const std::vector<std::string_view> words = words_of(folded);
  return find_amount(words) || day_without_year(words);
}

}  // namespace sahafa
