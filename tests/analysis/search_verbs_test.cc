// kwic, count, trend and similar.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "tests/analysis/test_corpus.h"
#include "text/analyze.h"

namespace sahafa {
namespace {

using test::integers;
using test::TestCorpus;
using test::texts;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class SearchVerbs : public ::testing::Test {
 protected:
  SearchVerbs() {
    one_ = add("one", "ledesk", "fr", "2025-04-08",
               "La CNSS confirme la fuite.\nUne autre fuite suit la première.");
    copy_ = add("copy", "telquel", "fr", "2025-04-09",
                "La CNSS confirme la fuite. Une autre fuite suit, dit-elle.");
    other_ = add("other", "ledesk", "fr", "2025-04-09", "Aucun rapport avec tout cela, vraiment aucun.");
    arabic_ =
        add("arabic", "hespress", "ar", "2025-04-15", "أكد الصندوق تسريب المعطيات، وقال إن التسريب قديم.");
    corpus_.join({one_, copy_}, Relation::near);
    corpus_.update();
  }

  ArticleId add(const std::string& key, const std::string& outlet, const std::string& lang,
                const std::string& date, const std::string& text) {
    Article article;
    article.key = key;
    article.outlet = outlet;
    article.lang = lang;
    article.date = date;
    article.text = text;
    const AnalyzedText analyzed = Analyzer().analyze(text);
    article.words = std::ranges::count(analyzed.tokens, TokenKind::word, &Token::kind);
    return corpus_.add(std::move(article));
  }

  TestCorpus corpus_;
  ArticleId one_;
  ArticleId copy_;
  ArticleId other_;
  ArticleId arabic_;
};

TEST_F(SearchVerbs, KwicShowsEveryHitInCorpusOrder) {
  const Table table = corpus_.run("kwic", {{"query", "fuite"}, {"context", "2"}});
  EXPECT_THAT(texts(table, "left"), ElementsAre("confirme la", "Une autre"));
  EXPECT_THAT(texts(table, "match"), ElementsAre("fuite", "fuite"));
  EXPECT_THAT(texts(table, "right"), ElementsAre(". Une autre", "suit la"));
  EXPECT_THAT(table.notes, Contains("2 of 2 hits in 1 articles"));
}

TEST_F(SearchVerbs, KwicKeepsArabicInReadingOrderWithItsClitics) {
  const Table table = corpus_.run("kwic", {{"query", "تسريب"}, {"context", "2"}});
  EXPECT_THAT(texts(table, "left"), ElementsAre("أكد الصندوق", "وقال إن"));
  EXPECT_THAT(texts(table, "match"), ElementsAre("تسريب", "التسريب"));
}

TEST_F(SearchVerbs, KwicSortsByEitherContext) {
  const auto sorted = [&](const char* order) {
    return texts(corpus_.run("kwic", {{"query", "fuite OR aucun"}, {"context", "1"}, {"sort", order}}),
                 "left");
  };
  EXPECT_THAT(sorted("left"), ElementsAre("", "autre", "la", "vraiment"));
  EXPECT_THAT(sorted("right"), ElementsAre("vraiment", "", "autre", "la"));
}

TEST_F(SearchVerbs, KwicPagesAndSamplesTheSameLinesAgain) {
  const auto lines = [&](TestCorpus::Values values) {
    values.insert({"query", "fuite OR تسريب OR aucun"});
    values.insert({"context", "3"});
    return texts(corpus_.run("kwic", std::move(values)), "left");
  };
  const auto all = lines({});
  ASSERT_EQ(all.size(), 6U);
  EXPECT_THAT(lines({{"limit", "2"}, {"offset", "1"}}), ElementsAre(all[1], all[2]));
  const auto sample = lines({{"sample", "3"}, {"seed", "5"}});
  EXPECT_EQ(sample.size(), 3U);
  EXPECT_EQ(sample, lines({{"sample", "3"}, {"seed", "5"}}));
  std::set<std::vector<std::string>> different;
  for (const char* seed : {"1", "2", "3", "4", "5", "6"})
    different.insert(lines({{"sample", "3"}, {"seed", seed}}));
  EXPECT_GT(different.size(), 1U);
  EXPECT_EQ(lines({{"sample", "99"}}).size(), 6U);
}

TEST_F(SearchVerbs, CountIsExactByGroupAndCopiesCountOnce) {
  const Table once = corpus_.run("count", {{"query", "fuite OR تسريب"}, {"by", "outlet"}});
  EXPECT_THAT(texts(once, "group"), ElementsAre("hespress", "ledesk"));
  EXPECT_THAT(integers(once, "hits"), ElementsAre(2, 2));
  for (const TestCorpus::Values& all : {TestCorpus::Values{{"query", "fuite OR تسريب duplicates:all"}},
                                        TestCorpus::Values{{"query", "fuite OR تسريب"}, {"copies", "all"}}}) {
    const Table table = corpus_.run("count", all);
    EXPECT_THAT(texts(table, "group"), ElementsAre("all"));
    EXPECT_THAT(integers(table, "hits"), ElementsAre(6));
    EXPECT_THAT(integers(table, "articles"), ElementsAre(3));
  }
  EXPECT_THAT(integers(corpus_.run("count", {{"query", "fuite"}, {"outlet", "telquel"}}), "hits"),
              ElementsAre(2));
  EXPECT_THAT(integers(corpus_.run("count", {{"query", "xylophone"}}), "articles"), ElementsAre(0));
}

TEST_F(SearchVerbs, NotesCiteTheQueryAndWhatWasAdded) {
  const Table table = corpus_.run("count", {{"query", "CNSS fuite"}, {"translate-query", "true"}});
  EXPECT_EQ(table.notes[0], "query: CNSS AND fuite");
  EXPECT_THAT(table.notes, Contains(HasSubstr("names: CNSS: ")));
  EXPECT_THAT(table.notes, Contains(HasSubstr("translated: fuite: ")));
  EXPECT_THAT(corpus_.run("count", {{"query", "fiute"}}).notes, Contains(HasSubstr("did you mean fuite")));
  EXPECT_THAT(corpus_.run("kwic", {{"query", "تسيرب"}}).notes, Contains(HasSubstr("did you mean تسريب")));
  EXPECT_THAT(corpus_.run("count", {{"query", "fuite"}}).notes, Not(Contains(HasSubstr("did you mean"))));
}

TEST_F(SearchVerbs, TranslatedQueriesFindTheOtherLanguage) {
  EXPECT_THAT(integers(corpus_.run("count", {{"query", "fuite"}, {"translate-query", "true"}}), "articles"),
              ElementsAre(2));
}

TEST_F(SearchVerbs, TrendGivesRatesByPeriodAndLanguage) {
  const Table table = corpus_.run("trend", {{"query", "fuite OR تسريب"}, {"period", "week"}});
  EXPECT_THAT(texts(table, "period"), ElementsAre("2025-W15", "2025-W16"));
  EXPECT_THAT(texts(table, "group"), ElementsAre("fr", "ar"));
  EXPECT_THAT(integers(table, "hits"), ElementsAre(2, 2));
  // 2 hits in the 18 words of two clusters.
  const auto& rates = std::get<std::vector<double>>(table.get("per_million").values);
  EXPECT_DOUBLE_EQ(rates[0], 1e6 / 9);
  EXPECT_DOUBLE_EQ(rates[1], 2.5e5);
  EXPECT_TRUE(table.get("ci_low").is_valid(0));
  EXPECT_FALSE(table.get("ci_low").is_valid(1));  // one cluster: no interval
  const Table daily = corpus_.run("trend", {{"query", "fuite"}, {"lang", "fr"}});
  EXPECT_THAT(texts(daily, "period"), ElementsAre("2025-04-08", "2025-04-09"));
  EXPECT_THAT(integers(daily, "hits"), ElementsAre(2, 0));
}

TEST_F(SearchVerbs, TrendIsTheSameFromTheColumnsOfTheStoreAndFromTheCatalogue) {
  add("undated", "ledesk", "fr", "2025", "Encore une fuite.");
  add("second", "telquel", "fr", "2025-04-21", "La fuite à la CNSS, encore.");
  corpus_.update();
  std::vector<std::string> from_columns;
  const TestCorpus::Values asked[] = {{{"by", "outlet"}},
                                      {{"by", "country"}, {"period", "week"}},
                                      {{"by", "month"}, {"copies", "all"}},
                                      {{"by", "genre"}, {"lang", "fr"}},
                                      {{"by", "none"}, {"outlet", "telquel"}},
                                      {{"country", "ma"}, {"copies", "both"}},
                                      {{"period", "month"}, {"from", "2025-04-09"}, {"to", "2025-04-20"}},
                                      {{"where", "CNSS OR الصندوق"}}};
  const auto run = [&](TestCorpus::Values values) {
    values["query"] = "fuite OR تسريب";
    return test::to_text(corpus_.run("trend", values));
  };
  for (const TestCorpus::Values& values : asked) from_columns.push_back(run(values));
  EXPECT_THAT(from_columns[0], HasSubstr("1 articles have no date exact to the day"));
  EXPECT_THAT(from_columns[3], Not(HasSubstr("2025-04-15")));
  EXPECT_EQ(test::error_of([&] { run({{"by", "author"}}); }), ErrorCode::usage);
  std::filesystem::remove_all(corpus_.corpus().tokens_path());
  for (std::size_t i = 0; i < from_columns.size(); ++i) EXPECT_EQ(run(asked[i]), from_columns[i]) << i;
  EXPECT_EQ(test::error_of([&] { run({{"by", "author"}}); }), ErrorCode::usage);
}

TEST_F(SearchVerbs, SimilarNeedsAnArticle) {
  EXPECT_THAT(texts(corpus_.run("similar", {{"id", "1"}}), "key"), Not(Contains("copy")));
  EXPECT_EQ(test::error_of([&] { corpus_.run("similar", {{"id", "first"}}); }), ErrorCode::usage);
  EXPECT_EQ(test::error_of([&] { corpus_.run("similar", {{"id", "99"}}); }), ErrorCode::not_found);
}

TEST_F(SearchVerbs, SearchExplainsUnderWhichTermsItLooked) {
  EXPECT_THAT(corpus_.run("search", {{"query", "fuite"}, {"explain", "true"}}).notes,
              Contains("looks for fuite: stems fuit (2)"));
}

TEST_F(SearchVerbs, WrongOptionsAreRefused) {
  for (const TestCorpus::Values& values : {TestCorpus::Values{{"query", "a1"}, {"sort", "up"}},
                                           TestCorpus::Values{{"query", "a1"}, {"limit", "-1"}},
                                           TestCorpus::Values{{"query", "a1"}, {"copies", "twice"}}}) {
    EXPECT_EQ(test::error_of([&] { corpus_.run("kwic", values); }), ErrorCode::usage);
  }
}

}  // namespace
}  // namespace sahafa
