#include "tools/serve/routes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/analysis/test_corpus.h"

namespace sahafa::tools {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class Routes : public ::testing::Test {
 protected:
  Routes() {
    Article french = test::french_article();
    french.title = "</script><img src=x onerror=alert(1)>";
    const ArticleId id = corpus_.add(french);
    corpus_.add(test::arabic_article());
    corpus_.claim(id, "cnss", "negligence");
    corpus_.update();
  }

  Answer ask(const std::string& path, std::map<std::string, std::string, std::less<>> parameters = {}) {
    return answer_request(corpus_.corpus().directory(), {path, std::move(parameters)});
  }

  test::TestCorpus corpus_;
};

TEST_F(Routes, EveryAnalysisIsServedAndListed) {
  const json list = json::parse(ask("/api/analyses").body)["analyses"];
  ASSERT_EQ(list.size(), analyses().size());
  for (std::size_t i = 0; i < list.size(); ++i) {
    const Analysis& analysis = analyses()[i];
    EXPECT_EQ(list[i]["name"], analysis.name);
    std::map<std::string, std::string, std::less<>> parameters;
    for (const OptionSpec& spec : analysis.options) {
      if (spec.positional) parameters.emplace(spec.name, "caisse");
    }
    if (analysis.name == "keyness") parameters = {{"target", "outlet:ledesk"}, {"lang", "fr"}};
    const Answer answer = ask("/api/analyses/" + std::string(analysis.name), parameters);
    EXPECT_NE(answer.status, 404) << analysis.name;
    EXPECT_LT(answer.status, 500) << analysis.name << ": " << answer.body;
    EXPECT_TRUE(json::accept(answer.body)) << analysis.name;
  }
}

TEST_F(Routes, ATableSaysHowItWasMade) {
  const json table = json::parse(ask("/api/analyses/articles", {{"lang", "ar"}}).body);
  EXPECT_EQ(table["analysis"], "articles");
  EXPECT_EQ(table["options"]["lang"], "ar");
  EXPECT_EQ(table["options"]["outlet"], "");
  EXPECT_EQ(table["total_rows"], 1);
  EXPECT_EQ(table["columns"][0], (json{{"name", "id"}, {"type", "integer"}}));
  EXPECT_EQ(table["rows"][0]["key"], "ar-1");
}

TEST_F(Routes, APartOfTheRowsIsAskedForWithFirstAndRows) {
  const json table = json::parse(ask("/api/analyses/articles", {{"first", "1"}, {"rows", "5"}}).body);
  EXPECT_EQ(table["total_rows"], 2);
  EXPECT_EQ(table["first"], 1);
  ASSERT_EQ(table["rows"].size(), 1U);
  EXPECT_EQ(table["rows"][0]["key"], "ar-1");
  EXPECT_EQ(json::parse(ask("/api/analyses/articles", {{"first", "99"}}).body)["rows"], json::array());
  EXPECT_EQ(ask("/api/analyses/articles", {{"first", "-1"}}).status, 400);
}

TEST_F(Routes, TheOtherFormatsAreThoseOfTheCommandLine) {
  const Answer csv = ask("/api/analyses/stats", {{"format", "csv"}});
  EXPECT_THAT(csv.body, StartsWith("what,count\n"));
  EXPECT_EQ(csv.type, "text/csv; charset=utf-8");
  EXPECT_EQ(csv.file, "stats.csv");
  EXPECT_THAT(ask("/api/analyses/stats", {{"format", "csv"}, {"bom", "yes"}}).body,
              StartsWith("\xEF\xBB\xBFwhat,"));
  EXPECT_THAT(ask("/api/analyses/stats", {{"format", "tsv"}}).body, StartsWith("what\tcount\n"));
  EXPECT_THAT(ask("/api/analyses/stats", {{"format", "jsonl"}}).body, StartsWith("{\"what\":"));
  EXPECT_EQ(ask("/api/analyses/stats", {{"format", "table"}}).status, 400);
}

TEST_F(Routes, WhatCanBeDrawnIsAPicture) {
  for (const Analysis& analysis : analyses()) {
    if (analysis.plot != nullptr) continue;
    EXPECT_EQ(
        ask("/api/analyses/" + std::string(analysis.name), {{"format", "svg"}, {"query", "caisse"}}).status,
        400)
        << analysis.name;
  }
  const Answer picture = ask("/api/analyses/network", {{"format", "svg"}, {"lang", "fr"}});
  ASSERT_EQ(picture.status, 200) << picture.body;
  EXPECT_EQ(picture.type, "image/svg+xml");
  EXPECT_THAT(picture.body, StartsWith("<svg"));
}

TEST_F(Routes, AGraphIsAFileOfItsForm) {
  const Answer graph = ask("/api/analyses/network", {{"as", "gexf"}, {"lang", "fr"}});
  ASSERT_EQ(graph.status, 200) << graph.body;
  EXPECT_EQ(graph.file, "network.gexf");
  EXPECT_EQ(ask("/api/analyses/network", {{"as", "png"}, {"lang", "fr"}}).status, 400);
}

TEST_F(Routes, WhatMakesNoSenseIsRefusedWithAReason) {
  const auto refusal = [&](const std::string& path,
                           std::map<std::string, std::string, std::less<>> parameters) {
    const Answer answer = ask(path, std::move(parameters));
    return std::to_string(answer.status) + " " +
           json::parse(answer.body)["error"]["message"].get<std::string>();
  };
  EXPECT_THAT(refusal("/api/analyses/articles", {{"colour", "red"}}),
              StartsWith("400 there is no parameter colour"));
  EXPECT_THAT(refusal("/api/analyses/search", {}), StartsWith("400 search needs the parameter query"));
  EXPECT_THAT(refusal("/api/analyses/search", {{"query", "fuite AND"}}), StartsWith("400 "));
  EXPECT_THAT(refusal("/api/analyses/search", {{"query", "\xFF"}}),
              StartsWith("400 a parameter is not valid UTF-8"));
  EXPECT_THAT(refusal("/api/analyses/search", {{"query", std::string(20'000, 'a')}}), StartsWith("400 "));
  EXPECT_THAT(refusal("/api/analyses/stance", {{"draws", "many"}}),
              HasSubstr("--draws needs a whole number"));
  EXPECT_THAT(refusal("/api/analyses/horoscope", {}), StartsWith("404 there is no analysis horoscope"));
  EXPECT_THAT(refusal("/api/articles/99", {}), StartsWith("404 "));
  EXPECT_THAT(refusal("/api/articles/one", {}), StartsWith("400 "));
  EXPECT_THAT(refusal("/etc/passwd", {}), StartsWith("404 "));
  EXPECT_THAT(refusal("/api/articles/../names", {}), StartsWith("404 "));
  EXPECT_THAT(refusal("", {}), StartsWith("404 "));
}

TEST_F(Routes, ACorpusThatIsGoneIsAnAnswerToo) {
  EXPECT_EQ(answer_request("/nowhere/at/all", {"/api/analyses/stats", {}}).status, 404);
}

TEST_F(Routes, NamesAreInBothScripts) {
  const json names = json::parse(ask("/api/names").body);
  EXPECT_EQ(names["actors"]["cnss"]["label"]["ar"], "الصندوق الوطني للضمان الاجتماعي");
  EXPECT_FALSE(names["frames"].empty());
  EXPECT_EQ(names["outlets"]["ledesk"]["name"], "Le Desk");
}

TEST(ServedOptions, FilesOfThisMachineCannotBeNamed) {
  EXPECT_FALSE(is_served({"codebook", "FILE", "", "", false}));
  EXPECT_FALSE(is_served({"plot", "FILE.svg", "", "", false}));
  EXPECT_FALSE(is_served({"into", "FOLDER", "", "", false}));
  EXPECT_TRUE(is_served({"by", "FIELD", "", "", false}));
}

TEST(ServedOptions, NoAnalysisHasAnOptionThatTheInterfaceUsesItself) {
  for (const Analysis& analysis : analyses()) {
    for (const OptionSpec& spec : analysis.options) {
      for (const OptionSpec& own : result_parameters()) EXPECT_NE(spec.name, own.name) << analysis.name;
    }
  }
}

}  // namespace
}  // namespace sahafa::tools
