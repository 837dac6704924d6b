#include "ingest/read_lexico.h"

#include <gtest/gtest.h>

#include "tests/ingest/fixtures.h"

namespace sahafa {
namespace {

TEST(ReadLexico, KeysHoldUntilTheyAreSetAgain) {
  const Intake intake = test::read_fixture("lexico/lexico.txt");
  EXPECT_EQ(intake.source.format, "lexico");
  EXPECT_TRUE(intake.issues.empty());
  ASSERT_EQ(intake.items.size(), 3U);
  const auto article = [&](std::size_t i) { return intake.items[i].article; };
  EXPECT_EQ(article(0).outlet, "ledesk");
  EXPECT_EQ(article(0).date, "2025-04-08");
  EXPECT_EQ(article(0).title, "Le port rouvre");
  EXPECT_EQ(article(0).text,
            "Les quais du port ont rouvert mardi matin.\nLes dockers attendent un calendrier.");
  EXPECT_EQ(article(1).outlet, "ledesk");
  EXPECT_EQ(article(1).date, "2025-04-09");
  EXPECT_EQ(article(1).title, "");
  EXPECT_EQ(article(2).outlet, "lakome");
  EXPECT_EQ(article(2).date, "2025-04-10");
  EXPECT_EQ(article(2).lang, "ar");
}

TEST(ReadLexico, WhereNoKeyIsKnownEveryKeyBeginsAnArticle) {
  const Intake intake = read_source("a.txt", "<num=1>\nLe port rouvre.\n<num=2>\nعاد العمال.\n");
  ASSERT_EQ(intake.items.size(), 2U);
  EXPECT_EQ(intake.items[1].article.text, "عاد العمال.");
}

TEST(ReadLexico, CopyIsTheTextBehindTheKeys) {
  const std::string text = "<date=2025-04-08>\nLe port rouvre.\n<date=\"2025-04-09\"> عاد العمال.\n";
  const Intake intake = read_source("a.txt", text);
  ASSERT_EQ(intake.items.size(), 2U);
  EXPECT_EQ(slice(text, intake.items[0].copies.at(0)), "Le port rouvre.");
  EXPECT_EQ(slice(text, intake.items[1].copies.at(0)), "عاد العمال.");
  EXPECT_EQ(intake.items[1].article.date, "2025-04-09");
}

TEST(ReadLexico, PagesAreNotTakenForIt) {
  EXPECT_EQ(read_source("a.html", "<div class=x><p>Le port.</p></div>").source.format, "html");
  EXPECT_EQ(read_source("a.txt", "<3 = coeur > rien").source.format, "text");
}

}  // namespace
}  // namespace sahafa
