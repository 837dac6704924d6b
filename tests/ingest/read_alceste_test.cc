#include "ingest/read_alceste.h"

#include <gtest/gtest.h>

#include "tests/ingest/fixtures.h"

namespace sahafa {
namespace {

TEST(ReadAlceste, CorpusOfIramuteqIsRead) {
  const Intake intake = test::read_fixture("alceste/iramuteq.txt");
  EXPECT_EQ(intake.source.format, "alceste");
  ASSERT_EQ(intake.items.size(), 2U);
  const Article& french = intake.items[0].article;
  EXPECT_EQ(french.outlet, "ledesk");
  EXPECT_EQ(french.date, "2025-04-08");
  EXPECT_EQ(french.lang, "fr");
  EXPECT_EQ(french.title, "Le port rouvre");
  EXPECT_EQ(french.text,
            "Les quais du port ont rouvert mardi matin.\n"
            "Les dockers attendent un calendrier, et la direction_generale parle d'un essai.");
  const Article& arabic = intake.items[1].article;
  EXPECT_EQ(arabic.outlet, "lakome");
  EXPECT_EQ(arabic.title, "عودة العمل");
  EXPECT_EQ(arabic.text, "عاد العمال إلى أرصفة الميناء صباح الأربعاء بعد توقف دام يومين.");
  ASSERT_EQ(intake.issues.size(), 1U);
  EXPECT_EQ(intake.issues[0].place, "line 9");
  EXPECT_EQ(intake.issues[0].kind, "no text");
}

TEST(ReadAlceste, OlderFormIsRead) {
  const Intake intake = test::read_fixture("alceste/alceste-ancien.txt");
  ASSERT_EQ(intake.items.size(), 2U);
  EXPECT_EQ(intake.items[1].article.outlet, "hespress");
  EXPECT_EQ(intake.items[1].article.date, "2025");
}

TEST(ReadAlceste, CopyIsTheBody) {
  const std::string text = "**** *id_a\nLe port rouvre.\n**** *id_b\nعاد العمال.\n";
  const Intake intake = read_source("a.txt", text);
  ASSERT_EQ(intake.items.size(), 2U);
  EXPECT_EQ(slice(text, intake.items[1].copies.at(0)), "عاد العمال.");
}

TEST(ReadAlceste, ValuesKeepWhatFollowsTheFirstUnderscore) {
  const Intake intake = read_source(
      "a.txt", "**** *id_doc_7 *journal_Gazette_du%5Fport *titre_Le port rouvre *drapeau\nLe port rouvre.\n");
  ASSERT_EQ(intake.items.size(), 1U);
  EXPECT_EQ(intake.items[0].article.key, "doc_7");
  EXPECT_EQ(intake.items[0].article.outlet, "Gazette du_port");
  EXPECT_EQ(intake.items[0].article.title, "Le port rouvre");
}

TEST(ReadAlceste, UserNamesVariables) {
  const Intake intake = read_source("a.txt", "**** *org_ledesk\nLe port rouvre.\n",
                                    {.columns = parse_column_map({"outlet=org"})});
  EXPECT_EQ(intake.items.at(0).article.outlet, "ledesk");
}

TEST(ReadAlceste, StarsThatSeparateTextsAreNoVariables) {
  EXPECT_EQ(read_source("a.txt", "****\nLe port rouvre.\n").source.format, "text");
  EXPECT_EQ(read_source("a.txt", "2025 sera une année de port.\n").source.format, "text");
}

}  // namespace
}  // namespace sahafa
