#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/catalogue.h"
#include "fixtures.h"

namespace sahafa {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class Removal : public testing::Test {
 protected:
  Removal() : catalogue_(directory_ / "corpus.db", Database::Access::create) {
    catalogue_.store(test::make_intake("a.txt", {article("La digue a cédé."), article("انهار السد.")}));
    catalogue_.store(test::make_intake("b.txt", {article("Le pont tient.")}));
  }

  static Article article(std::string text) {
    Article article;
    article.lang = "fr";
    article.title = "Titre de " + text;
    article.text = std::move(text);
    return article;
  }

  std::vector<std::int64_t> ids() const {
    std::vector<std::int64_t> ids;
    for (const Article& one : catalogue_.list_articles()) ids.push_back(one.id.value);
    return ids;
  }

  void remove(std::vector<ArticleId> gone) { catalogue_.remove_articles(gone, "hors sujet"); }

  test::TemporaryDirectory directory_;
  Catalogue catalogue_;
};

TEST_F(Removal, TakesEverythingThatIsKnownOfAnArticle) {
  catalogue_.store_clusters(
      std::vector<ClusterMember>{{{1}, {1}, Relation::canonical, 1.0}, {{2}, {1}, Relation::near, 0.9}});
  Claim claim;
  claim.frame = "negligence";
  catalogue_.store_claims({1}, "rules", std::vector<Claim>{claim});
  catalogue_.store_anchors({1}, "rules", std::vector<std::uint64_t>{7});
  catalogue_.store_alignment(
      "rules", {.a = {1}, .b = {2}, .similarity = 0.5, .joined = true, .sentences = {{{0, 2}, {0, 2}, 1.0}}});
  catalogue_.store_passages(std::vector<ComparedPair>{{{1}, {3}, 5}},
                            std::vector<Passage>{{{1}, {0, 2}, {3}, {0, 2}, 1.0, false}});
  const std::int64_t before = catalogue_.revision();
  remove({{1}});
  EXPECT_THAT(ids(), ElementsAre(2, 3));
  EXPECT_FALSE(catalogue_.find_article({1}).has_value());
  EXPECT_THAT(catalogue_.list_claims(), IsEmpty());
  EXPECT_THAT(catalogue_.list_passages(), IsEmpty());
  EXPECT_THAT(catalogue_.list_alignments("rules"), IsEmpty());
  EXPECT_THAT(catalogue_.list_copies(), SizeIs(2));
  EXPECT_GT(catalogue_.revision(), before);
  EXPECT_THAT(catalogue_.check(), IsEmpty());  // also: 2 stands alone now
}

TEST_F(Removal, IdsAreNotGivenAgain) {
  remove({{3}});
  EXPECT_EQ(catalogue_.last_id().value, 3);
  catalogue_.store(test::make_intake("c.txt", {article("Un autre texte.")}));
  EXPECT_THAT(ids(), ElementsAre(1, 2, 4));
}

TEST_F(Removal, ANoteStaysWithTheReason) {
  remove({{2}});
  const std::vector<RemovedArticle> removed = catalogue_.list_removed();
  ASSERT_THAT(removed, SizeIs(1));
  EXPECT_EQ(removed[0].article.id.value, 2);
  EXPECT_EQ(removed[0].article.title, "Titre de انهار السد.");
  EXPECT_EQ(removed[0].reason, "hors sujet");
}

TEST_F(Removal, TheSameArticleFromAnotherSourceStaysOut) {
  remove({{1}});
  const StoreResult again =
      catalogue_.store(test::make_intake("c.txt", {article("La digue a cédé."), article("Neuf.")}));
  EXPECT_EQ(again.removed, 1);
  EXPECT_EQ(again.articles, 1);
  EXPECT_THAT(ids(), ElementsAre(2, 3, 4));
}

TEST_F(Removal, ReadmittedArticlesComeWithTheirSourceAndNothingElseIsCountedTwice) {
  const Intake first = test::make_intake("a.txt", {article("La digue a cédé."), article("انهار السد.")});
  remove({{1}});
  EXPECT_TRUE(catalogue_.store(first).source_known);
  EXPECT_THAT(catalogue_.readmit_articles(std::vector<ArticleId>{{1}}), ElementsAre("a.txt"));
  EXPECT_THAT(catalogue_.list_removed(), IsEmpty());
  const StoreResult again = catalogue_.store(first);
  EXPECT_FALSE(again.source_known);
  EXPECT_EQ(again.articles, 1);
  EXPECT_EQ(again.copies, 1);
  EXPECT_THAT(ids(), ElementsAre(2, 3, 4));
  EXPECT_THAT(catalogue_.list_sources(), SizeIs(2));
  EXPECT_THAT(catalogue_.list_copies(), SizeIs(3));
  EXPECT_THAT(catalogue_.list_removed_ids(), ElementsAre(ArticleId{1}));
  EXPECT_THAT(catalogue_.check(), IsEmpty());
}

TEST_F(Removal, UnknownIdsChangeNothing) {
  EXPECT_EQ(test::error_of([&] { remove({{1}, {9}}); }), ErrorCode::not_found);
  EXPECT_THAT(ids(), ElementsAre(1, 2, 3));
  EXPECT_EQ(test::error_of([&] { catalogue_.readmit_articles(std::vector<ArticleId>{{1}}); }),
            ErrorCode::not_found);
}

}  // namespace
}  // namespace sahafa
