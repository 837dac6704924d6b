#include "analysis/compare.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analysis/test_corpus.h"

namespace sahafa {
namespace {

using test::numbers;
using test::TestCorpus;
using test::texts;

// `articles` articles of an outlet of which the first `with` blame the fund.
void add_outlet(TestCorpus& corpus, const std::string& outlet, const std::string& lang, int articles,
                int with) {
  for (int i = 0; i < articles; ++i) {
    const ArticleId article = corpus.add(outlet + std::to_string(i), outlet, lang);
    if (i < with) corpus.claim(article, "cnss", "negligence");
  }
}

TEST(Compare, DifferenceWithIntervalAndExactTest) {
  TestCorpus corpus;
  add_outlet(corpus, "a_fr", "fr", 10, 6);
  add_outlet(corpus, "b_fr", "fr", 10, 2);
  add_outlet(corpus, "c_ar", "ar", 10, 10);
  add_outlet(corpus, "d_ar", "ar", 10, 0);
  const Table table = corpus.run("compare");
  ASSERT_EQ(table.rows(), 2U);  // pairs of one language only
  EXPECT_EQ(texts(table, "a"), (std::vector<std::string>{"a_fr", "c_ar"}));
  EXPECT_EQ(texts(table, "b"), (std::vector<std::string>{"b_fr", "d_ar"}));
  EXPECT_NEAR(numbers(table, "difference")[0], 0.4, 1e-12);
  EXPECT_NEAR(numbers(table, "p")[0], 21390.0 / 125970.0, 1e-9);  // Fisher’s exact test of 6/10 and 2/10
  EXPECT_NEAR(numbers(table, "p")[1], 2.0 / 184756.0, 1e-9);
  EXPECT_NEAR(numbers(table, "q")[1], 4.0 / 184756.0, 1e-9);
  EXPECT_LT(numbers(table, "ci_low")[0], 0.4);
  EXPECT_GT(numbers(table, "ci_high")[0], 0.4);
  EXPECT_THAT(table.notes,
              testing::Contains(testing::HasSubstr("100 % of the articles of c_ar and 0 % of d_ar")));
  EXPECT_THAT(table.notes, testing::Contains(testing::HasSubstr("1 of 2 tested differences")));
}

TEST(Compare, ArticlesOfUnknownOutletAreNoGroupToCompareWith) {
  TestCorpus corpus;
  add_outlet(corpus, "a_ar", "ar", 9, 9);
  add_outlet(corpus, "b_ar", "ar", 9, 0);
  for (int i = 0; i < 9; ++i) corpus.add("unsigned" + std::to_string(i), "", "ar");
  EXPECT_EQ(corpus.run("compare").rows(), 1U);
}

TEST(Compare, SmallGroupsAreShownWithoutTestAndSmallerOnesLeftOut) {
  TestCorpus corpus;
  add_outlet(corpus, "a_ar", "ar", 4, 4);
  add_outlet(corpus, "b_ar", "ar", 9, 0);
  add_outlet(corpus, "c_ar", "ar", 2, 2);
  const Table table = corpus.run("compare");
  ASSERT_EQ(table.rows(), 1U);
  EXPECT_EQ(numbers(table, "difference")[0], 1.0);
  for (const char* column : {"ci_low", "ci_high", "p", "q"})
    EXPECT_FALSE(table.get(column).is_valid(0)) << column;
  EXPECT_THAT(table.notes, testing::Contains(testing::HasSubstr("carries no conclusion")));
  EXPECT_THAT(table.notes,
              testing::Contains(testing::HasSubstr("1 groups with fewer than 3 clusters were left out")));
  EXPECT_EQ(corpus.run("compare", {{"min-clusters", "1"}}).rows(), 3U);
}

TEST(Compare, LevelsOfFrenchAndArabicAreNever) {
  TestCorpus corpus;
  add_outlet(corpus, "a_fr", "fr", 8, 4);
  add_outlet(corpus, "b_ar", "ar", 8, 4);
  const Table table = corpus.run("compare");
  EXPECT_EQ(table.rows(), 0U);
  EXPECT_THAT(table.notes, testing::Contains(testing::HasSubstr("compare contrasts")));
  EXPECT_THROW(corpus.run("compare", {{"by", "lang"}}), Error);
}

TEST(Compare, ASharedDispatchMovesBothGroupsTogether) {
  TestCorpus corpus;
  std::vector<ArticleId> in_a;
  std::vector<ArticleId> in_b;
  for (int i = 0; i < 8; ++i) {
    in_a.push_back(corpus.add("a" + std::to_string(i), "a", "ar"));
    in_b.push_back(corpus.add("b" + std::to_string(i), "b", "ar"));
    corpus.join({in_a.back(), in_b.back()});
    if (i >= 4) continue;
    corpus.claim(in_a.back(), "cnss", "negligence");
    corpus.claim(in_b.back(), "cnss", "negligence");
  }
  const Table table = corpus.run("compare");
  ASSERT_EQ(table.rows(), 1U);
  for (const char* column : {"difference", "ci_low", "ci_high"}) EXPECT_EQ(numbers(table, column)[0], 0.0);
  EXPECT_EQ(numbers(table, "p")[0], 1.0);
}

TEST(Compare, NumberOfJobsDoesNotMatter) {
  TestCorpus corpus;
  add_outlet(corpus, "a_fr", "fr", 9, 6);
  add_outlet(corpus, "b_fr", "fr", 10, 2);
  add_outlet(corpus, "c_fr", "fr", 11, 5);
  add_outlet(corpus, "d_ar", "ar", 8, 3);
  add_outlet(corpus, "e_ar", "ar", 8, 1);
  for (const char* copies : {"once", "fraction", "all"}) {
    EXPECT_EQ(test::to_text(corpus.run("compare", {{"copies", copies}}, 1)),
              test::to_text(corpus.run("compare", {{"copies", copies}}, 4)));
  }
}

TEST(Compare, AnEmptyCorpusGivesAnEmptyTable) {
  const TestCorpus corpus;
  EXPECT_EQ(corpus.run("compare").rows(), 0U);
  EXPECT_EQ(corpus.run("stance").rows(), 0U);
}

}  // namespace
}  // namespace sahafa
