#include "index/index_writer.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/index/fixtures.h"

namespace sahafa {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<Article> sample_articles(int first, int count) {
  std::vector<Article> articles;
  for (int i = first; i < first + count; ++i) {
    articles.push_back(
        test::make_article(fmt::format("La fuite numéro {} inquiète.", i), fmt::format("Titre {}", i)));
    articles.push_back(test::make_article(fmt::format("تسريب رقم {} للوثائق", i), "", "ar"));
  }
  return articles;
}

/// Everything a user could see of a few queries.
std::string answers(const Corpus& corpus) {
  std::string out;
  const IndexReader reader(corpus);
  for (const char* query :
       {"fuite", "تسريب", "الوثائق", "titre", "numero 7", "lang:ar", "\"fuite numéro\"", "*"}) {
    const SearchResult result = reader.search(Query::parse(query), {.limit = 1000, .copies = Copies::all});
    out += fmt::format("{} {}\n", result.query, result.total);
    for (const Hit& hit : result.hits) {
      out += fmt::format("  {} {:.6f} {}\n", hit.article.id.value, hit.score, mark_up(hit.snippet, "[", "]"));
    }
  }
  return out;
}

TEST(UpdateIndex, AddsOnlyWhatIsNew) {
  test::TestCorpus corpus(sample_articles(0, 3));
  EXPECT_EQ(corpus.update().added, 6);
  EXPECT_EQ(corpus.update().added, 0);
  corpus.add(sample_articles(3, 1));
  const UpdateResult result = corpus.update();
  EXPECT_EQ(result.added, 2);
  EXPECT_FALSE(result.rebuilt);
  EXPECT_THAT(corpus.find("fuite"), ElementsAre(1, 3, 5, 7));
  EXPECT_EQ(IndexReader(corpus.corpus()).revision(), corpus.corpus().catalogue().revision());
}

TEST(UpdateIndex, AnswersDoNotDependOnJobsOrUpdates) {
  test::TestCorpus once(sample_articles(0, 20));
  once.update(1);
  test::TestCorpus threads(sample_articles(0, 20));
  threads.update(3);
  test::TestCorpus steps(sample_articles(0, 7));
  steps.update(2);
  steps.add(sample_articles(7, 13));
  steps.update(1);
  EXPECT_EQ(answers(threads.corpus()), answers(once.corpus()));
  EXPECT_EQ(answers(steps.corpus()), answers(once.corpus()));
}

TEST(UpdateIndex, KilledWhileWorkingItCatchesUp) {
  test::TestCorpus corpus(sample_articles(0, 2500));  // three parts
  const int status = test::run_killed([&] {
    const Corpus own = Corpus::open(corpus.corpus().directory());
    update_index(own, 1, [](std::string_view, std::int64_t done, std::int64_t) {
      if (done >= 4000) ::_exit(7);
    });
    return 0;
  });
  EXPECT_EQ(status, 7);
  EXPECT_EQ(test::error_of([&] { IndexReader reader(corpus.corpus()); }), ErrorCode::not_found);
  EXPECT_EQ(corpus.update().added, 1000);  // two parts were whole
  EXPECT_FALSE(std::filesystem::exists(corpus.corpus().index_path().string() + ".parts"));
  test::TestCorpus whole(sample_articles(0, 2500));
  whole.update();
  EXPECT_EQ(answers(corpus.corpus()), answers(whole.corpus()));
}

TEST(UpdateIndex, KilledWhileAddingItCatchesUp) {
  test::TestCorpus corpus(sample_articles(0, 10));
  corpus.update();
  corpus.add(sample_articles(10, 300));
  const int status = test::run_killed([&] {
    const Corpus own = Corpus::open(corpus.corpus().directory());
    update_index(own, 1, [](std::string_view, std::int64_t done, std::int64_t) {
      if (done >= 400) ::_exit(7);
    });
    return 0;
  });
  EXPECT_EQ(status, 7);
  EXPECT_THAT(corpus.find("fuite"), SizeIs(testing::Ge(200U)));  // what was committed opens
  EXPECT_LT(corpus.update().added, 600);
  test::TestCorpus whole(sample_articles(0, 310));
  whole.update();
  EXPECT_EQ(answers(corpus.corpus()), answers(whole.corpus()));
}

TEST(UpdateIndex, ManyPartsAreOneIndex) {
  test::TestCorpus threads(sample_articles(0, 1100));  // two parts, the last not full
  EXPECT_EQ(threads.update(3).added, 2200);
  EXPECT_THAT(threads.find("fuite"), SizeIs(1100));
  EXPECT_THAT(threads.find("\"fuite numéro\" 1099"), ElementsAre(2199));
  EXPECT_THAT(threads.find("\"رقم 1099\""), ElementsAre(2200));
  test::TestCorpus one(sample_articles(0, 1100));
  one.update(1);
  EXPECT_EQ(answers(threads.corpus()), answers(one.corpus()));
}

TEST(UpdateIndex, KilledBeforeACommitItCatchesUp) {
  test::TestCorpus corpus(sample_articles(0, 30));
  const int status = test::run_killed([&] {
    const Corpus own = Corpus::open(corpus.corpus().directory());
    own.catalogue().visit_articles({}, [](const Article&) {});
    update_index(own, 1, [](std::string_view, std::int64_t, std::int64_t) { ::_exit(7); });
    return 0;
  });
  EXPECT_EQ(status, 7);
  corpus.update();
  test::TestCorpus whole(sample_articles(0, 30));
  whole.update();
  EXPECT_EQ(answers(corpus.corpus()), answers(whole.corpus()));
}

TEST(UpdateIndex, FollowsChangedClusters) {
  test::TestCorpus corpus(sample_articles(0, 3));
  corpus.update();
  EXPECT_EQ(IndexReader(corpus.corpus()).count(Query::parse("fuite")), 3);
  const std::vector<ClusterMember> members = {{{1}, {1}, Relation::canonical, 1},
                                              {{5}, {1}, Relation::near, 0.9}};
  corpus.corpus().catalogue().store_clusters(members);
  EXPECT_EQ(corpus.update().changed, 1);
  EXPECT_EQ(IndexReader(corpus.corpus()).count(Query::parse("fuite")), 2);
  EXPECT_THAT(corpus.find("cluster:1"), ElementsAre(1, 5));
  EXPECT_THAT(corpus.find("cluster:5"), IsEmpty());
  EXPECT_THAT(corpus.find("\"fuite numéro\" 2"), ElementsAre(5));  // words and positions stayed
}

TEST(UpdateIndex, RemovedArticlesAreInNoAnswerFromThatMoment) {
  test::TestCorpus corpus(sample_articles(0, 3));
  corpus.update();
  const IndexReader reader(corpus.corpus());
  corpus.corpus().catalogue().remove_articles(std::vector<ArticleId>{{3}, {4}}, "");
  for (int round = 0; round < 2; ++round) {  // before and after the index follows
    EXPECT_THAT(corpus.find("fuite"), ElementsAre(1, 5));
    EXPECT_THAT(corpus.find("\"fuite numéro\""), ElementsAre(1, 5));
    EXPECT_THAT(corpus.find("=\"la fuite\""), ElementsAre(1, 5));
    EXPECT_THAT(corpus.find("تسريب"), ElementsAre(2, 6));
    EXPECT_THAT(corpus.find("lang:ar"), ElementsAre(2, 6));
    EXPECT_EQ(reader.count(Query::parse("تسريب")), 2);
    EXPECT_THAT(reader.count_hits(Query::parse("fuite")), SizeIs(2));
    EXPECT_EQ(reader.search(Query::parse("fuite"), {}).total, 2);
    EXPECT_THAT(reader.search(Query::parse("\"رقم 1\""), {}).hits, IsEmpty());
    for (const Hit& hit : reader.find_similar({1}, 10)) EXPECT_NE(hit.article.id.value, 3);
    if (round == 0) {
      const UpdateResult result = corpus.update();
      EXPECT_EQ(result.removed, 2);
      EXPECT_FALSE(result.rebuilt);
    }
  }
}

TEST(UpdateIndex, KilledBeforeTheRemovalWasFollowedItCatchesUp) {
  test::TestCorpus corpus(sample_articles(0, 3));
  corpus.update();
  corpus.corpus().catalogue().remove_articles(std::vector<ArticleId>{{6}}, "");
  corpus.add(sample_articles(3, 1));  // gets another id
  EXPECT_EQ(corpus.update().removed, 1);
  EXPECT_EQ(corpus.update().removed, 0);
  EXPECT_THAT(corpus.find("تسريب"), ElementsAre(2, 4, 8));
  EXPECT_THAT(corpus.find("رقم 2"), IsEmpty());
}

TEST(UpdateIndex, PartsOfAKilledBuildLoseWhatWasRemovedMeanwhile) {
  test::TestCorpus corpus(sample_articles(0, 1100));
  test::run_killed([&] {
    const Corpus own = Corpus::open(corpus.corpus().directory());
    update_index(own, 1, [](std::string_view, std::int64_t, std::int64_t) { ::_exit(7); });
    return 0;
  });
  corpus.corpus().catalogue().remove_articles(std::vector<ArticleId>{{1}, {2200}}, "");
  corpus.update();
  EXPECT_THAT(corpus.find("fuite"), SizeIs(1099));
  EXPECT_THAT(corpus.find("\"رقم 1099\""), IsEmpty());
}

TEST(UpdateIndex, OverlongWordsAreFoundWhole) {
  const std::string word(400, 'a');
  const std::string other = word + "b";
  test::TestCorpus corpus(
      {test::make_article("début " + word + " fin", word), test::make_article("début " + other)});
  corpus.update();
  EXPECT_THAT(corpus.find(word), ElementsAre(1));
  EXPECT_THAT(corpus.find(other), ElementsAre(2));
  EXPECT_THAT(corpus.find("title:" + word), ElementsAre(1));
  std::string arabic;
  for (int i = 0; i < 200; ++i) arabic += "ص";
  corpus.add({test::make_article("كلمة " + arabic, "", "ar")});
  corpus.update();
  EXPECT_THAT(corpus.find(arabic), ElementsAre(3));
}

TEST(UpdateIndex, DamagedIndexIsRebuilt) {
  test::TestCorpus corpus(sample_articles(0, 2));
  corpus.update();
  const std::string before = answers(corpus.corpus());
  for (const auto& entry : std::filesystem::directory_iterator(corpus.corpus().index_path())) {
    std::filesystem::resize_file(entry.path(), 0);
  }
  EXPECT_EQ(test::error_of([&] { IndexReader reader(corpus.corpus()); }), ErrorCode::malformed);
  EXPECT_TRUE(corpus.update().rebuilt);
  EXPECT_EQ(answers(corpus.corpus()), before);
}

TEST(UpdateIndex, ReaderSeesNewArticlesWithoutReopening) {
  test::TestCorpus corpus(sample_articles(0, 1));
  corpus.update();
  const IndexReader reader(corpus.corpus());
  for (int i = 1; i < 6; ++i) {
    corpus.add(sample_articles(i, 1));
    corpus.update();
    EXPECT_EQ(reader.count(Query::parse("fuite")), i + 1);
  }
}

TEST(UpdateIndex, ReportsProgress) {
  test::TestCorpus corpus(sample_articles(0, 2));
  std::int64_t last = 0;
  update_index(corpus.corpus(), 1, [&](std::string_view stage, std::int64_t done, std::int64_t total) {
    EXPECT_EQ(stage, "index");
    EXPECT_LE(done, total);
    last = done;
  });
  EXPECT_EQ(last, 4);
}

}  // namespace
}  // namespace sahafa
