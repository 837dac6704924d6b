// Indexes that are made in another way: without positions, with Snowball's stems of Arabic words.
#include "index/index_choice.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "index/check_derived.h"
#include "tests/index/fixtures.h"

namespace sahafa {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

void choose(test::TestCorpus& corpus, const IndexChoice& choice) {
  corpus.corpus().catalogue().store_index_choice(to_string(choice));
}

std::vector<Article> press() {
  return {
      test::make_article("La digue neuve a cédé hier. Le préfet accuse l’entreprise.", "La digue de Tamesna"),
      test::make_article("Hier, le préfet a cédé. La digue tient."),
      test::make_article("انهار السد الجديد أمس. حمّل الوالي الشركة المسؤولية.", "سد تامسنا", "ar"),
      test::make_article("أمس حمّل الوالي السكان المسؤولية. بقي السد.", "", "ar"),
      test::make_article("Le vice-président rappelle sa règle : sécurité d’abord.")};
}

TEST(IndexChoice, IsKeptAndReadBack) {
  for (const bool positions : {true, false}) {
    for (const ArabicStemmer stemmer : {ArabicStemmer::light, ArabicStemmer::snowball})
      EXPECT_EQ(index_choice_from_string(to_string(IndexChoice{positions, stemmer})),
                (IndexChoice{positions, stemmer}));
  }
  EXPECT_EQ(index_choice_from_string(""), IndexChoice());
  EXPECT_EQ(test::error_of([] { arabic_stemmer_from_string("heavy"); }), ErrorCode::usage);
}

TEST(IndexChoice, WithoutPositionsEveryQueryFindsTheSame) {
  test::TestCorpus with(press());
  with.update();
  test::TestCorpus without(press());
  choose(without, {.positions = false});
  without.update();
  const IndexReader one(with.corpus());
  const IndexReader other(without.corpus());
  for (const char* text :
       {"digue", "السد", "\"digue neuve\"", "\"السد الجديد\"", "préfet NEAR/3 accuse", "الوالي NEAR/2 الشركة",
        "digue ADJ/4 hier", "préfet SENTENCE cédé", "الوالي SENTENCE السكان", "title:digue",
        "title:\"سد تامسنا\"", "=\"la digue\"", "\"digue (neuve|tient)\"", "\"a céd*\"", "vice-président",
        "digue -\"digue neuve\"", "title:tam*", "secur*"}) {
    const Query query = Query::parse(text);
    EXPECT_EQ(other.matching_articles(query), one.matching_articles(query)) << text;
    const auto hits = [&](const IndexReader& reader) {
      std::vector<std::int64_t> counts;
      for (const ArticleHits& article : reader.count_hits(query)) counts.push_back(article.hits);
      return counts;
    };
    EXPECT_EQ(hits(other), hits(one)) << text;
    const auto snippets = [&](const IndexReader& reader) {
      std::string all;
      for (const Hit& hit : reader.search(query, {.sort = SortOrder::oldest}).hits)
        all += mark_up(hit.snippet, "[", "]") + "\n";
      return all;
    };
    EXPECT_EQ(snippets(other), snippets(one)) << text;
  }
  EXPECT_THAT(check_index(without.corpus()), IsEmpty());
}

TEST(IndexChoice, AnotherChoiceMakesTheIndexAnewAndLaterUpdatesKeepIt) {
  test::TestCorpus corpus(press());
  corpus.update();
  choose(corpus, {.positions = false});
  EXPECT_TRUE(corpus.update().rebuilt);
  corpus.add({test::make_article("Encore une digue neuve.")});
  const UpdateResult more = corpus.update();
  EXPECT_FALSE(more.rebuilt);
  EXPECT_EQ(more.added, 1);
  EXPECT_THAT(corpus.find("\"digue neuve\""), ElementsAre(1, 6));
  choose(corpus, {});
  EXPECT_TRUE(corpus.update().rebuilt);
  EXPECT_THAT(corpus.find("\"digue neuve\""), ElementsAre(1, 6));
}

TEST(IndexChoice, SnowballTakesOffWhatMayBelongToTheRoot) {
  const std::vector<Article> texts = {test::make_article("وصلت الكتب والكاتبون.", "", "ar"),
                                      test::make_article("باعت فرنسا السفينة", "", "ar"),
                                      test::make_article("La règle des barrages")};
  test::TestCorpus light(texts);
  light.update();
  test::TestCorpus snowball(texts);
  choose(snowball, {.arabic = ArabicStemmer::snowball});
  snowball.update();
  EXPECT_THAT(light.find("بالكتب"), ElementsAre(1));
  EXPECT_THAT(snowball.find("بالكتب"), ElementsAre(1));
  // Snowball reads the first letter of فرنسا as a conjunction.
  EXPECT_THAT(light.find("رنسا"), IsEmpty());
  EXPECT_THAT(snowball.find("رنسا"), ElementsAre(2));
  EXPECT_THAT(snowball.find("barrage"), ElementsAre(3));
  EXPECT_THAT(IndexReader(snowball.corpus()).explain(Query::parse("بالكتب")), ElementsAre(HasSubstr("كتب")));
}

}  // namespace
}  // namespace sahafa
