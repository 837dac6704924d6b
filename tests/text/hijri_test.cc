#include "text/hijri.h"

#include <gtest/gtest.h>

namespace sahafa {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

year_month_day gregorian(int y, unsigned m, unsigned d) { return {year(y), month(m), day(d)}; }

TEST(Hijri, DaysThatTheCalendarOfUmmAlQuraPublished) {
  EXPECT_EQ(gregorian_of_hijri(1446, 10, 10), gregorian(2025, 4, 8));
  EXPECT_EQ(gregorian_of_hijri(1446, 9, 1), gregorian(2025, 3, 1));    // first of Ramadan
  EXPECT_EQ(gregorian_of_hijri(1446, 10, 1), gregorian(2025, 3, 30));  // Eid al-Fitr
  EXPECT_EQ(gregorian_of_hijri(1447, 1, 1), gregorian(2025, 6, 26));   // new year
  EXPECT_EQ(gregorian_of_hijri(1445, 1, 1), gregorian(2023, 7, 19));
}

TEST(Hijri, NextDayIsTheNextDay) {
  for (int day_of_month = 2; day_of_month <= 29; ++day_of_month) {
    const auto before = gregorian_of_hijri(1446, 10, day_of_month - 1);
    const auto after = gregorian_of_hijri(1446, 10, day_of_month);
    ASSERT_TRUE(before && after);
    EXPECT_EQ(std::chrono::sys_days(*after) - std::chrono::sys_days(*before), std::chrono::days(1));
  }
}

TEST(Hijri, DaysThatDoNotExistAreNone) {
  EXPECT_FALSE(gregorian_of_hijri(1446, 9, 30));  // this Ramadan had 29 days
  EXPECT_FALSE(gregorian_of_hijri(1446, 13, 1));
  EXPECT_FALSE(gregorian_of_hijri(1446, 0, 1));
  EXPECT_FALSE(gregorian_of_hijri(1446, 1, 31));
  EXPECT_FALSE(gregorian_of_hijri(2025, 4, 8));
}

}  // namespace
}  // namespace sahafa
