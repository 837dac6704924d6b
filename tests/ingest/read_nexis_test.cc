#include "ingest/read_nexis.h"

#include <gtest/gtest.h>

#include "ingest/nexis_text.h"
#include "tests/ingest/fixtures.h"

namespace sahafa {
namespace {

TEST(ReadNexis, OldTextIsUnwrappedAndEndsAtItsFields) {
  const Intake intake = test::read_fixture("nexis/ancien.txt");
  EXPECT_EQ(intake.source.format, "nexis");
  ASSERT_EQ(intake.items.size(), 2U);
  const Article& french = intake.items[0].article;
  EXPECT_EQ(french.outlet, "lematin");
  EXPECT_EQ(french.date, "2025-04-08");
  EXPECT_EQ(french.title, "Le port de Safi ferme pour travaux et les pêcheurs s'en vont ailleurs");
  EXPECT_EQ(french.authors, "Samira Exemple");
  EXPECT_EQ(french.genre, "column");
  EXPECT_EQ(french.lang, "fr");
  EXPECT_EQ(french.text,
            "Deux semaines de fermeture.\n"
            "Le port de Safi ferme ses portes pendant deux semaines, a annoncé l'agence portuaire mardi.\n"
            "NOTE: les pêcheurs seront accueillis à El Jadida.");
}

TEST(ReadNexis, TitleMayStandBeforeTheDate) {
  const Intake intake = test::read_fixture("nexis/ancien.txt");
  const Article& arabic = intake.items.at(1).article;
  EXPECT_EQ(arabic.outlet, "hespress");
  EXPECT_EQ(arabic.title, "ميناء آسفي يغلق أبوابه");
  EXPECT_EQ(arabic.date, "2025-04-08");
  EXPECT_EQ(arabic.authors, "سعاد مثال");
  EXPECT_EQ(arabic.lang, "ar");
  EXPECT_EQ(arabic.text, "أعلنت وكالة الموانئ أن ميناء آسفي سيغلق أسبوعين.\nوسيتوجه الصيادون إلى الجديدة.");
}

TEST(ReadNexis, StubIsAnIssueWithItsNumber) {
  const Intake intake = test::read_fixture("nexis/ancien.txt");
  ASSERT_EQ(intake.issues.size(), 1U);
  EXPECT_EQ(intake.issues[0].place, "article 3");
}

TEST(ReadNexis, OldHtmlHoldsTheSameLayout) {
  const Intake intake = test::read_fixture("nexis/ancien.html");
  EXPECT_EQ(intake.source.format, "nexis");
  ASSERT_EQ(intake.items.size(), 2U);
  const Article& french = intake.items[0].article;
  EXPECT_EQ(french.outlet, "lematin");
  EXPECT_EQ(french.date, "2025-04-08");
  EXPECT_EQ(french.title, "Le port de Safi ferme pour travaux");
  EXPECT_EQ(french.authors, "Samira Exemple");
  EXPECT_EQ(french.text,
            "Le port de Safi ferme ses portes pendant deux semaines.\nLes pêcheurs iront à El Jadida.");
  const Article& arabic = intake.items[1].article;
  EXPECT_EQ(arabic.outlet, "hespress");
  EXPECT_EQ(arabic.title, "ميناء آسفي يغلق أبوابه");
  EXPECT_EQ(arabic.text, "أعلنت وكالة الموانئ أن ميناء آسفي سيغلق أسبوعين.");
}

TEST(ReadNexis, NexisUniEndsAtItsMarkAlsoWhereTextIsStuckToIt) {
  const Intake intake = test::read_fixture("nexis/nexis-uni.txt");
  EXPECT_EQ(intake.source.format, "nexis");
  ASSERT_EQ(intake.items.size(), 2U);
  const Article& french = intake.items[0].article;
  EXPECT_EQ(french.title, "Le port de Safi ferme pour travaux");
  EXPECT_EQ(french.outlet, "lematin");
  EXPECT_EQ(french.date, "2025-04-08");
  EXPECT_EQ(french.authors, "Samira Exemple");
  EXPECT_EQ(french.genre, "column");
  EXPECT_EQ(french.lang, "fr");
  EXPECT_EQ(french.text,
            "Le port de Safi ferme ses portes pendant deux semaines.\nLes pêcheurs iront à El Jadida.\n"
            "La reprise est prévue le 22 avril.");
  const Article& arabic = intake.items[1].article;
  EXPECT_EQ(arabic.title, "ميناء آسفي يغلق أبوابه");
  EXPECT_EQ(arabic.outlet, "hespress");
  EXPECT_EQ(arabic.date, "2025-04-09");
  EXPECT_EQ(arabic.text, "أعلنت وكالة الموانئ أن ميناء آسفي سيغلق أسبوعين.\nوسيتوجه الصيادون إلى الجديدة.");
}

TEST(ReadNexis, CopiesAreThePartsOfTheFile) {
  const std::string text = test::fixture("nexis/nexis-uni.txt");
  const Intake intake = read_source("nexis-uni.txt", text);
  EXPECT_TRUE(slice(text, intake.items.at(1).copies.at(0)).starts_with("ميناء"));
  EXPECT_TRUE(slice(text, intake.items.at(1).copies.at(0)).ends_with("End of Document"));
}

TEST(ReadNexis, OrdinaryTextIsNone) {
  EXPECT_FALSE(is_nexis_text("Le document 1 de 80 pages a été remis.\nBody\n"));
  EXPECT_FALSE(is_nexis_text("الوثيقة 1 من 80\n"));
  EXPECT_TRUE(is_nexis_text("   12 of 80 DOCUMENTS  \n"));
  EXPECT_TRUE(is_nexis_text("Dokument 1 von 2"));
}

}  // namespace
}  // namespace sahafa
