#include "ingest/read_vrt.h"

#include <gtest/gtest.h>

#include "tests/ingest/fixtures.h"

namespace sahafa {
namespace {

TEST(ReadVrt, WordsBecomeTextAndStructuresFieldsAndParagraphs) {
  const Intake intake = test::read_fixture("vrt/sketch.vert");
  EXPECT_EQ(intake.source.format, "vrt");
  ASSERT_EQ(intake.items.size(), 2U);
  const Article& french = intake.items[0].article;
  EXPECT_EQ(french.key, "sk1");
  EXPECT_EQ(french.title, "Le quai & la grue");
  EXPECT_EQ(french.outlet, "ledesk");
  EXPECT_EQ(french.date, "2025-04-08");
  EXPECT_EQ(french.text, "L'ouvrier attend. R&D reprend.\nFin");
  const Article& arabic = intake.items[1].article;
  EXPECT_EQ(arabic.title, "ميناء الناظور");
  EXPECT_EQ(arabic.outlet, "hespress");
  EXPECT_EQ(arabic.lang, "ar");
  EXPECT_EQ(arabic.text, "عادت الرافعات.");
}

TEST(ReadVrt, GapsGiveOtherWhiteSpaceThanTheUsual) {
  const Intake intake =
      read_source("a.txt",
                  "<text>\n<p>\n<s>\nLe\tle\n<gap text=\"&#160; \"/>\nport\tport\n</s>\n</p>\n<p>\n<s>\n"
                  "<gap text=\"&#10;&#10;\"/>\nrouvre\trouvrir\n</s>\n</p>\n</text>\n");
  ASSERT_EQ(intake.items.size(), 1U);
  EXPECT_EQ(intake.source.format, "vrt");
  EXPECT_EQ(intake.items[0].article.text, "Le\u00A0 port\n\nrouvre");
}

TEST(ReadVrt, WordsWithoutAttributesNeedTheNameOfTheFile) {
  const std::string text = "<text>\n<p>\nLe\nport\nrouvre\n</p>\n</text>\n";
  EXPECT_EQ(read_source("a.vrt", text).items.at(0).article.text, "Le port rouvre");
  EXPECT_EQ(read_source("a.xml", text).source.format, "txm");
}

TEST(ReadVrt, TruncatedFileKeepsTheBeginningOfTheLastText) {
  const std::string whole = test::fixture("vrt/sketch.vert");
  const Intake intake = read_source("a.vert", whole.substr(0, whole.find("الرافعات")));
  ASSERT_EQ(intake.items.size(), 2U);
  EXPECT_EQ(intake.items[1].article.text, "عادت");
  ASSERT_EQ(intake.issues.size(), 1U);
  EXPECT_NE(intake.issues[0].message.find("truncated"), std::string::npos);
}

}  // namespace
}  // namespace sahafa
