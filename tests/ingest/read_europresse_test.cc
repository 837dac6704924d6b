#include "ingest/read_europresse.h"

#include <gtest/gtest.h>

#include "tests/ingest/fixtures.h"

namespace sahafa {
namespace {

TEST(ReadEuropresse, NewLayoutGivesEachArticleWithItsFields) {
  const Intake intake = test::read_fixture("europresse/nouveau.HTML");
  EXPECT_EQ(intake.source.format, "europresse");
  ASSERT_EQ(intake.items.size(), 2U);
  const Article& french = intake.items[0].article;
  EXPECT_EQ(french.outlet, "lematin");
  EXPECT_EQ(french.title, "Le port de Safi ferme pour travaux");
  EXPECT_EQ(french.authors, "Samira Exemple; Karim Modèle");
  EXPECT_EQ(french.date, "2025-04-08");
  EXPECT_EQ(french.key, "news·20250409·LMX·0001_1256056");
  EXPECT_EQ(french.lang, "fr");
  EXPECT_EQ(french.text,
            "Le port de Safi ferme ses portes pendant deux semaines, a annoncé l'agence portuaire mardi.\n"
            "Les pêcheurs seront accueillis à El Jadida.");
  const Article& arabic = intake.items[1].article;
  EXPECT_EQ(arabic.outlet, "hespress");
  EXPECT_EQ(arabic.title, "ميناء آسفي يغلق أبوابه");
  EXPECT_EQ(arabic.authors, "سعاد مثال");
  EXPECT_EQ(arabic.genre, "editorial");
  EXPECT_EQ(arabic.lang, "ar");
  EXPECT_EQ(arabic.text, "أعلنت وكالة الموانئ أن ميناء آسفي سيغلق أسبوعين.\nوسيتوجه الصيادون إلى الجديدة.");
}

TEST(ReadEuropresse, DocumentNumberGivesTheDateThatTheHeaderLacks) {
  const Intake intake = test::read_fixture("europresse/nouveau.HTML");
  EXPECT_EQ(intake.items[1].article.date, "2025-04-10");
  EXPECT_EQ(test::origin_of(intake.items[1].article, "date"), "document number");
  EXPECT_EQ(test::origin_of(intake.items[0].article, "date"), "");
}

TEST(ReadEuropresse, ArticleWithoutTextIsAnIssueAndTheRestGoesOn) {
  const Intake intake = test::read_fixture("europresse/nouveau.HTML");
  ASSERT_EQ(intake.issues.size(), 1U);
  EXPECT_EQ(intake.issues[0].place, "article 3");
  EXPECT_FALSE(intake.issues[0].fatal);
}

TEST(ReadEuropresse, OlderLayoutEndsItsTextAtTheRights) {
  const Intake intake = test::read_fixture("europresse/ancien.html");
  ASSERT_EQ(intake.items.size(), 2U);
  const Article& first = intake.items[0].article;
  EXPECT_EQ(first.outlet, "leconomiste");
  EXPECT_EQ(first.title, "La réforme attend son décret");
  EXPECT_EQ(first.authors, "Omar Exemple");
  EXPECT_EQ(first.date, "2013-10-05");
  EXPECT_EQ(first.key, "news·20131006·ECO·0ab_1");
  EXPECT_EQ(first.text,
            "Le décret n'est toujours pas publié, six mois après le vote.\nLe ministère promet un texte "
            "avant l'été.");
  const Article& second = intake.items[1].article;
  EXPECT_EQ(second.authors, "");
  EXPECT_EQ(second.date, "2013-10-07");
  EXPECT_EQ(second.text,
            "Deux lignes de nuit rouvrent en novembre, a indiqué l'office des chemins de fer lors d'un point "
            "de presse "
            "tenu à Fès.\nElles relieront Oujda à Tanger et Fès à Marrakech.");
}

TEST(ReadEuropresse, CopiesAreTheArticlesInTheFile) {
  const std::string text = test::fixture("europresse/nouveau.HTML");
  const Intake intake = read_source("nouveau.HTML", text);
  for (const Intake::Item& item : intake.items) {
    ASSERT_EQ(item.copies.size(), 1U);
    EXPECT_TRUE(slice(text, item.copies[0]).starts_with("<article>"));
    EXPECT_NE(slice(text, item.copies[0]).find(item.article.key), std::string_view::npos);
  }
}

TEST(ReadEuropresse, PageWithoutArticlesSaysSo) {
  const Intake intake =
      read_source("vide.html", "<style>.DocPublicationName {}</style><p>Aucun document</p>");
  EXPECT_TRUE(intake.items.empty());
  ASSERT_EQ(intake.issues.size(), 1U);
  EXPECT_TRUE(intake.issues[0].fatal);
}

}  // namespace
}  // namespace sahafa
