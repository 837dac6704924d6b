#include "ingest/read_feed.h"

#include <gtest/gtest.h>

#include "tests/ingest/fixtures.h"

namespace sahafa {
namespace {

TEST(ReadFeed, RssGivesTheWholeTextWhereTheFeedCarriesIt) {
  const Intake intake = test::read_fixture("feed/rss2.xml");
  EXPECT_EQ(intake.source.format, "feed");
  ASSERT_EQ(intake.items.size(), 2U);
  const Article& article = intake.items[0].article;
  EXPECT_EQ(article.title, "Le port de Safi ferme & se refait");
  EXPECT_EQ(article.outlet, "lematin");
  EXPECT_EQ(article.url, "https://lematin.ma/economie/port-safi");
  EXPECT_EQ(article.key, "lematin-1");
  EXPECT_EQ(article.date, "2025-04-08");
  EXPECT_EQ(article.authors, "Samira Exemple; Karim Modèle");
  EXPECT_EQ(article.lang, "fr");
  EXPECT_EQ(article.text, "Le port de Safi ferme ses portes.\nLes pêcheurs iront à El\u00A0Jadida. Un mot.");
  EXPECT_EQ(test::origin_of(article, "text"), "");
}

TEST(ReadFeed, SummaryAloneIsMarked) {
  const Intake intake = test::read_fixture("feed/rss2.xml");
  const Article& french = intake.items.at(1).article;
  EXPECT_EQ(french.text, "Deux lignes de nuit rouvrent en novembre.");
  EXPECT_EQ(test::origin_of(french, "text"), "summary");
  EXPECT_EQ(french.date, "2025-04-09");
  EXPECT_EQ(french.authors, "Omar Exemple");
  const Article arabic = test::read_fixture("feed/atom.xml").items.at(1).article;
  EXPECT_EQ(arabic.text, "تعود قطارات الليل في نونبر بين وجدة وطنجة.");
  EXPECT_EQ(test::origin_of(arabic, "text"), "summary");
  EXPECT_EQ(arabic.date, "2025-04-09");
}

TEST(ReadFeed, EntryWithoutTextIsAnIssue) {
  const Intake intake = test::read_fixture("feed/rss2.xml");
  ASSERT_EQ(intake.issues.size(), 1U);
  EXPECT_EQ(intake.issues[0].place, "entry 3");
  EXPECT_NE(intake.issues[0].message.find("https://lematin.ma/vide"), std::string::npos);
}

TEST(ReadFeed, AtomInArabicWithXhtmlContent) {
  const Intake intake = test::read_fixture("feed/atom.xml");
  ASSERT_EQ(intake.items.size(), 2U);
  const Article& article = intake.items[0].article;
  EXPECT_EQ(article.title, "ميناء آسفي يغلق أبوابه");
  EXPECT_EQ(article.outlet, "جريدة المثال");
  EXPECT_EQ(article.url, "https://mithal.example/port");
  EXPECT_EQ(article.date, "2025-04-08");
  EXPECT_EQ(article.authors, "سعاد مثال");
  EXPECT_EQ(article.lang, "ar");
  EXPECT_EQ(article.text, "أعلنت وكالة الموانئ أن ميناء آسفي سيغلق أسبوعين.\nوسيتوجه الصيادون إلى الجديدة.");
}

TEST(ReadFeed, Rss1OfAnAggregatorNamesTheOutletOfEachEntry) {
  const Intake intake = test::read_fixture("feed/rss1.rdf");
  ASSERT_EQ(intake.items.size(), 1U);
  EXPECT_EQ(intake.items[0].article.outlet, "lematin");
  EXPECT_EQ(intake.items[0].article.url, "https://agregateur.example/1");
  EXPECT_EQ(intake.items[0].article.date, "2025-04-08");
}

TEST(ReadFeed, CopiesAreTheEntries) {
  const std::string text = test::fixture("feed/rss2.xml");
  const Intake intake = test::read_fixture("feed/rss2.xml");
  EXPECT_TRUE(slice(text, intake.items.at(0).copies.at(0)).starts_with("<item><title>Le port"));
  EXPECT_TRUE(slice(text, intake.items.at(0).copies.at(0)).ends_with("</item>"));
}

TEST(ReadFeed, EntitiesAreNotExpandedAndNoFileIsRead) {
  const Intake intake =
      read_source("entites.xml", test::read_file("tests/fuzz/corpus/read_feed/entites.xml"));
  ASSERT_EQ(intake.items.size(), 1U);
  EXPECT_EQ(intake.items[0].article.text, "t u");
}

TEST(ReadFeed, TruncatedFeedGivesItsWholeEntriesAndAnIssue) {
  const std::string text = test::fixture("feed/atom.xml");
  const Intake intake =
      read_source("coupe.xml", text.substr(0, text.find("<entry><id>tag:mithal.example,2025:2") + 30));
  ASSERT_GE(intake.items.size(), 1U);
  EXPECT_EQ(intake.items[0].article.title, "ميناء آسفي يغلق أبوابه");
  ASSERT_FALSE(intake.issues.empty());
  EXPECT_EQ(intake.issues[0].kind, "xml");
}

TEST(ReadFeed, DeepNestingIsAnIssueAndNoCrash) {
  std::string text = "<?xml version=\"1.0\"?><rss><channel><item><description>";
  for (int i = 0; i < 100000; ++i) text += "<a>";
  const Intake intake = read_source("profond.xml", text);
  ASSERT_FALSE(intake.issues.empty());
}

}  // namespace
}  // namespace sahafa
