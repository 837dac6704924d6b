#include "ingest/relative_dates.h"

#include <gtest/gtest.h>

#include "tests/ingest/fixtures.h"
#include "tests/ingest/prose.h"

namespace sahafa {
namespace {

struct Case {
  std::string_view text;
  std::string_view iso;
};

TEST(RelativeDates, CountFromTheDayOfTheCapture) {
  const Case cases[] = {
      {"hier", "2025-04-07"},
      {"Hier à 16h28", "2025-04-07"},
      {"avant-hier", "2025-04-06"},
      {"Aujourd’hui, 10:00", "2025-04-08"},
      {"il y a 3 heures", "2025-04-08"},
      {"il y a 48 heures", "2025-04-06"},
      {"Publié il y a 3 jours", "2025-04-05"},
      {"il y a un jour", "2025-04-07"},
      {"il y a une semaine", "2025-04"},
      {"il y a 2 semaines", "2025-03"},
      {"il y a 5 mois", "2024-11"},
      {"il y a 2 ans", "2023"},
      {"أمس", "2025-04-07"},
      {"أول أمس", "2025-04-06"},
      {"اليوم 09:23 ص", "2025-04-08"},
      {"منذ ساعتين", "2025-04-08"},
      {"منذ دقيقة", "2025-04-08"},
      {"منذ يومين", "2025-04-06"},
      {"قبل ٣ أيام", "2025-04-05"},
      {"منذ أسبوعين", "2025-03"},
      {"منذ 4 أشهر", "2024-12"},
      {"منذ سنتين", "2023"},
      {"yesterday", "2025-04-07"},
      {"3 days ago", "2025-04-05"},
      {"an hour ago", "2025-04-08"},
      {"8 avril", "2025-04-08"},
      {"9 avril", "2025-04-09"},  // a time zone further on
      {"10 avril", "2024-04-10"},
      {"Publié le mardi 1er avril à 10h30", "2025-04-01"},
      {"mercredi 10 avril, 10:30", "2024-04-10"},
      {"31 déc.", "2024-12-31"},
      {"April 3", "2025-04-03"},
      {"نشر في 3 أبريل - 10:30", "2025-04-03"},
      {"الخميس ٣ نيسان", "2025-04-03"},
      {"15 شتنبر", "2024-09-15"},
  };
  for (const Case& test : cases)
    EXPECT_EQ(read_relative_date(test.text, "2025-04-08"), test.iso) << test.text;
}

TEST(RelativeDates, WithoutCaptureOrRelationThereIsNone) {
  EXPECT_EQ(read_relative_date("hier", ""), "");
  EXPECT_EQ(read_relative_date("hier", "2025"), "");
  EXPECT_EQ(read_relative_date("8 avril 2025", "2025-04-08"), "");
  EXPECT_EQ(read_relative_date("3 jours", "2025-04-08"), "");
  for (const std::string_view text :
       {"Le 8 mars, journée des femmes", "avril", "le 40 avril", "30 février", "8 avril 2024", "mardi",
        "lundi 8 avril 99 dirhams", "10:30", "حركة 20 فبراير"})
    EXPECT_EQ(read_relative_date(text, "2025-04-08"), "") << text;
  EXPECT_TRUE(is_relative_date("mardi 8 avril, 10:30"));
  EXPECT_FALSE(is_relative_date("حركة 20 فبراير"));
  EXPECT_EQ(read_relative_date("غير معروف", "2025-04-08"), "");
  EXPECT_EQ(read_relative_date("", "2025-04-08"), "");
}

TEST(RelativeDates, PageOfACrawlIsDatedFromItsCapture) {
  const auto page = [](const std::string& date, const std::string& text, const std::string& captured) {
    SourceHints said;
    said.captured = captured;
    return read_source(
        "page.html",
        "<html><head><title>Le port de Safi ferme</title></head><body><h1>Le port de Safi ferme</h1><p>" +
            date + "</p><article><p>" + text + "</p></article></body></html>",
        {}, said);
  };
  const Intake french = page("il y a 3 jours", test::french_article(1), "2025-04-08");
  EXPECT_EQ(french.items.at(0).article.date, "2025-04-05");
  EXPECT_EQ(test::origin_of(french.items[0].article, "date"), "relative to the capture");
  const Intake arabic = page("منذ يومين", test::arabic_article(1), "2025-04-08");
  EXPECT_EQ(arabic.items.at(0).article.date, "2025-04-06");
  EXPECT_EQ(page("منذ يومين", test::arabic_article(1), "").items.at(0).article.date, "");
  EXPECT_EQ(page("الإثنين 7 أبريل - 09:30", test::arabic_article(1), "2025-04-08").items.at(0).article.date,
            "2025-04-07");
  EXPECT_EQ(page("lundi 7 avril à 9h30", test::french_article(1), "2025-04-08").items.at(0).article.date,
            "2025-04-07");
}

}  // namespace
}  // namespace sahafa
