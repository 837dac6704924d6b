#include "corpus/catalogue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <tuple>

#include "fixtures.h"

namespace sahafa {
namespace {

using Access = Database::Access;
using test::arabic_article;
using test::french_article;
using test::make_intake;
using test::numbered;

class CatalogueTest : public testing::Test {
 protected:
  test::TemporaryDirectory directory_;
  std::filesystem::path path_ = directory_ / "corpus.db";
  Catalogue catalogue_{path_, Access::create};
};

using StoreTest = CatalogueTest;
using ClusterTest = CatalogueTest;
using ClaimTest = CatalogueTest;
using CrashTest = CatalogueTest;

void expect_same(const Article& stored, const Article& given) {
  EXPECT_EQ(stored.key, given.key);
  EXPECT_EQ(stored.outlet, given.outlet);
  EXPECT_EQ(stored.lang, given.lang);
  EXPECT_EQ(stored.date, given.date);
  EXPECT_EQ(stored.title, given.title);
  EXPECT_EQ(stored.authors, given.authors);
  EXPECT_EQ(stored.url, given.url);
  EXPECT_EQ(stored.genre, given.genre);
  EXPECT_EQ(stored.words, given.words);
  ASSERT_EQ(stored.origins.size(), given.origins.size());
  for (std::size_t i = 0; i < given.origins.size(); ++i) {
    EXPECT_EQ(stored.origins[i].field, given.origins[i].field);
    EXPECT_EQ(stored.origins[i].origin, given.origins[i].origin);
  }
}

TEST_F(StoreTest, ArticlesComeBackWhole) {
  catalogue_.store(make_intake("presse.txt", {french_article(), arabic_article()}));
  for (const auto& [id, given] : {std::pair{1, french_article()}, std::pair{2, arabic_article()}}) {
    const Article stored = catalogue_.find_article({id}).value_or(Article{});
    EXPECT_EQ(stored.id, ArticleId{id});
    EXPECT_EQ(stored.text, given.text);
    expect_same(stored, given);
  }
  EXPECT_FALSE(catalogue_.find_article({3}).has_value());
}

TEST_F(StoreTest, ListGivesEverythingButTexts) {
  catalogue_.store(make_intake("presse.txt", {arabic_article(), french_article()}));
  const std::vector<Article> articles = catalogue_.list_articles();
  ASSERT_EQ(articles.size(), 2U);
  expect_same(articles[0], arabic_article());
  expect_same(articles[1], french_article());
  EXPECT_EQ(articles[0].text + articles[1].text, "");
}

TEST_F(StoreTest, VisitGoesOnAfterAnArticle) {
  catalogue_.store(make_intake(
      "presse.txt", {numbered(arabic_article(), 1), french_article(), numbered(arabic_article(), 2)}));
  std::vector<Article> visited;
  catalogue_.visit_articles({1}, [&](const Article& article) { visited.push_back(article); });
  ASSERT_EQ(visited.size(), 2U);
  EXPECT_EQ(visited[0].text, french_article().text);
  expect_same(visited[0], french_article());
  EXPECT_EQ(visited[1].text, numbered(arabic_article(), 2).text);
  EXPECT_EQ(visited[1].id, ArticleId{3});
}

TEST_F(StoreTest, TextsAloneAreReadInOrderAfterAnArticle) {
  catalogue_.store(make_intake(
      "presse.txt", {numbered(arabic_article(), 1), french_article(), numbered(arabic_article(), 2)}));
  TextCursor texts = catalogue_.read_texts({1});
  StoredText read;
  ASSERT_TRUE(texts.next(read));
  EXPECT_EQ(read.article, ArticleId{2});
  EXPECT_EQ(read.text, french_article().text);
  ASSERT_TRUE(texts.next(read));
  EXPECT_EQ(read.article, ArticleId{3});
  EXPECT_EQ(read.text, numbered(arabic_article(), 2).text);
  EXPECT_FALSE(texts.next(read));
  EXPECT_FALSE(texts.next(read)) << "it does not begin anew";
}

TEST_F(StoreTest, SourceSketchAndFirstClusterAreThere) {
  catalogue_.store(make_intake("presse.txt", {arabic_article()}));
  const std::vector<Source> sources = catalogue_.list_sources();
  ASSERT_EQ(sources.size(), 1U);
  EXPECT_EQ(sources[0].path, "presse.txt");
  EXPECT_EQ(sources[0].encoding, "utf-8 (declared)");
  EXPECT_EQ(sources[0].size_bytes, static_cast<std::int64_t>(arabic_article().text.size()));
  EXPECT_TRUE(catalogue_.has_source("presse.txt", sources[0].hash));
  EXPECT_FALSE(catalogue_.has_source("autre.txt", sources[0].hash));
  std::size_t visited = 0;
  catalogue_.visit_sketches([&](const SketchedArticle& article) {
    ++visited;
    EXPECT_EQ(article.id, ArticleId{1});
    EXPECT_EQ(article.identity, identity(arabic_article()));
    EXPECT_EQ(article.date, arabic_article().date);
    EXPECT_THAT(article.sketch, testing::ElementsAre(3U, 5U, 1ULL << 63U));
  });
  EXPECT_EQ(visited, 1U);
  const std::vector<ClusterMember> members = catalogue_.list_clusters();
  ASSERT_EQ(members.size(), 1U);
  EXPECT_EQ(members[0].canonical, ArticleId{1});
  EXPECT_EQ(members[0].relation, Relation::canonical);
}

TEST_F(StoreTest, PassagesComeBackInOrderAndAreReplacedAsAWhole) {
  catalogue_.store(make_intake("presse.txt", {french_article(), arabic_article()}));
  const std::vector<ComparedPair> compared{{{1}, {2}, -5}};
  const std::vector<Passage> passages{{{1}, {2, 6}, {2}, {0, 4}, 0.5, true},
                                      {{1}, {8, 9}, {2}, {5, 6}, 1.0, false}};
  catalogue_.store_passages(compared, passages);
  EXPECT_EQ(catalogue_.list_compared(), compared);
  EXPECT_EQ(catalogue_.list_passages(), passages);
  catalogue_.store_passages({}, {});
  EXPECT_TRUE(catalogue_.list_passages().empty());
}

TEST_F(StoreTest, SameSourceAgainChangesNothing) {
  const Intake intake = make_intake("presse.txt", {french_article(), arabic_article()});
  EXPECT_EQ(catalogue_.store(intake).articles, 2);
  const std::int64_t revision = catalogue_.revision();
  const StoreResult again = catalogue_.store(intake);
  EXPECT_TRUE(again.source_known);
  EXPECT_EQ(again.articles + again.copies, 0);
  EXPECT_EQ(catalogue_.revision(), revision);
  EXPECT_EQ(catalogue_.count_articles(), 2);
}

TEST_F(StoreTest, TextPastedTwiceInOneFileIsOneArticleWithTwoCopies) {
  Intake intake = make_intake("double.txt", {french_article()});
  intake.items[0].copies.push_back({100, 160});
  const StoreResult result = catalogue_.store(intake);
  EXPECT_EQ(result.articles, 1);
  EXPECT_EQ(result.copies, 2);
  const std::vector<Copy> copies = catalogue_.list_copies();
  ASSERT_EQ(copies.size(), 2U);
  EXPECT_EQ(copies[1].span, (Span{100, 160}));
}

TEST_F(StoreTest, SameTextInAnotherFileIsAnotherCopyOfTheSameArticle) {
  catalogue_.store(make_intake("a.txt", {arabic_article()}));
  const std::int64_t revision = catalogue_.revision();
  const StoreResult result = catalogue_.store(make_intake("b.txt", {arabic_article()}));
  EXPECT_FALSE(result.source_known);
  EXPECT_EQ(result.articles, 0);
  EXPECT_EQ(result.copies, 1);
  EXPECT_GT(catalogue_.revision(), revision);
  EXPECT_EQ(catalogue_.list_copies()[1].source, SourceId{2});
}

TEST_F(StoreTest, SameTextInAnotherOutletIsAnotherArticle) {
  Article elsewhere = arabic_article();
  elsewhere.outlet = "lakome2";
  EXPECT_EQ(catalogue_.store(make_intake("a.txt", {arabic_article(), elsewhere})).articles, 2);
}

TEST_F(StoreTest, SourceWithoutArticlesIsRememberedWithoutANewRevision) {
  const std::int64_t revision = catalogue_.revision();
  const Intake empty = make_intake("vide.txt", {});
  catalogue_.store(empty);
  EXPECT_TRUE(catalogue_.has_source("vide.txt", empty.source.hash));
  EXPECT_EQ(catalogue_.revision(), revision);
}

TEST_F(StoreTest, IssuesAreKeptOnceAndReplacedWhenTheInputIsReadAgain) {
  const Issue missing{"مقال.txt", "", "unreadable", "cannot be read; check its permissions", true};
  catalogue_.store_issue(missing);
  catalogue_.store_issue(missing);
  ASSERT_EQ(catalogue_.list_issues().size(), 1U);
  EXPECT_TRUE(catalogue_.list_issues()[0].fatal);
  Intake readable = make_intake("مقال.txt", {arabic_article()});
  readable.issues = {{"مقال.txt", "byte 12", "encoding", "1 byte replaced", false}};
  catalogue_.store(readable);
  const std::vector<Issue> issues = catalogue_.list_issues();
  ASSERT_EQ(issues.size(), 1U);
  EXPECT_EQ(issues[0].place, "byte 12");
  EXPECT_FALSE(issues[0].fatal);
}

TEST_F(StoreTest, BatchAppearsAtOnceOrNotAtAll) {
  {
    const Transaction batch = catalogue_.transaction();
    catalogue_.store(make_intake("a.txt", {french_article()}));
    catalogue_.store(make_intake("b.txt", {arabic_article()}));
    EXPECT_EQ(catalogue_.count_articles(), 2);
    EXPECT_EQ(Catalogue(path_, Access::read).count_articles(), 0);
  }
  EXPECT_EQ(catalogue_.count_articles(), 0);
  Transaction batch = catalogue_.transaction();
  catalogue_.store(make_intake("a.txt", {french_article()}));
  batch.commit();
  EXPECT_EQ(Catalogue(path_, Access::read).count_articles(), 1);
}

using Occurrence = std::tuple<std::string, std::string, std::uint32_t>;

/// What a catalogue holds, without the ids that depend on the order.
std::set<Occurrence> occurrences(const Catalogue& catalogue) {
  const std::vector<Source> sources = catalogue.list_sources();
  std::set<Occurrence> found;
  for (const Copy& copy : catalogue.list_copies()) {
    const Article article = catalogue.find_article(copy.article).value_or(Article{});
    found.emplace(identity(article), sources[static_cast<std::size_t>(copy.source.value - 1)].path,
                  copy.span.begin);
  }
  return found;
}

TEST(StoreProperty, OrderOfSourcesDoesNotChangeWhatIsHeld) {
  std::mt19937 random(20250408);
  std::vector<Intake> intakes;
  for (int i = 0; i < 25; ++i) {
    std::vector<Article> articles;
    for (std::uint32_t n = random() % 4; n > 0; --n) {
      articles.push_back(
          numbered(random() % 2 == 0 ? french_article() : arabic_article(), static_cast<int>(random() % 6)));
    }
    intakes.push_back(make_intake("presse-" + std::to_string(i), articles));
  }
  std::set<Occurrence> expected;
  for (int round = 0; round < 6; ++round) {
    const test::TemporaryDirectory directory;
    Catalogue catalogue(directory / "corpus.db", Access::create);
    Transaction all = catalogue.transaction();
    for (const Intake& intake : intakes) catalogue.store(intake);
    all.commit();
    if (round == 0) expected = occurrences(catalogue);
    EXPECT_EQ(occurrences(catalogue), expected);
    EXPECT_LE(catalogue.count_articles(), 12);
    std::ranges::shuffle(intakes, random);
  }
  EXPECT_GT(expected.size(), 12U);
}

TEST_F(ClusterTest, ReplacesAllAndLeavesTheUnnamedAlone) {
  catalogue_.store(make_intake("a.txt", {french_article(), arabic_article(), numbered(arabic_article(), 1)}));
  catalogue_.store_clusters(std::vector<ClusterMember>{{{1}, {1}, Relation::canonical, 1.0},
                                                       {{2}, {1}, Relation::translation, 0.5}});
  catalogue_.store_clusters(
      std::vector<ClusterMember>{{{2}, {2}, Relation::canonical, 1.0}, {{3}, {2}, Relation::near, 0.9}});
  const std::vector<ClusterMember> members = catalogue_.list_clusters();
  ASSERT_EQ(members.size(), 3U);
  EXPECT_EQ(members[0].canonical, ArticleId{1});
  EXPECT_EQ(members[1].relation, Relation::canonical);
  EXPECT_EQ(members[2].canonical, ArticleId{2});
  EXPECT_EQ(members[2].relation, Relation::near);
  EXPECT_EQ(members[2].similarity, 0.9);
}

TEST_F(ClusterTest, SameClustersAgainKeepTheRevision) {
  catalogue_.store(make_intake("a.txt", {french_article(), arabic_article()}));
  const std::vector<ClusterMember> members = {{{1}, {1}, Relation::canonical, 1.0},
                                              {{2}, {1}, Relation::translation, 0.7}};
  const std::int64_t before = catalogue_.revision();
  catalogue_.store_clusters(members);
  const std::int64_t after = catalogue_.revision();
  EXPECT_GT(after, before);
  catalogue_.store_clusters(members);
  EXPECT_EQ(catalogue_.revision(), after);
}

TEST_F(ClusterTest, BrokenClustersAreRefusedAndChangeNothing) {
  catalogue_.store(make_intake("a.txt", {french_article(), arabic_article(), numbered(arabic_article(), 1)}));
  const std::int64_t revision = catalogue_.revision();
  const std::vector<std::vector<ClusterMember>> broken = {
      {{{9}, {1}, Relation::near, 0.9}},                                   // not stored
      {{{1}, {9}, Relation::near, 0.9}},                                   // canonical not stored
      {{{1}, {2}, Relation::near, 0.9}, {{2}, {3}, Relation::near, 0.9}},  // canonical in another cluster
      {{{1}, {2}, Relation::canonical, 1.0}},                              // canonical of another
      {{{1}, {2}, Relation::near, 1.5}},                                   // no share
      {{{1}, {2}, Relation::near, 0.9}, {{1}, {3}, Relation::near, 0.9}},  // in two clusters
  };
  for (const std::vector<ClusterMember>& members : broken) {
    EXPECT_EQ(test::error_of([&] { catalogue_.store_clusters(members); }), ErrorCode::usage);
  }
  EXPECT_EQ(catalogue_.revision(), revision);
  for (const ClusterMember& member : catalogue_.list_clusters())
    EXPECT_EQ(member.relation, Relation::canonical);
}

Claim make_claim(const std::string& frame, Span evidence) {
  return {.article = {},
          .sentence = 2,
          .holder = "expert",
          .holder_name = "خبير",
          .voice = "attributed",
          .target = "cnss",
          .frame = frame,
          .polarity = "blames",
          .modality = "asserted",
          .evidence = evidence,
          .cue = "لم تُحذِّر",
          .rule = "negated-duty"};
}

TEST_F(ClaimTest, AreReplacedPerArticleAndComeBackWhole) {
  catalogue_.store(make_intake("a.txt", {french_article(), arabic_article()}));
  catalogue_.store_claims({2}, "rules-1",
                          std::vector{make_claim("security", {0, 6}), make_claim("silence", {7, 15})});
  catalogue_.store_claims({1}, "rules-1", std::vector{make_claim("law", {0, 1})});
  catalogue_.store_claims({2}, "rules-2", std::vector{make_claim("silence", {0, 15})});
  const std::vector<Claim> claims = catalogue_.list_claims();
  ASSERT_EQ(claims.size(), 2U);
  EXPECT_EQ(claims[0].article, ArticleId{1});
  const Claim expected = make_claim("silence", {0, 15});
  const Claim stored = catalogue_.find_claims({2}).at(0);
  EXPECT_EQ(stored.article, ArticleId{2});
  EXPECT_EQ(stored.sentence, 2);
  EXPECT_EQ(stored.evidence, expected.evidence);
  EXPECT_EQ((std::vector{stored.holder, stored.holder_name, stored.voice, stored.target, stored.frame,
                         stored.polarity, stored.modality, stored.cue, stored.rule}),
            (std::vector{expected.holder, expected.holder_name, expected.voice, expected.target,
                         expected.frame, expected.polarity, expected.modality, expected.cue, expected.rule}));
}

TEST_F(ClaimTest, ValuesOfAFieldComeOnceAnArticle) {
  catalogue_.store(make_intake("a.txt", {french_article(), arabic_article()}));
  catalogue_.store_claims(
      {2}, "r",
      std::vector{make_claim("silence", {0, 6}), make_claim("law", {7, 15}), make_claim("silence", {7, 15})});
  catalogue_.store_claims({1}, "r", std::vector{make_claim("law", {0, 1})});
  std::vector<std::pair<std::int64_t, std::string>> values;
  catalogue_.visit_claim_values(
      "frame", [&](ArticleId article, std::string_view value) { values.emplace_back(article.value, value); });
  using Value = std::pair<std::int64_t, std::string>;
  EXPECT_THAT(values, testing::ElementsAre(Value{1, "law"}, Value{2, "law"}, Value{2, "silence"}));
  EXPECT_EQ(test::error_of([&] { catalogue_.visit_claim_values("rule; DROP TABLE claims", {}); }),
            ErrorCode::usage);
}

TEST_F(ClaimTest, UnclaimedAreThoseOfOtherRules) {
  catalogue_.store(make_intake("a.txt", {french_article(), arabic_article()}));
  catalogue_.store_claims({1}, "rules-1", {});
  EXPECT_THAT(catalogue_.list_unclaimed("rules-1"), testing::ElementsAre(ArticleId{2}));
  EXPECT_THAT(catalogue_.list_unclaimed("rules-2"), testing::ElementsAre(ArticleId{1}, ArticleId{2}));
}

TEST_F(ClaimTest, OfAnArticleThatIsNotThereIsRefused) {
  EXPECT_EQ(
      test::error_of([&] { catalogue_.store_claims({4}, "rules", std::vector{make_claim("law", {0, 1})}); }),
      ErrorCode::usage);
}

TEST_F(ClaimTest, KeepTheRevisionOfArticlesAndClusters) {
  catalogue_.store(make_intake("a.txt", {french_article()}));
  const std::int64_t revision = catalogue_.revision();
  catalogue_.store_claims({1}, "rules", {});
  EXPECT_EQ(catalogue_.revision(), revision);
}

TEST_F(ClaimTest, CanBeStoredWhileArticlesAreVisited) {
  catalogue_.store(make_intake("a.txt", {french_article(), arabic_article(), numbered(french_article(), 1)}));
  catalogue_.visit_articles({}, [&](const Article& article) {
    catalogue_.store_claims(article.id, "rules", std::vector{make_claim("law", {0, 1})});
  });
  EXPECT_EQ(catalogue_.list_claims().size(), 3U);
}

TEST_F(CrashTest, WriterKilledInABatchLosesNothingThatWasReported) {
  constexpr int kReported = 7;
  const int reported = test::run_killed([&] {
    Catalogue catalogue(path_, Access::write);
    for (int i = 0; i < kReported; ++i) {
      Transaction batch = catalogue.transaction();
      catalogue.store(make_intake("lot-" + std::to_string(i), {numbered(arabic_article(), i)}));
      batch.commit();
    }
    const Transaction batch = catalogue.transaction();
    catalogue.store(make_intake("perdu.txt", {french_article()}));
    ::_exit(kReported);
    return 0;
  });
  ASSERT_EQ(reported, kReported);
  Catalogue reopened(path_, Access::write);
  EXPECT_EQ(reopened.count_articles(), kReported);
  EXPECT_EQ(reopened.store(make_intake("perdu.txt", {french_article()})).articles, 1);
}

TEST_F(CrashTest, FailingDiskLosesNothingThatWasReportedAndGoesOnWhenItWorksAgain) {
  catalogue_.store(make_intake("a.txt", {french_article()}));
  Article large = arabic_article();
  while (large.text.size() < 2'000'000) large.text += large.text;
  const int code = test::run_killed([&] {
    const test::FileSizeLimit limit(1'000'000);
    Catalogue limited(path_, Access::write);
    return static_cast<int>(test::error_of([&] { limited.store(make_intake("b.txt", {large})); }));
  });
  EXPECT_EQ(code, static_cast<int>(ErrorCode::unreadable));
  EXPECT_EQ(catalogue_.count_articles(), 1);
  EXPECT_EQ(catalogue_.store(make_intake("b.txt", {large})).articles, 1);
}

}  // namespace
}  // namespace sahafa
