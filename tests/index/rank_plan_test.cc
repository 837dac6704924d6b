#include "index/rank_plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/index/fixtures.h"

namespace sahafa {
namespace {

using test::make_article;
using test::TestCorpus;
using testing::ElementsAre;

/// Ids of the hits, best first.
std::vector<std::int64_t> ranked(const std::vector<std::string>& texts, const std::string& query) {
  std::vector<Article> articles;
  for (const std::string& text : texts) articles.push_back(make_article(text));
  // Texts without any of the words: what half of the articles have would weigh little in any case.
  for (int i = 0; i < 9; ++i) articles.push_back(make_article("Rien de neuf " + std::to_string(i)));
  TestCorpus corpus(articles);
  corpus.update();
  std::vector<std::int64_t> ids;
  for (const Hit& hit : IndexReader(corpus.corpus()).search(Query::parse(query)).hits)
    ids.push_back(hit.article.id.value);
  return ids;
}

TEST(RankPlan, WordsThatSayLittleWeighLittle) {
  EXPECT_THAT(
      ranked({"Pourquoi cela, et pourquoi comme cela ?", "Un barrage."}, "pourquoi OR cela OR barrage"),
      ElementsAre(2, 1));
  EXPECT_THAT(ranked({"لماذا هذا وكيف هذا؟", "بناء السد الكبير"}, "لماذا OR كيف OR سد"), ElementsAre(2, 1));
}

TEST(RankPlan, TheFormAskedForComesFirst) {
  EXPECT_THAT(ranked({"Les barrages.", "Le barrage."}, "barrage"), ElementsAre(2, 1));
  EXPECT_THAT(ranked({"سدودها القديمة", "سدود القديمة"}, "سدود"), ElementsAre(2, 1));
}

TEST(RankPlan, InAQuestionWordsOfTheSameFamilySpeakForAnArticle) {
  EXPECT_THAT(ranked({"La ville et ses musiciens.", "La ville et ses fondateurs."}, "ville OR fondation"),
              ElementsAre(2, 1));
  EXPECT_THAT(ranked({"المدينة والرياح", "المدينة والاستقلال"}, "مدينة OR استقلت"), ElementsAre(2, 1));
}

TEST(RankPlan, TheFamilyOfAWordIsNotFoundByIt) {
  EXPECT_THAT(ranked({"Ses fondateurs.", "La ville."}, "ville OR fondation"), ElementsAre(2));
}

TEST(RankPlan, AWordThatSaysLittleIsStillFound) {
  EXPECT_THAT(ranked({"Pourquoi ?", "Un barrage."}, "pourquoi"), ElementsAre(1));
  EXPECT_THAT(ranked({"لماذا؟", "السد"}, "لماذا"), ElementsAre(1));
}

}  // namespace
}  // namespace sahafa
