#include "ingest/read_txm.h"

#include <gtest/gtest.h>

#include "ingest/xml_tags.h"
#include "tests/ingest/fixtures.h"

namespace sahafa {
namespace {

TEST(ReadTxm, TextOfXtzIsRead) {
  const Intake intake = test::read_fixture("txm/xtz.xml");
  EXPECT_EQ(intake.source.format, "txm");
  EXPECT_TRUE(intake.issues.empty());
  ASSERT_EQ(intake.items.size(), 1U);
  const Article& article = intake.items[0].article;
  EXPECT_EQ(article.outlet, "ledesk");
  EXPECT_EQ(article.authors, "S. Amrani");
  EXPECT_EQ(article.title, "Le port rouvre & s'agrandit");
  EXPECT_EQ(article.date, "2025-04-08");
  EXPECT_EQ(article.text,
            "Des quais enfin ouverts\nLes quais du port ont rouvert mardi matin.\n"
            "Les dockers attendent.\nLa direction aussi.");
}

TEST(ReadTxm, MarkupAndQuotesInAttributesAreRepaired) {
  const Intake intake = test::read_fixture("txm/corpus.xml");
  ASSERT_EQ(intake.items.size(), 2U);
  EXPECT_EQ(intake.items[0].article.title, "Le port \"rouvre\" & s'agrandit");
  EXPECT_EQ(intake.items[0].article.authors, "S. Amrani");
  EXPECT_EQ(intake.items[1].article.title, "عودة العمل إلى الميناء");
  EXPECT_EQ(intake.items[1].article.outlet, "lakome");
  EXPECT_EQ(intake.items[1].article.date, "2025-04-09");
}

TEST(ReadTxm, ArticleThatBreaksOffIsAnIssueAndTheRestIsRead) {
  const Intake intake = test::read_fixture("txm/corpus.xml");
  ASSERT_EQ(intake.issues.size(), 1U);
  EXPECT_EQ(intake.issues[0].kind, "xml");
}

TEST(ReadTxm, SpacesAreKeptWhereTheFileSaysSo) {
  const Intake intake = read_source(
      "a.xml", "<text xml:space=\"preserve\">\n<p>Le  port</p>\n<p/>\n<p>عاد  العمال.</p>\n</text>");
  ASSERT_EQ(intake.items.size(), 1U);
  EXPECT_EQ(intake.items[0].article.text, "Le  port\n\nعاد  العمال.");
}

TEST(ReadTxm, EntitiesDoNotGrow) {
  std::string text = "<?xml version=\"1.0\"?><!DOCTYPE text [<!ENTITY a \"aaaaaaaaaa\">";
  for (char c = 'b'; c < 'k'; ++c) {
    text += std::string("<!ENTITY ") + c + " \"";
    for (int i = 0; i < 10; ++i) text += std::string("&") + static_cast<char>(c - 1) + ";";
    text += "\">";
  }
  const Intake intake = read_source("a.xml", text + "]><text><p>Le port &j; rouvre.</p></text>");
  for (const Intake::Item& item : intake.items) EXPECT_LT(item.article.text.size(), 100U);
}

TEST(ReadTxm, HostileMarkupIsReadInBoundedTime) {
  std::string open;
  for (int i = 0; i < 100000; ++i) open += "<text a=\"";
  EXPECT_TRUE(read_source("a.xml", open).items.empty());
  std::string deep = "<text>";
  for (int i = 0; i < 100000; ++i) deep += "<p>";
  EXPECT_TRUE(read_source("a.xml", deep + "</text>").items.empty());
}

TEST(XmlTags, StartTagIsRepaired) {
  const auto repaired = [](std::string_view text) { return repair_start_tag(text, 0).tag; };
  EXPECT_EQ(repaired("<t a='x' b = \"y\">"), "<t a=\"x\" b=\"y\">");
  EXPECT_EQ(repaired("<t a=\"1 < 2 & 3 &amp; 4\">"), "<t a=\"1 &lt; 2 &amp; 3 &amp; 4\">");
  EXPECT_EQ(repaired("<t a=\"un \"deux\" trois\" b=\"\"/>"), "<t a=\"un &quot;deux&quot; trois\" b=\"\">");
  EXPECT_TRUE(repair_start_tag("<t a=\"\"/>", 0).is_empty);
  EXPECT_EQ(repair_start_tag("<t a=\"jamais", 0).end, std::string::npos);
}

}  // namespace
}  // namespace sahafa
