#include "ingest/read_jsonl.h"

#include <gtest/gtest.h>

#include "tests/ingest/prose.h"
#include "tests/shared.h"

namespace sahafa {
namespace {

TEST(ReadJsonl, ReadsTheNamesThatCommonToolsWrite) {
  const Intake intake = read_source("a.jsonl",
                                    "{\"id\": 7, \"title\": \"Un\", \"text\": \"Le port ferme.\", "
                                    "\"outlet\": \"Le Matin\", \"date\": \"2025-04-08\", \"lang\": \"fr\"}\n"
                                    "{\"headline\": \"اثنان\", \"articleBody\": \"أغلق الميناء.\", "
                                    "\"source\": {\"id\": null, \"name\": \"هسبريس\"}, "
                                    "\"datePublished\": \"2025-04-09T10:00:00Z\", \"author\": [{\"name\": "
                                    "\"سعاد\"}, {\"name\": \"علي\"}]}\n"
                                    "{\"raw_text\": \"Rien.\", \"sitename\": \"Inconnu\", \"publish_date\": "
                                    "\"8 avril 2025\", \"language\": \"french\"}\n"
                                    "{\"id\": \"d\", \"digest\": \"En bref.\", \"genre\": \"tribune\", "
                                    "\"date\": null, \"url\": \"https://ledesk.ma/x\"}\n");
  ASSERT_EQ(intake.items.size(), 4U);
  EXPECT_TRUE(intake.issues.empty());
  const auto article = [&](std::size_t i) { return intake.items[i].article; };
  EXPECT_EQ(article(0).key, "7");
  EXPECT_EQ(article(0).outlet, "lematin");
  EXPECT_EQ(article(1).outlet, "hespress");
  EXPECT_EQ(article(1).authors, "سعاد; علي");
  EXPECT_EQ(article(1).date, "2025-04-09");
  EXPECT_EQ(article(1).lang, "ar");
  EXPECT_EQ(article(2).outlet, "Inconnu");
  EXPECT_EQ(article(2).date, "2025-04-08");
  EXPECT_EQ(article(3).outlet, "ledesk");
  EXPECT_EQ(article(3).genre, "column");
  EXPECT_EQ(article(3).text, "En bref.");
}

TEST(ReadJsonl, OutletSaysMoreThanSource) {
  const Intake intake = read_source(
      "a.jsonl", "{\"source\": \"pages/x.html\", \"outlet\": \"Le Matin\", \"text\": \"Le port ferme.\"}\n");
  ASSERT_EQ(intake.items.size(), 1U);
  EXPECT_EQ(intake.items[0].article.outlet, "lematin");
}

TEST(ReadJsonl, BadLineIsAnIssueAndTheRestGoesOn) {
  const std::string text =
      "{\"text\": \"Un.\"}\n{\"text\": \"Deux\n\n[1, 2]\n{\"title\": \"sans texte\"}\n{\"text\": \"ثلاثة.\"}";
  const Intake intake = read_source("a.jsonl", text);
  EXPECT_EQ(intake.items.size(), 2U);
  ASSERT_EQ(intake.issues.size(), 3U);
  EXPECT_EQ(intake.issues[0].place, "line 2");
  EXPECT_EQ(intake.issues[0].kind, "json");
  EXPECT_EQ(intake.issues[1].place, "line 4");
  EXPECT_EQ(intake.issues[2].place, "line 5");
  EXPECT_EQ(intake.issues[2].kind, "no text");
  EXPECT_FALSE(intake.issues[0].fatal);
}

TEST(ReadJsonl, CopiesAreThePartsOfTheLine) {
  const std::string article = test::french_article(1);
  std::string escaped;
  for (const char c : article) escaped += c == '\n' ? std::string("\\n") : std::string(1, c);
  const std::string text = "{\"text\": \"" + escaped + "\\n" + escaped + "\"}\n{\"text\": \"Court.\"}\n";
  const Intake intake = read_source("a.jsonl", text);
  ASSERT_EQ(intake.items.size(), 2U);
  EXPECT_EQ(intake.items[0].copies.size(), 2U);
  EXPECT_EQ(intake.items[0].article.text, article);
  EXPECT_EQ(slice(text, intake.items[1].copies[0]), "{\"text\": \"Court.\"}");
}

TEST(ReadJsonl, IsRecognisedByItsContent) {
  EXPECT_EQ(read_source("-", "{\"text\": \"Le port ferme.\"}\n").source.format, "jsonl");
  EXPECT_EQ(read_source("-", "{un aparté} suivi d'un texte.").source.format, "text");
}

TEST(ReadJsonl, SharedFilesAreRead) {
  SAHAFA_NEEDS_SHARED("coverage/coverage.jsonl");
  for (const char* name :
       {"coverage/coverage.jsonl", "reference/mini-corpus.jsonl", "data/stance/challenge.jsonl"}) {
    const std::string bytes = test::read_file(test::shared(name));
    const Intake intake = read_source(name, bytes);
    EXPECT_TRUE(intake.issues.empty()) << name;
    EXPECT_EQ(static_cast<std::ptrdiff_t>(intake.items.size()), std::count(bytes.begin(), bytes.end(), '\n'))
        << name;
    for (const Intake::Item& item : intake.items) EXPECT_FALSE(item.article.key.empty()) << name;
  }
}

}  // namespace
}  // namespace sahafa
