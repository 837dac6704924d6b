#include "ingest/day_order.h"

#include <gtest/gtest.h>

#include <initializer_list>

#include "tests/ingest/fixtures.h"
#include "tests/ingest/prose.h"

namespace sahafa {
namespace {

Intake read_dates(std::initializer_list<std::string_view> dates) {
  std::string text;
  std::uint32_t number = 0;
  for (const std::string_view date : dates) {
    const std::string body = number % 2 == 0 ? test::french_article(number) : test::arabic_article(number);
    text +=
        "Titre : Numéro " + std::to_string(number) + "\nDate : " + std::string(date) + "\n\n" + body + "\n\n";
    ++number;
  }
  return read_source("dates.txt", text);
}

TEST(DayOrder, DayFirstWhereNothingContradictsAndTheOriginSaysSo) {
  const Intake intake = read_dates({"04/05/2025", "٠٦/٠٥/٢٠٢٥"});
  ASSERT_EQ(intake.items.size(), 2U);
  EXPECT_EQ(intake.items[0].article.date, "2025-05-04");
  EXPECT_EQ(intake.items[1].article.date, "2025-05-06");
  for (const Intake::Item& item : intake.items)
    EXPECT_EQ(test::origin_of(item.article, "date"), "read day first");
  EXPECT_TRUE(intake.issues.empty());
}

TEST(DayOrder, DatesThatAllowOneReadingNeedNoNote) {
  const Intake intake = read_dates({"25/04/2025", "8 avril 2025", "05/05/2025"});
  for (const Intake::Item& item : intake.items) EXPECT_EQ(test::origin_of(item.article, "date"), "");
}

TEST(DayOrder, MonthFirstWhereAnotherDateOfTheSourceShowsItWithAnIssue) {
  const Intake intake = read_dates({"04/05/2025", "04/25/2025"});
  ASSERT_EQ(intake.items.size(), 2U);
  EXPECT_EQ(intake.items[0].article.date, "2025-04-05");
  EXPECT_EQ(test::origin_of(intake.items[0].article, "date"), "read month first");
  EXPECT_EQ(intake.items[1].article.date, "2025-04-25");
  ASSERT_EQ(intake.issues.size(), 1U);
  EXPECT_EQ(intake.issues[0].kind, "date order");
  EXPECT_FALSE(intake.issues[0].fatal);
}

TEST(DayOrder, WeekdayDecidesForItselfAndForTheOthers) {
  // 5 April 2025 was a Saturday, 4 May 2025 a Sunday.
  const Intake alone = read_dates({"Saturday 04/05/2025"});
  EXPECT_EQ(alone.items.at(0).article.date, "2025-04-05");
  const Intake arabic = read_dates({"الأحد 04/05/2025"});
  EXPECT_EQ(arabic.items.at(0).article.date, "2025-05-04");
  const Intake both = read_dates({"Saturday 04/05/2025", "06/07/2025"});
  EXPECT_EQ(both.items.at(1).article.date, "2025-06-07");
}

TEST(DayOrder, ContradictionIsAnIssueAndDayFirst) {
  const Intake intake = read_dates({"04/05/2025", "04/25/2025", "25/04/2025"});
  EXPECT_EQ(intake.items.at(0).article.date, "2025-05-04");
  ASSERT_EQ(intake.issues.size(), 1U);
  EXPECT_NE(intake.issues[0].message.find("contradict"), std::string::npos);
}

TEST(DayOrder, HijriDateSaysThatItWasConverted) {
  const Intake intake = read_dates({"10 شوال 1446 هـ", "10 شوال 1446 الموافق 9 أبريل 2025"});
  EXPECT_EQ(intake.items.at(0).article.date, "2025-04-08");
  EXPECT_EQ(test::origin_of(intake.items[0].article, "date"), "converted from Hijri");
  EXPECT_EQ(intake.items.at(1).article.date, "2025-04-09");
  EXPECT_EQ(test::origin_of(intake.items[1].article, "date"), "");
}

TEST(DayOrder, DatesOfPagesSayHowTheyWereReadToo) {
  const auto page = [](const std::string& date, const std::string& text) {
    return read_source("page.html", "<html><body><h1>Un titre</h1><p>" + date + "</p><article><p>" + text +
                                        "</p></article></body></html>");
  };
  const Intake french = page("Publié le 04/05/2025", test::french_article(1));
  EXPECT_EQ(french.items.at(0).article.date, "2025-05-04");
  EXPECT_EQ(test::origin_of(french.items[0].article, "date"), "visible, read day first");
  const Intake arabic = page("نشر في 10 شوال 1446", test::arabic_article(1));
  EXPECT_EQ(arabic.items.at(0).article.date, "2025-04-08");
  EXPECT_EQ(test::origin_of(arabic.items[0].article, "date"), "visible, converted from Hijri");
}

}  // namespace
}  // namespace sahafa
