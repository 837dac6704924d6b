#include "analysis/periods.h"

#include <gtest/gtest.h>

#include "tests/analysis/test_corpus.h"

namespace sahafa {
namespace {

TEST(Periods, DaysAndMonths) {
  EXPECT_EQ(period_of("2025-04-08", PeriodUnit::day), "2025-04-08");
  EXPECT_EQ(period_of("2025-04-08", PeriodUnit::month), "2025-04");
  EXPECT_EQ(period_of("2025-04", PeriodUnit::month), "2025-04");
}

TEST(Periods, WeeksBelongToTheYearOfTheirThursday) {
  EXPECT_EQ(period_of("2025-04-08", PeriodUnit::week), "2025-W15");
  EXPECT_EQ(period_of("2024-12-30", PeriodUnit::week), "2025-W01");
  EXPECT_EQ(period_of("2021-01-03", PeriodUnit::week), "2020-W53");
}

TEST(Periods, BeginWithTheirFirstDay) {
  using namespace std::chrono;
  EXPECT_EQ(first_day_of("2025-04-08"), sys_days{2025y / April / 8});
  EXPECT_EQ(first_day_of("2025-04"), sys_days{2025y / April / 1});
  EXPECT_EQ(first_day_of("2025-W15"), sys_days{2025y / April / 7});
  EXPECT_EQ(first_day_of("2025-W01"), sys_days{2024y / December / 30});
  EXPECT_EQ(first_day_of("2020-W53"), sys_days{2020y / December / 28});
}

TEST(Periods, DatesThatAreNotExactEnoughHaveNone) {
  EXPECT_EQ(period_of("2025-04", PeriodUnit::day), "");
  EXPECT_EQ(period_of("2025-04", PeriodUnit::week), "");
  EXPECT_EQ(period_of("2025", PeriodUnit::month), "");
  EXPECT_EQ(period_of("", PeriodUnit::day), "");
}

TEST(Periods, OtherNamesAreRefused) {
  EXPECT_EQ(test::error_of([] { period_unit_from_string("year"); }), ErrorCode::usage);
}

}  // namespace
}  // namespace sahafa
