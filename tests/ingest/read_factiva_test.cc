#include "ingest/read_factiva.h"

#include <gtest/gtest.h>

#include "tests/ingest/fixtures.h"

namespace sahafa {
namespace {

constexpr std::string_view kFrenchTitle = "Le port de Safi ferme pour travaux";
constexpr std::string_view kArabicTitle = "ميناء آسفي يغلق أبوابه";
constexpr std::string_view kArabicLead = "أعلنت وكالة الموانئ أن ميناء آسفي سيغلق أسبوعين.";

TEST(ReadFactiva, HtmlWithIndexingGivesEveryField) {
  const Intake intake = test::read_fixture("factiva/index.html");
  EXPECT_EQ(intake.source.format, "factiva");
  ASSERT_EQ(intake.items.size(), 2U);
  const Article& french = intake.items[0].article;
  EXPECT_EQ(french.title, kFrenchTitle);
  EXPECT_EQ(french.authors, "Samira Exemple");
  EXPECT_EQ(french.date, "2025-04-08");
  EXPECT_EQ(french.outlet, "lematin");
  EXPECT_EQ(french.lang, "fr");
  EXPECT_EQ(french.genre, "column");
  EXPECT_EQ(french.key, "LEMATN0020250408el4800001");
  EXPECT_EQ(french.text,
            "Le port de Safi ferme ses portes pendant deux semaines.\nLes pêcheurs iront à El Jadida.\n"
            "La reprise est prévue le 22 avril.");
}

TEST(ReadFactiva, OtherInterfaceLanguagesLeaveLanguageToTheMarkupAndDateToTheNumber) {
  const Intake intake = test::read_fixture("factiva/index.html");
  const Article& arabic = intake.items.at(1).article;
  EXPECT_EQ(arabic.title, kArabicTitle);
  EXPECT_EQ(arabic.outlet, "hespress");
  EXPECT_EQ(arabic.lang, "ar");
  EXPECT_EQ(arabic.text, kArabicLead);
  EXPECT_EQ(arabic.date, "2025-04-09");
  EXPECT_EQ(test::origin_of(arabic, "date"), "accession number");
}

TEST(ReadFactiva, OneAccessionNumberTwiceIsOneArticleWithTwoCopies) {
  const Intake intake = test::read_fixture("factiva/index.html");
  EXPECT_EQ(intake.items.at(0).copies.size(), 2U);
  EXPECT_EQ(intake.items.at(1).copies.size(), 1U);
}

TEST(ReadFactiva, HtmlWithoutIndexingIsReadByTheOrderOfItsImprint) {
  const Intake intake = test::read_fixture("factiva/sans-index.html");
  ASSERT_EQ(intake.items.size(), 1U);
  const Article& article = intake.items[0].article;
  EXPECT_EQ(article.title, "La pêche reprend à Safi");
  EXPECT_EQ(article.authors, "Karim Modèle");
  EXPECT_EQ(article.date, "2025-04-23");
  EXPECT_EQ(article.outlet, "lematin");
  EXPECT_EQ(article.key, "LEMATN0020250408el4800003");
  EXPECT_EQ(article.text, "Les chalutiers sont sortis mercredi.\nLa criée a rouvert dans la journée.");
}

TEST(ReadFactiva, TextWithCodes) {
  const std::string text = test::fixture("factiva/codes.txt");
  const Intake intake = test::read_fixture("factiva/codes.txt");
  EXPECT_EQ(intake.source.format, "factiva");
  ASSERT_EQ(intake.items.size(), 2U);
  const Article& french = intake.items[0].article;
  EXPECT_EQ(french.title, kFrenchTitle);
  EXPECT_EQ(french.authors, "Samira Exemple");
  EXPECT_EQ(french.key, "LEMATN0020250408el4800001");
  EXPECT_EQ(
      french.text,
      "Le port de Safi ferme ses portes pendant deux semaines.\nIN 2024 est un sigle que personne ne lit.\n"
      "Les pêcheurs iront à El Jadida.");
  const Article& arabic = intake.items[1].article;
  EXPECT_EQ(arabic.title, kArabicTitle);
  EXPECT_EQ(arabic.date, "2025-04-09");
  EXPECT_EQ(arabic.lang, "ar");
  EXPECT_EQ(arabic.key, "HESPRS0020250409el4900002");
  EXPECT_EQ(arabic.text, std::string(kArabicLead) + "\nوسيتوجه الصيادون إلى الجديدة.");
  EXPECT_TRUE(slice(text, intake.items[1].copies[0]).starts_with("HD ميناء"));
  EXPECT_TRUE(slice(text, intake.items[1].copies[0]).ends_with("el4900002"));
}

TEST(ReadFactiva, RtfWithoutCodes) {
  const Intake intake = test::read_fixture("factiva/sans-index.rtf");
  EXPECT_EQ(intake.source.format, "factiva");
  EXPECT_EQ(intake.source.encoding, "windows-1252 (RTF)");
  ASSERT_EQ(intake.items.size(), 2U);
  const Article& french = intake.items[0].article;
  EXPECT_EQ(french.title, kFrenchTitle);
  EXPECT_EQ(french.authors, "Samira Exemple");
  EXPECT_EQ(french.date, "2025-04-08");
  EXPECT_EQ(french.outlet, "lematin");
  EXPECT_EQ(french.text,
            "Le port de Safi ferme ses portes pendant deux semaines, a annoncé l'agence.\nLes pêcheurs iront "
            "à El Jadida.");
  const Article& arabic = intake.items[1].article;
  EXPECT_EQ(arabic.title, kArabicTitle);
  EXPECT_EQ(arabic.authors, "سعاد مثال");
  EXPECT_EQ(arabic.outlet, "hespress");
  EXPECT_EQ(arabic.lang, "ar");
  EXPECT_EQ(arabic.text, kArabicLead);
}

TEST(ReadFactiva, ArticleWithoutTextIsAnIssue) {
  const Intake intake = read_source("vide.txt",
                                    "HD Titre seul\nWC 3 mots\nPD 8 avril 2025\nSN Le Matin\nLA Français\n"
                                    "Document LEMATN0020250408el4800001\n");
  EXPECT_TRUE(intake.items.empty());
  ASSERT_FALSE(intake.issues.empty());
  EXPECT_EQ(intake.issues[0].place, "article 1");
}

TEST(ReadFactiva, XmlGivesEveryFieldWithHitsUnwrapped) {
  const Intake intake = test::read_fixture("factiva/pps.xml");
  EXPECT_EQ(intake.source.format, "factiva");
  ASSERT_EQ(intake.items.size(), 2U);
  const Article& french = intake.items[0].article;
  EXPECT_EQ(french.title, "Le port de Nador reprend & recrute");
  EXPECT_EQ(french.authors, "Samira Alaoui");
  EXPECT_EQ(french.outlet, "ledesk");
  EXPECT_EQ(french.date, "2025-04-09");
  EXPECT_EQ(french.lang, "fr");
  EXPECT_EQ(french.key, "LEDESK0020250409el4900003");
  EXPECT_EQ(
      french.text,
      "Les grues de Nador tournent de nouveau depuis lundi matin.\n"
      "La direction promet quarante embauches avant l’été.\nLes dockers attendent de voir les contrats.");
  EXPECT_EQ(intake.items[0].copies.size(), 2U);  // the third article is the first again
}

TEST(ReadFactiva, XmlWithAttributesInArabic) {
  const Article arabic = test::read_fixture("factiva/pps.xml").items.at(1).article;
  EXPECT_EQ(arabic.title, "ميناء الناظور يستأنف نشاطه");
  EXPECT_EQ(arabic.outlet, "hespress");
  EXPECT_EQ(arabic.date, "2025-04-10");
  EXPECT_EQ(arabic.lang, "ar");
  EXPECT_EQ(arabic.key, "HESPR00020250410el4a00007");
  EXPECT_EQ(arabic.text,
            "عادت الرافعات إلى الدوران صباح يوم الاثنين.\nووعدت الإدارة بتوظيف أربعين عاملا قبل الصيف.");
}

TEST(ReadFactiva, TruncatedXmlKeepsTheArticlesBeforeAndWhatTheLastOneSays) {
  const std::string whole = test::fixture("factiva/pps.xml");
  const Intake intake = read_source("pps.xml", whole.substr(0, whole.find("ووعدت")));
  ASSERT_EQ(intake.items.size(), 2U);
  EXPECT_EQ(intake.items[1].article.text, "عادت الرافعات إلى الدوران صباح يوم الاثنين.");
}

TEST(ReadFactiva, HeadingsInCapitalsAreNoCodes) {
  std::string text;
  for (int i = 0; i < 6; ++i)
    text += "LA CNSS RÉPOND\n\nLa caisse a répondu à ses assurés par un communiqué.\n\n";
  EXPECT_EQ(read_source("notes.txt", text).source.format, "text");
}

TEST(ReadFactiva, CodesInTheCellsOfATableAreRead) {
  const Intake intake = read_source("tableau.rtf",
                                    "{\\rtf1\\ansi HD\\cell Un titre\\cell\\row WC\\cell 9 mots\\cell\\row "
                                    "PD\\cell 8 avril 2025\\cell\\row "
                                    "SN\\cell Le Matin\\cell\\row LA\\cell Fran\\'e7ais\\cell\\row LP\\cell "
                                    "Le port ferme.\\par Il rouvre.\\cell\\row "
                                    "AN\\cell Document LEMATN0020250408el4800001\\cell\\row}");
  ASSERT_EQ(intake.items.size(), 1U);
  EXPECT_EQ(intake.source.format, "factiva");
  EXPECT_EQ(intake.items[0].article.title, "Un titre");
  EXPECT_EQ(intake.items[0].article.date, "2025-04-08");
  EXPECT_EQ(intake.items[0].article.text, "Le port ferme.\nIl rouvre.");
  EXPECT_EQ(intake.items[0].article.key, "LEMATN0020250408el4800001");
}

}  // namespace
}  // namespace sahafa
