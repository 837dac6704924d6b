#include "analysis/stance.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analysis/test_corpus.h"

namespace sahafa {
namespace {

using test::integers;
using test::numbers;
using test::TestCorpus;
using test::texts;

// Row of a stance table, or rows() if there is none.
std::size_t row_of(const Table& table, const std::string& group, const std::string& target,
                   const std::string& frame) {
  std::size_t row = 0;
  while (row < table.rows() &&
         (texts(table, "group")[row] != group || texts(table, "target")[row] != target ||
          texts(table, "frame")[row] != frame)) {
    ++row;
  }
  return row;
}

TEST(Stance, ShareIsArticlesWithTheClaimOverArticlesOfTheGroup) {
  TestCorpus corpus;
  for (const std::string lang : {"fr", "ar"}) {
    for (int i = 0; i < 4; ++i) {
      const ArticleId article = corpus.add(lang + std::to_string(i), "outlet_" + lang, lang);
      if (i == 0) corpus.claim(article, "cnss", "negligence");
      if (i == 0) corpus.claim(article, "cnss", "negligence");  // said twice, one vote
      if (i == 1) corpus.claim(article, "cnss", "negligence", "defends");
    }
  }
  const Table table = corpus.run("stance");
  for (const std::string lang : {"fr", "ar"}) {
    const std::size_t row = row_of(table, "outlet_" + lang, "cnss", "negligence");
    ASSERT_LT(row, table.rows());
    EXPECT_EQ(integers(table, "claims")[row], 3);
    EXPECT_EQ(numbers(table, "articles")[row], 2.0);
    EXPECT_EQ(numbers(table, "share")[row], 0.5);
    EXPECT_EQ(numbers(table, "polarity")[row], 0.0);
  }
}

TEST(Stance, VoicesAreKeptApart) {
  TestCorpus corpus;
  const ArticleId article = corpus.add("a", "lakome", "ar");
  corpus.claim(article, "cnss", "negligence");
  corpus.claim(article, "hackers", "external_attack", "blames", "attributed", "cnss");
  EXPECT_EQ(texts(corpus.run("stance"), "target"), std::vector<std::string>{"cnss"});
  EXPECT_EQ(texts(corpus.run("stance", {{"voice", "attributed"}}), "target"),
            std::vector<std::string>{"hackers"});
  EXPECT_EQ(corpus.run("stance", {{"voice", "all"}}).rows(), 2U);
}

TEST(Stance, RowsPerFrameCountAnArticleOnce) {
  TestCorpus corpus;
  const ArticleId article = corpus.add("f", "ledesk", "fr");
  corpus.claim(article, "cnss", "negligence");
  corpus.claim(article, "government", "negligence", "neutral");
  const Table table = corpus.run("stance", {{"per", "frame"}});
  ASSERT_EQ(table.rows(), 1U);
  EXPECT_EQ(texts(table, "target")[0], "*");
  EXPECT_EQ(numbers(table, "articles")[0], 1.0);
  EXPECT_EQ(numbers(table, "polarity")[0], -0.5);
  EXPECT_EQ(corpus.run("stance", {{"per", "frame"}, {"polarity", "neutral"}}).rows(), 1U);
  EXPECT_EQ(corpus.run("stance", {{"polarity", "defends"}}).rows(), 0U);
}

TEST(Stance, DuplicatesCountOnceInAGroup) {
  TestCorpus corpus;
  for (const std::string lang : {"fr", "ar"}) {
    const ArticleId first = corpus.add(lang + "1", "outlet_" + lang, lang);
    const ArticleId copy = corpus.add(lang + "2", "outlet_" + lang, lang);
    corpus.add(lang + "3", "outlet_" + lang, lang);
    corpus.join({first, copy}, Relation::near);
    corpus.claim(first, "cnss", "negligence");
    corpus.claim(copy, "cnss", "negligence");
  }
  for (const auto& [copies, articles, share] :
       {std::tuple("once", 1.0, 0.5), std::tuple("fraction", 1.0, 0.5), std::tuple("all", 2.0, 2.0 / 3.0)}) {
    const Table table = corpus.run("stance", {{"copies", copies}});
    ASSERT_EQ(table.rows(), 2U);
    for (std::size_t row = 0; row < 2; ++row) {
      EXPECT_NEAR(numbers(table, "articles")[row], articles, 1e-12) << copies;
      EXPECT_NEAR(numbers(table, "share")[row], share, 1e-12) << copies;
    }
  }
}

TEST(Stance, UnderEightClustersThereIsNoInterval) {
  TestCorpus corpus;
  for (int i = 0; i < 8; ++i) {
    const ArticleId french = corpus.add("f" + std::to_string(i), "ledesk", "fr");
    if (i < 4) corpus.claim(french, "cnss", "negligence");
    if (i == 7) break;
    const ArticleId arabic = corpus.add("a" + std::to_string(i), "lakome", "ar");
    if (i < 4) corpus.claim(arabic, "cnss", "negligence");
  }
  const Table table = corpus.run("stance");
  const std::size_t eight = row_of(table, "ledesk", "cnss", "negligence");
  const std::size_t seven = row_of(table, "lakome", "cnss", "negligence");
  ASSERT_LT(std::max(eight, seven), table.rows());
  EXPECT_TRUE(table.get("ci_low").is_valid(eight));
  EXPECT_LT(numbers(table, "ci_low")[eight], 0.5);
  EXPECT_GT(numbers(table, "ci_high")[eight], 0.5);
  EXPECT_FALSE(table.get("ci_low").is_valid(seven));
  EXPECT_FALSE(table.get("ci_high").is_valid(seven));
  EXPECT_THAT(table.notes, testing::Contains(testing::HasSubstr("fewer than 8 clusters")));
  EXPECT_THAT(table.notes, testing::Contains(testing::HasSubstr("seed 1")));
}

TEST(Stance, EvidenceIsTheClaimsOfTheRow) {
  TestCorpus corpus;
  const ArticleId french = corpus.add("f", "ledesk", "fr");
  const ArticleId arabic = corpus.add("a", "lakome", "ar");
  for (const ArticleId article : {french, arabic}) {
    corpus.claim(article, "cnss", "negligence");
    corpus.claim(article, "cnss", "lesson");
    corpus.claim(article, "cnss", "negligence");
  }
  const Table table = corpus.run("stance");
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const auto claims =
        find_evidence(corpus.context(), TestCorpus::options("stance"), texts(table, "group")[row],
                      {texts(table, "target")[row], texts(table, "frame")[row]});
    EXPECT_EQ(static_cast<std::int64_t>(claims.size()), integers(table, "claims")[row]);
    for (const Claim& claim : claims) EXPECT_EQ(claim.frame, texts(table, "frame")[row]);
  }
  EXPECT_TRUE(
      find_evidence(corpus.context(), TestCorpus::options("stance"), "telquel", {"cnss", "lesson"}).empty());
}

TEST(Stance, OrderOfTheArticlesDoesNotMatter) {
  std::vector<std::string> tables;
  for (const bool backward : {false, true}) {
    TestCorpus corpus;
    for (int i = 0; i < 20; ++i) {
      const int number = backward ? 19 - i : i;
      const std::string lang = number % 2 == 0 ? "fr" : "ar";
      const ArticleId article = corpus.add(std::to_string(number), "outlet_" + lang, lang);
      if (number < 6) corpus.claim(article, "cnss", "negligence");
    }
    const Table table = corpus.run("stance");
    std::string text;
    for (std::size_t row = 0; row < table.rows(); ++row) {
      text += texts(table, "group")[row] + std::to_string(numbers(table, "share")[row]) + " ";
    }
    tables.push_back(text);
  }
  EXPECT_EQ(tables[0], tables[1]);
}

TEST(Stance, WrongOptionsAreRefused) {
  TestCorpus corpus;
  corpus.claim(corpus.add("f", "ledesk", "fr"), "cnss", "negligence");
  EXPECT_THROW(corpus.run("stance", {{"voice", "choir"}}), Error);
  EXPECT_THROW(corpus.run("stance", {{"polarity", "angry"}}), Error);
  EXPECT_THROW(corpus.run("stance", {{"per", "word"}}), Error);
  EXPECT_THROW(corpus.run("stance", {{"draws", "0"}}), Error);
}

}  // namespace
}  // namespace sahafa
