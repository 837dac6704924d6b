#include "ingest/read_json.h"

#include <gtest/gtest.h>

#include "tests/ingest/fixtures.h"

namespace sahafa {
namespace {

TEST(ReadJson, AnswerOfANewsServiceIsRead) {
  const Intake intake = test::read_fixture("json/service.json");
  EXPECT_EQ(intake.source.format, "json");
  EXPECT_TRUE(intake.issues.empty());
  ASSERT_EQ(intake.items.size(), 2U);
  EXPECT_EQ(intake.items[0].article.outlet, "ledesk");
  EXPECT_EQ(intake.items[0].article.title, "Le port \"rouvre\" [enfin]");
  EXPECT_EQ(intake.items[0].article.date, "2025-04-08");
  EXPECT_EQ(intake.items[1].article.outlet, "lakome");
  EXPECT_EQ(intake.items[1].article.lang, "ar");
}

TEST(ReadJson, CopyIsTheObject) {
  const std::string text = " [ {\"text\": \"Le port rouvre.\"} , {\"text\": \"عاد العمال.\"} ] ";
  const Intake intake = read_source("-", text);
  EXPECT_EQ(intake.source.format, "json");
  ASSERT_EQ(intake.items.size(), 2U);
  EXPECT_EQ(slice(text, intake.items[1].copies.at(0)), "{\"text\": \"عاد العمال.\"}");
}

TEST(ReadJson, ListsInListsAreFound) {
  for (const char* text : {R"({"response": {"docs": [{"text": "Le port rouvre."}]}})",
                           R"({"data": {"meta": 1, "results": [{"text": "Le port rouvre."}]}})",
                           R"({"text": "Le port rouvre.", "items": [{"text": "autre"}]})",
                           R"({"المقالات": [{"النص": "Le port rouvre."}]})"}) {
    const Intake intake = read_source("a.json", text);
    ASSERT_EQ(intake.items.size(), 1U) << text;
    EXPECT_EQ(intake.items[0].article.text, "Le port rouvre.");
  }
}

TEST(ReadJson, LinesUnderTheNameOfJsonAreRead) {
  const Intake intake =
      read_source("a.json", "{\"text\": \"Le port rouvre.\"}\n{\"text\": \"عاد العمال.\"}\n");
  EXPECT_EQ(intake.items.size(), 2U);
}

TEST(ReadJson, OfATruncatedFileAllWholeItemsAreRead) {
  const std::string whole = R"([{"text": "Le port rouvre."}, 7, {"title": "sans texte"}, {"text": "La gru)";
  const Intake intake = read_source("a.json", whole);
  ASSERT_EQ(intake.items.size(), 1U);
  ASSERT_EQ(intake.issues.size(), 3U);
  EXPECT_EQ(intake.issues[0].place, "item 2");
  EXPECT_EQ(intake.issues[1].kind, "no text");
  EXPECT_EQ(intake.issues[2].place, "item 4");
}

TEST(ReadJson, UserNamesKeys) {
  const Intake intake = read_source("a.json", R"([{"propos": "Le port rouvre.", "organe": "Le Desk"}])",
                                    {.columns = parse_column_map({"text=propos", "outlet=organe"})});
  ASSERT_EQ(intake.items.size(), 1U);
  EXPECT_EQ(intake.items[0].article.outlet, "ledesk");
}

TEST(ReadJson, IssuesOfAHostileFileAreBounded) {
  std::string text = "[";
  for (int i = 0; i < 100000; ++i) text += "1,";
  const Intake intake = read_source("a.json", text);
  EXPECT_LT(intake.issues.size(), 1100U);
  EXPECT_TRUE(read_source("a.json", std::string(200000, '[')).items.empty());
  EXPECT_TRUE(read_source("a.json", std::string(200000, '{')).items.empty());
}

}  // namespace
}  // namespace sahafa
