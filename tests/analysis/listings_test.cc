// The analyses that list what the corpus holds: articles, clusters, claims, stats.
#include <gtest/gtest.h>

#include "analysis/list_passages.h"
#include "tests/analysis/test_corpus.h"

namespace sahafa {
namespace {

using test::integers;
using test::TestCorpus;
using test::texts;

std::string names(const Table& table) {
  std::string names;
  for (const Column& column : table.columns) names += (names.empty() ? "" : ",") + column.name;
  return names;
}

class Listings : public ::testing::Test {
 protected:
  Listings() {
    french_ = corpus_.add(test::french_article(), 2);
    arabic_ = corpus_.add(test::arabic_article());
    corpus_.join({french_, arabic_}, Relation::translation);
    other_ = corpus_.add("f2", "le360", "fr");
    corpus_.claim(french_, "cnss", "negligence");
    corpus_.claim(arabic_, "cnss", "negligence", "blames", "attributed", "expert");
  }

  TestCorpus corpus_;
  ArticleId french_;
  ArticleId arabic_;
  ArticleId other_;
};

TEST_F(Listings, ColumnsAreThoseOfTheDesign) {
  EXPECT_EQ(names(corpus_.run("articles")), "id,key,outlet,lang,date,title,words,copies,cluster,url");
  EXPECT_EQ(names(corpus_.run("clusters")), "cluster,article,key,relation,similarity,canonical");
  EXPECT_EQ(names(corpus_.run("claims")),
            "id,key,outlet,lang,sentence,holder,holder_name,voice,target,frame,polarity,modality,begin,end,"
            "cue,rule,evidence");
  EXPECT_EQ(names(corpus_.run("stats")), "what,count");
}

TEST_F(Listings, ArticlesWithCopiesAndCluster) {
  const Table table = corpus_.run("articles");
  EXPECT_EQ(texts(table, "key"), (std::vector<std::string>{"fr-1", "ar-1", "f2"}));
  EXPECT_EQ(integers(table, "copies"), (std::vector<std::int64_t>{2, 1, 1}));
  EXPECT_EQ(integers(table, "cluster"),
            (std::vector<std::int64_t>{french_.value, french_.value, other_.value}));
}

TEST_F(Listings, ClustersOfOneAreLeftOutUnlessAskedFor) {
  const Table table = corpus_.run("clusters");
  EXPECT_EQ(texts(table, "relation"), (std::vector<std::string>{"canonical", "translation"}));
  EXPECT_EQ(integers(table, "canonical"), (std::vector<std::int64_t>{1, 0}));
  EXPECT_EQ(corpus_.run("clusters", {{"all", "true"}}).rows(), 3U);
}

TEST_F(Listings, TranslationsShowTheirSentencesSideBySide) {
  Catalogue& catalogue = corpus_.corpus().catalogue();
  const AlignedPair refused{french_, other_, 0.1, false, {{{0, 3}, {0, 3}, 0.2}}};
  catalogue.store_alignment("rules",
                            {french_, arabic_, 0.5, true, {{{0, 3}, {0, 6}, 0.6}, {{4, 8}, {7, 11}, 0.7}}});
  catalogue.store_alignment("rules", refused);
  const Table table = corpus_.run("translations");
  EXPECT_EQ(names(table), "a,a_begin,a_end,b,b_begin,b_end,similarity,a_text,b_text");
  ASSERT_EQ(table.rows(), 2U);
  EXPECT_EQ(integers(table, "b"), (std::vector<std::int64_t>{arabic_.value, arabic_.value}));
  EXPECT_EQ(texts(table, "a_text")[0], slice(test::french_article().text, {0, 3}));
  EXPECT_EQ(texts(table, "b_text")[0], slice(test::arabic_article().text, {0, 6}));
  EXPECT_EQ(corpus_.run("translations", {{"lang", "en"}}).rows(), 0U);
  const std::vector<std::pair<ArticleId, ArticleId>> none;
  catalogue.store_joined(none);
  EXPECT_EQ(corpus_.run("translations").rows(), 0U);
}

TEST_F(Listings, PassagesShowBothTextsAndWhoCameFirst) {
  Article late;
  late.key = "late";
  late.outlet = "hespress";
  late.lang = "ar";
  late.date = "2025-12-31";
  late.text = "نص متأخر يعيد ما قيل";
  const ArticleId later = corpus_.add(late);
  const std::vector<ComparedPair> compared{{french_, other_, 1}, {french_, later, 2}};
  const std::vector<Passage> passages{{french_, {0, 3}, other_, {0, 5}, 0.9},
                                      {french_, {0, 3}, later, {0, 5}, 1.0},
                                      {french_, {4, 8}, later, {7, 11}, 1.0, true}};
  corpus_.corpus().catalogue().store_passages(compared, passages);
  const Table table = corpus_.run("passages");
  EXPECT_EQ(
      names(table),
      "a,a_begin,a_end,b,b_begin,b_end,similarity,direction,a_outlet,a_date,b_outlet,b_date,a_text,b_text");
  EXPECT_EQ(integers(table, "b"), (std::vector<std::int64_t>{other_.value, later.value}));
  EXPECT_EQ(texts(table, "direction"), (std::vector<std::string>{"unknown", "a to b"}));
  EXPECT_EQ(texts(table, "b_text")[1], slice(late.text, {0, 5}));
  EXPECT_EQ(corpus_.run("passages", {{"all", "true"}}).rows(), 3U);
  EXPECT_EQ(corpus_.run("passages", {{"from", "2025-12"}}).rows(), 1U);
  EXPECT_EQ(corpus_.run("passages", {{"lang", "en"}}).rows(), 0U);
}

TEST(Passages, MonthIsNeitherBeforeNorBehindItsDays) {
  EXPECT_TRUE(is_earlier("2025-04-08", "2025-04-09"));
  EXPECT_TRUE(is_earlier("2025-04", "2025-05-01"));
  EXPECT_FALSE(is_earlier("2025-04", "2025-04-09"));
  EXPECT_FALSE(is_earlier("2025-04-09", "2025-04"));
  EXPECT_FALSE(is_earlier("", "2025-04-09"));
}

TEST_F(Listings, ClaimsShowTheWordsOfTheirEvidence) {
  const Table table = corpus_.run("claims");
  EXPECT_EQ(texts(table, "evidence")[0], slice(test::french_article().text, {0, 5}));
  EXPECT_EQ(texts(corpus_.run("claims", {{"voice", "attributed"}}), "lang"), std::vector<std::string>{"ar"});
  EXPECT_THROW(corpus_.run("claims", {{"voice", "choir"}}), Error);
}

TEST_F(Listings, StatsCountEachThingOnce) {
  const Table table = corpus_.run("stats");
  std::map<std::string, std::int64_t> counts;
  for (std::size_t i = 0; i < table.rows(); ++i)
    counts[texts(table, "what")[i]] = integers(table, "count")[i];
  EXPECT_EQ(counts["articles"], 3);
  EXPECT_EQ(counts["copies"], 4);
  EXPECT_EQ(counts["clusters"], 2);
  EXPECT_EQ(counts["claims"], 2);
  EXPECT_EQ(counts["articles.fr"], 2);
  EXPECT_EQ(counts["articles.ar"], 1);
  EXPECT_GT(counts["database_bytes"], 0);
}

TEST_F(Listings, EvidenceIsWhatStanceCounts) {
  corpus_.claim(other_, "government", "negligence");
  corpus_.claim(other_, "cnss", "victimhood");
  corpus_.update();
  const Table stance = corpus_.run("stance", {{"per", "frame"}, {"voice", "all"}});
  for (std::size_t row = 0; row < stance.rows(); ++row) {
    const Table evidence = corpus_.run(
        "evidence",
        {{"voice", "all"}, {"group", texts(stance, "group")[row]}, {"frame", texts(stance, "frame")[row]}});
    EXPECT_EQ(static_cast<std::int64_t>(evidence.rows()), integers(stance, "claims")[row]);
  }
  EXPECT_EQ(corpus_.run("evidence", {{"target", "government"}}).rows(), 1U);
  EXPECT_EQ(corpus_.run("evidence", {{"group", "nobody"}}).rows(), 0U);
}

TEST_F(Listings, EvidenceStandsInItsSentence) {
  const Table evidence = corpus_.run("evidence", {{"voice", "all"}});
  EXPECT_EQ(texts(evidence, "key"), (std::vector<std::string>{"fr-1", "ar-1"}));
  const Article article = test::french_article();
  EXPECT_EQ(texts(evidence, "left")[0] + texts(evidence, "match")[0] + texts(evidence, "right")[0],
            article.text);
  EXPECT_EQ(texts(evidence, "match")[0], article.text.substr(0, 5));
  EXPECT_EQ(texts(evidence, "title")[0], article.title);
}

}  // namespace
}  // namespace sahafa
