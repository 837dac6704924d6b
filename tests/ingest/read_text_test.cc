#include "ingest/read_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/ingest/prose.h"
#include "tests/shared.h"

namespace sahafa {
namespace {

std::string origin_of(const Article& article, std::string_view field) {
  for (const FieldOrigin& origin : article.origins)
    if (origin.field == field) return origin.origin;
  return {};
}

Article only_article(const std::string& text, const std::string& path = "saisie.txt") {
  const Intake intake = read_source(path, text);
  EXPECT_EQ(intake.items.size(), 1U);
  return intake.items.empty() ? Article() : intake.items[0].article;
}

TEST(ReadText, FieldLinesInFrontAreMetadata) {
  const Article article = only_article(
      "Titre : Le port ferme\nSource : Le Matin\nAuteur : A. Bennani\nDate : 8 avril 2025\nURL : "
      "https://lematin.ma/port\n"
      "Langue : fr\nGenre : éditorial\nNature : digest\nClé : port-1\n\n" +
      test::french_article(1) + "\n");
  EXPECT_EQ(article.title, "Le port ferme");
  EXPECT_EQ(article.outlet, "lematin");
  EXPECT_EQ(article.authors, "A. Bennani");
  EXPECT_EQ(article.date, "2025-04-08");
  EXPECT_EQ(article.url, "https://lematin.ma/port");
  EXPECT_EQ(article.lang, "fr");
  EXPECT_EQ(article.genre, "editorial");
  EXPECT_EQ(article.key, "port-1");
  EXPECT_EQ(article.text, test::french_article(1));
  EXPECT_EQ(origin_of(article, "text"), "digest");
}

TEST(ReadText, ADateAboveTheTextIsNoTitle) {
  for (const std::string line : {"Mardi 8 avril 2025", "الثلاثاء، 8 أبريل 2025", "08/04/2025"}) {
    const Article article = only_article(line + "\n\n" + test::french_article(1) + "\n");
    EXPECT_EQ(article.title, "") << line;
    EXPECT_EQ(article.date, "2025-04-08") << line;
  }
  EXPECT_EQ(only_article("La fuite du 8 avril 2025\n\n" + test::french_article(1)).title,
            "La fuite du 8 avril 2025");
}

TEST(ReadText, FieldLinesInArabicAreMetadata) {
  const Article article = only_article(
      "العنوان: إغلاق الميناء\nالمصدر : هسبريس\nالكاتب： سعاد\nالتاريخ﹕ ٨ أبريل ٢٠٢٥\n"
      "الرابط: https://www.hespress.com/x\nالنوع: افتتاحية\nالطبيعة: ملخص\nالنص:\n" +
      test::arabic_article(1));
  EXPECT_EQ(article.title, "إغلاق الميناء");
  EXPECT_EQ(article.outlet, "hespress");
  EXPECT_EQ(article.authors, "سعاد");
  EXPECT_EQ(article.date, "2025-04-08");
  EXPECT_EQ(article.genre, "editorial");
  EXPECT_EQ(article.lang, "ar");
  EXPECT_EQ(article.text, test::arabic_article(1));
  EXPECT_EQ(origin_of(article, "text"), "digest");
}

TEST(ReadText, RepeatedFieldBlocksAreSeveralArticles) {
  const Intake intake =
      read_source("deux.txt", "Titre : Un\nSource : Le Matin\n\n" + test::french_article(1) +
                                  "\n\nالعنوان: اثنان\nالمصدر: هسبريس\n\n" + test::arabic_article(2));
  ASSERT_EQ(intake.items.size(), 2U);
  EXPECT_EQ(intake.items[0].article.text, test::french_article(1));
  EXPECT_EQ(intake.items[1].article.title, "اثنان");
  EXPECT_EQ(intake.items[1].article.text, test::arabic_article(2));
}

TEST(ReadText, SeparatorLinesAreSeveralArticles) {
  const std::string text =
      test::french_article(1) + "\n-----\n" + test::arabic_article(2) + "\n=====\n" + test::french_article(3);
  const Intake intake = read_source("trois.txt", text);
  ASSERT_EQ(intake.items.size(), 3U);
  for (const Intake::Item& item : intake.items) {
    ASSERT_EQ(item.copies.size(), 1U);
    EXPECT_EQ(slice(text, item.copies[0]), item.article.text);
  }
}

TEST(ReadText, StarsBetweenSectionsDoNotSplitAnArticle) {
  EXPECT_EQ(
      read_source("un.txt", test::french_article(1) + "\n\n***\n\n" + test::french_article(2)).items.size(),
      1U);
}

TEST(ReadText, ArticlePastedAgainBehindASeparatorIsACopy) {
  const std::string block = "Titre : Un\nSource : Le Matin\n\n" + test::french_article(1);
  const Intake intake = read_source("double.txt", block + "\n\n" + block);
  ASSERT_EQ(intake.items.size(), 1U);
  EXPECT_EQ(intake.items[0].copies.size(), 2U);
}

TEST(ReadText, TwoOutletsThatPrintOneTextAreTwoArticles) {
  const Intake intake =
      read_source("double.txt", "Titre : Un\nSource : Le Matin\n\n" + test::french_article(1) +
                                    "\n\nTitre : Un\nSource : L'Economiste\n\n" + test::french_article(1));
  EXPECT_EQ(intake.items.size(), 2U);
}

TEST(ReadText, LastLineThatIsAnOutletIsNotPartOfTheText) {
  const Article article = only_article(test::french_article(4) + "\nLe Point\n");
  EXPECT_EQ(article.outlet, "lepoint");
  EXPECT_EQ(origin_of(article, "outlet"), "text");
  EXPECT_EQ(article.text, test::french_article(4));
  const Article arabic = only_article(test::arabic_article(4) + "\nهسبريس");
  EXPECT_EQ(arabic.outlet, "hespress");
  EXPECT_EQ(arabic.text, test::arabic_article(4));
}

TEST(ReadText, DateOfTheFirstLinesIsMarkedAsTakenFromTheText) {
  const Article french = only_article("Mardi 8 avril 2025. " + test::french_article(5));
  EXPECT_EQ(french.date, "2025-04-08");
  EXPECT_EQ(origin_of(french, "date"), "text");
  const Article arabic = only_article("الرباط في 8 أبريل 2025. " + test::arabic_article(5));
  EXPECT_EQ(arabic.date, "2025-04-08");
  EXPECT_EQ(origin_of(arabic, "date"), "text");
}

TEST(ReadText, FileNameGivesOutletAndDateAsLastResort) {
  const Article article = only_article(test::french_article(6), "collecte/ledesk_2025-04-08.txt");
  EXPECT_EQ(article.outlet, "ledesk");
  EXPECT_EQ(article.date, "2025-04-08");
  EXPECT_EQ(origin_of(article, "outlet"), "path");
  EXPECT_EQ(origin_of(article, "date"), "path");
}

TEST(ReadText, AYearAloneInAFileNameIsNoDate) {
  const auto date = [](const std::string& path) { return only_article(test::french_article(6), path).date; };
  EXPECT_EQ(date("collecte/2025.txt"), "");
  EXPECT_EQ(date("collecte/1998.txt"), "");  // as likely the number of a text
  EXPECT_EQ(date("collecte/٢٠٢٥.txt"), "");
  EXPECT_EQ(date("2025/saisie.txt"), "");
  EXPECT_EQ(date("collecte/2025-04.txt"), "2025-04");
  EXPECT_EQ(date("collecte/20250408.txt"), "2025-04-08");
  EXPECT_EQ(date("collecte/avril 2025.txt"), "2025-04");
  EXPECT_EQ(date("collecte/غشت 2025.txt"), "2025-08");
  EXPECT_EQ(date("collecte/٨ أبريل ٢٠٢٥.txt"), "2025-04-08");
}

TEST(ReadText, FirstLineThatIsNoSentenceIsTheTitle) {
  const Article article = only_article("Le port ferme pour deux semaines\n\n" + test::french_article(7));
  EXPECT_EQ(article.title, "Le port ferme pour deux semaines");
  EXPECT_EQ(article.text, test::french_article(7));
  EXPECT_EQ(only_article(test::arabic_article(7)).title, "");
}

TEST(ReadText, MetadataMayFollowTheText) {
  const Article article =
      only_article(test::french_article(8) + "\n\nSource : Le Matin\nDate : 2025-04-08\n");
  EXPECT_EQ(article.outlet, "lematin");
  EXPECT_EQ(article.date, "2025-04-08");
  EXPECT_EQ(article.text, test::french_article(8));
}

TEST(ReadText, UnusualFormsAreStoredInOne) {
  // NFD, presentation forms, CRLF.
  const Article article =
      only_article("Titre : E\u0301te\u0301\r\n\r\nLe re\u0301cit est bref, et il dit tout.\r\nFin.\r\n");
  EXPECT_EQ(article.title, "Été");
  EXPECT_EQ(article.text, "Le récit est bref, et il dit tout.\nFin.");
  EXPECT_EQ(only_article("العنوان: خبر\n\nﺍﻟﺼﻨﺪﻭﻕ مغلق اليوم.").text, "الصندوق مغلق اليوم.");
}

TEST(ReadText, SeedFileIsOneArticleInTwoCopies) {
  SAHAFA_NEEDS_SHARED("data/seed/lepoint-cnss-2025.txt");
  const std::string bytes = test::read_file(test::shared("data/seed/lepoint-cnss-2025.txt"));
  const Intake intake = read_source("lepoint-cnss-2025.txt", bytes);
  ASSERT_EQ(intake.items.size(), 1U);
  EXPECT_EQ(intake.items[0].copies.size(), 2U);
  const Article& article = intake.items[0].article;
  EXPECT_EQ(article.outlet, "lepoint");
  EXPECT_EQ(article.lang, "fr");
  EXPECT_EQ(article.date, "2025-04-08");
  EXPECT_EQ(origin_of(article, "date"), "text");
  EXPECT_TRUE(article.text.starts_with("Données de millions de citoyens"));
  EXPECT_FALSE(article.text.ends_with("Le Point"));
}

TEST(ReadText, YearAloneInTheNameOfAFileIsNoDateButAMonthOrADayIs) {
  const std::string french = test::french_article(1);
  const std::string arabic = test::arabic_article(1);
  for (const char* path : {"2024.txt", "presse/1999.txt", "ledesk_2024.txt", "مقال 2024.txt"})
    EXPECT_EQ(only_article(french, path).date, "") << path;
  EXPECT_EQ(only_article(french, "ledesk_2024-05.txt").date, "2024-05");
  EXPECT_EQ(only_article(french, "2024-05-17 - ledesk.txt").date, "2024-05-17");
  const Article article = only_article(arabic, "هسبريس 17 ماي 2024.txt");
  EXPECT_EQ(article.date, "2024-05-17");
  EXPECT_EQ(origin_of(article, "date"), "path");
}

}  // namespace
}  // namespace sahafa
