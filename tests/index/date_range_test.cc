#include "index/date_range.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sahafa {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> terms(std::string_view text) {
  return date_terms(parse_date_range(text).value(), 2024, 2025);
}

TEST(DateRange, FewestTermsCoverIt) {
  EXPECT_THAT(terms("2025-04-08"), ElementsAre("D20250408"));
  EXPECT_THAT(terms("2025-04"), ElementsAre("M202504"));
  EXPECT_THAT(terms("2025"), ElementsAre("Y2025"));
  EXPECT_THAT(terms("2025-03-30..2025-05-02"),
              ElementsAre("D20250330", "D20250331", "M202504", "D20250501", "D20250502"));
  EXPECT_THAT(terms("2024-12-31..2025"), ElementsAre("D20241231", "Y2025"));
}

TEST(DateRange, OpenEndsStopAtTheYearsOfTheIndex) {
  EXPECT_THAT(terms("2025-12-31.."), ElementsAre("D20251231"));
  EXPECT_THAT(terms("..2024-01-02"), ElementsAre("D20240101", "D20240102"));
  EXPECT_THAT(terms("..1999"), IsEmpty());
}

TEST(DateRange, MonthEndsFollowTheCalendar) {
  EXPECT_EQ(parse_date_range("2024-02")->last, "20240229");
  EXPECT_EQ(parse_date_range("2025-02")->last, "20250228");
}

TEST(DateRange, WhatIsNoDateIsRefused) {
  for (const char* text :
       {"", "..", "2025-02-30", "2025-00", "25-04-08", "2025-4-8", "2025-05..2025-04", "avril"}) {
    EXPECT_FALSE(parse_date_range(text).has_value()) << text;
  }
}

}  // namespace
}  // namespace sahafa
