#include "text/hijri.h"

#include <unicode/ucal.h>

#include <memory>

#include "text/icu_check.h"

namespace sahafa {
namespace {

struct CloseCalendar {
  void operator()(void* calendar) const { ucal_close(static_cast<UCalendar*>(calendar)); }
};

}  // namespace

std::optional<std::chrono::year_month_day> gregorian_of_hijri(int year, int month, int day) {
  if (year < 1300 || year > 1500 || month < 1 || month > 12 || day < 1 || day > 30) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  constexpr char16_t kUtc[] = u"UTC";
  const std::unique_ptr<UCalendar, CloseCalendar> calendar(
      ucal_open(kUtc, -1, "@calendar=islamic-umalqura", UCAL_DEFAULT, &status));
  check_icu(status, "opening the Hijri calendar");
  ucal_clear(calendar.get());
  ucal_setAttribute(calendar.get(), UCAL_LENIENT, 0);
  ucal_setDateTime(calendar.get(), year, month - 1, day, 0, 0, 0, &status);
  const double milliseconds = ucal_getMillis(calendar.get(), &status);
  if (U_FAILURE(status)) return std::nullopt;  // the 30th of a month of 29 days
  const std::chrono::milliseconds since{static_cast<std::int64_t>(milliseconds)};
  return std::chrono::floor<std::chrono::days>(std::chrono::sys_time<std::chrono::milliseconds>(since));
}

}  // namespace sahafa
