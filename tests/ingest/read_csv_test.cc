#include "ingest/read_csv.h"

#include <gtest/gtest.h>

#include <random>

#include "ingest/csv_layout.h"
#include "tests/ingest/fixtures.h"
#include "tests/ingest/prose.h"
#include "text/charset.h"
#include "text/csv.h"
#include "text/error.h"

namespace sahafa {
namespace {

TEST(ReadCsv, FrenchSpreadsheetIsRead) {
  const Intake intake = test::read_fixture("csv/tableur-fr.csv");
  EXPECT_EQ(intake.source.format, "csv");
  ASSERT_EQ(intake.items.size(), 2U);
  const Article& first = intake.items[0].article;
  EXPECT_EQ(first.outlet, "ledesk");
  EXPECT_EQ(first.date, "2025-04-08");
  EXPECT_EQ(first.title, "Le port \"rouvre\" ses quais");
  EXPECT_EQ(first.authors, "S. Amrani");
  EXPECT_EQ(first.text,
            "Les quais du port ont rouvert mardi matin après deux jours d'arrêt.\n"
            "La direction parle d'un essai; les dockers attendent un calendrier.");
  const Article& second = intake.items[1].article;
  EXPECT_EQ(second.outlet, "lakome");
  EXPECT_EQ(second.lang, "ar");
  EXPECT_EQ(second.title, "الميناء يعود إلى العمل");
  ASSERT_EQ(intake.issues.size(), 1U);
  EXPECT_EQ(intake.issues[0].place, "row 4");
  EXPECT_EQ(intake.issues[0].kind, "no text");
}

TEST(ReadCsv, CopyIsTheRow) {
  const std::string bytes = test::fixture("csv/tableur-fr.csv");
  const Intake intake = test::read_fixture("csv/tableur-fr.csv");
  const std::string_view row = slice(bytes, intake.items[1].copies.at(0));
  EXPECT_TRUE(row.starts_with("Lakome;9 avril 2025;")) << row;
  EXPECT_TRUE(row.ends_with(";1,5")) << row;
}

TEST(ReadCsv, UnicodeTextOfASpreadsheetIsRecognisedByItsContent) {
  const Intake intake = test::read_fixture("csv/unicode-texte.txt");
  EXPECT_EQ(intake.source.format, "csv");
  ASSERT_EQ(intake.items.size(), 2U);
  EXPECT_EQ(intake.items[0].article.outlet, "lakome");
  EXPECT_EQ(intake.items[0].article.authors, "سعاد العلمي");
  EXPECT_EQ(intake.items[0].article.date, "2025-04-11");
  EXPECT_EQ(intake.items[1].article.lang, "fr");
  EXPECT_EQ(intake.items[1].article.date, "2025-04-12");
}

TEST(ReadCsv, Windows1252IsRead) {
  const std::string utf8 = "titre;texte\nL'été;\"Été à la plage : l'accès fermé, la dune protégée.\"\n";
  std::string bytes;
  for (std::size_t at = 0; at < utf8.size(); ++at) {
    const bool accent = utf8[at] == '\xC3';
    bytes += accent ? static_cast<char>(static_cast<unsigned char>(utf8[++at]) + 0x40) : utf8[at];
  }
  const Intake intake = read_source("a.csv", bytes);
  ASSERT_EQ(intake.items.size(), 1U);
  EXPECT_EQ(intake.items[0].article.title, "L'été");
}

TEST(ReadCsv, SeparatorIsFound) {
  for (const std::string separator : {",", ";", "\t", "|"}) {
    const std::string text = "title" + separator + "text" + separator + "score\nUn" + separator +
                             "\"Le port, fermé; rouvre\"" + separator + "\"1,5\"\n";
    const Intake intake = read_source("a.csv", text);
    ASSERT_EQ(intake.items.size(), 1U) << separator;
    EXPECT_EQ(intake.items[0].article.text, "Le port, fermé; rouvre");
  }
  const Intake declared = read_source("a.csv", "sep=|\r\ntitle|text\r\nUn|Le port rouvre.\r\n");
  ASSERT_EQ(declared.items.size(), 1U);
  EXPECT_EQ(declared.items[0].article.text, "Le port rouvre.");
}

TEST(ReadCsv, RowNamesOfRAreSkipped) {
  const Intake intake = read_source("a.csv", "\"titre\";\"texte\"\n\"1\";\"Un\";\"Le port rouvre.\"\n");
  ASSERT_EQ(intake.items.size(), 1U);
  EXPECT_EQ(intake.items[0].article.title, "Un");
}

TEST(ReadCsv, UserNamesColumns) {
  const std::string text = "Organe,Propos,texte\nلكم,عاد العمال إلى أرصفة الميناء.,remarque\n";
  const Intake intake =
      read_source("a.csv", text, {.columns = parse_column_map({"text=propos", "journal=Organe"})});
  ASSERT_EQ(intake.items.size(), 1U);
  EXPECT_EQ(intake.items[0].article.text, "عاد العمال إلى أرصفة الميناء.");
  EXPECT_EQ(intake.items[0].article.outlet, "lakome");
}

TEST(ReadCsv, MapThatNamesNoFieldIsRefused) {
  EXPECT_THROW(parse_column_map({"text"}), Error);
  EXPECT_THROW(parse_column_map({"couleur=x"}), Error);
  EXPECT_THROW(parse_column_map({"text="}), Error);
}

TEST(ReadCsv, UnknownColumnsFailTheTableAndAreNamed) {
  const Intake intake = read_source("a.csv", "Organe;Propos\nx;y\n");
  EXPECT_TRUE(intake.items.empty());
  ASSERT_EQ(intake.issues.size(), 1U);
  EXPECT_TRUE(intake.issues[0].fatal);
  EXPECT_NE(intake.issues[0].message.find("Organe, Propos"), std::string::npos);
}

TEST(ReadCsv, QuoteThatIsNeverClosedIsAnIssue) {
  const Intake intake =
      read_source("a.csv", "titre,texte\nUn,Le port rouvre.\nDeux,\"La grue tombe\nTrois,x\n");
  EXPECT_EQ(intake.items.size(), 2U);
  ASSERT_EQ(intake.issues.size(), 1U);
  EXPECT_EQ(intake.issues[0].place, "row 3");
  EXPECT_EQ(intake.issues[0].kind, "quotes");
}

TEST(ReadCsv, ProseWithCommasIsNoTable) {
  EXPECT_EQ(
      read_source("a.txt", "Titre, chapeau et texte sont longs.\nLe port, lui, rouvre.\n").source.format,
      "text");
  EXPECT_EQ(read_source("a.txt", "العنوان، النص\nعاد العمال.\n").source.format, "text");
}

TEST(Csv, CellsOfARowAreBounded) {
  const std::string text(1000000, ';');
  CsvRows rows(text, ';');
  CsvRow row;
  ASSERT_TRUE(rows.next(row));
  EXPECT_LT(row.cells.size(), 20000U);
  EXPECT_EQ(row.span.size(), text.size());
}

// Any cells, written by the rule of RFC 4180, come back.
TEST(Csv, WrittenRowsComeBack) {
  std::mt19937 random(11);
  const std::vector<std::string> parts{"a", "é", "م", "\"", ",", ";", "\n", "\r\n", " ", "\t"};
  for (int round = 0; round < 300; ++round) {
    std::vector<std::vector<std::string>> rows(1 + random() % 4);
    std::string text;
    for (auto& cells : rows) {
      cells.resize(1 + random() % 4);
      for (std::size_t i = 0; i < cells.size(); ++i) {
        for (std::size_t k = random() % 5; k > 0; --k) cells[i] += parts[random() % parts.size()];
        text += (i > 0 ? ",\"" : "\"");
        for (const char c : cells[i]) text += c == '"' ? "\"\"" : std::string(1, c);
        text += '"';
      }
      text += '\n';
    }
    CsvRows reader(text, ',');
    CsvRow row;
    for (const auto& cells : rows) {
      ASSERT_TRUE(reader.next(row));
      EXPECT_EQ(row.cells, cells);
    }
    EXPECT_FALSE(reader.next(row));
  }
}

}  // namespace
}  // namespace sahafa
