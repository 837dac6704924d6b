// NEAR, ADJ, SENTENCE, phrases with patterns and exact forms: against a scan by definition, and index against text.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <random>
#include <sstream>

#include "tests/index/fixtures.h"

namespace sahafa {
namespace {

using test::finds;
using testing::ElementsAre;

std::int64_t hits(const std::string& text, const std::string& query) {
  test::TestCorpus corpus({test::make_article(text)});
  corpus.update();
  std::int64_t all = 0;
  for (const ArticleHits& article : IndexReader(corpus.corpus()).count_hits(Query::parse(query)))
    all += article.hits;
  return all;
}

TEST(Proximity, NearCountsWordsInAnyOrder) {
  EXPECT_TRUE(finds("fuite massive à la CNSS", "CNSS NEAR/4 fuite"));
  EXPECT_FALSE(finds("fuite massive à la CNSS", "CNSS NEAR/3 fuite"));
  EXPECT_TRUE(finds("تسريب جديد لبيانات الصندوق", "الصندوق /قرب/3 تسريب"));
  EXPECT_FALSE(finds("تسريب جديد لبيانات الصندوق", "الصندوق /قرب/٢ تسريب"));
}

TEST(Proximity, AdjCountsWordsInOrder) {
  EXPECT_TRUE(finds("fuite massive de données", "fuite ADJ/3 données"));
  EXPECT_FALSE(finds("fuite massive de données", "données ADJ/3 fuite"));
  EXPECT_TRUE(finds("تسريب بيانات", "تسريب /يلي/ بيانات"));
  EXPECT_FALSE(finds("بيانات تسريب", "تسريب /يلي/ بيانات"));
}

TEST(Proximity, PhrasesAndGroupsAreOperands) {
  EXPECT_TRUE(finds("fuite à la sécurité sociale", "\"sécurité sociale\" NEAR/5 fuite"));
  EXPECT_FALSE(finds("sociale fuite la sécurité", "\"sécurité sociale\" NEAR/5 fuite"));
  EXPECT_TRUE(
      finds("vol à la sécurité sociale", "(fuite OU \"vol massif\" OU vol) NEAR/3 \"sécurité sociale\""));
  EXPECT_TRUE(finds("تسريب بيانات الضمان الاجتماعي", "«الضمان الاجتماعي» NEAR/2 (تسريب /أو/ سرقة)"));
  EXPECT_FALSE(finds("سرقة كبيرة جدا في الضمان الاجتماعي", "«الضمان الاجتماعي» NEAR/2 (تسريب /أو/ سرقة)"));
}

TEST(Proximity, StaysInItsParagraphAndTitle) {
  EXPECT_FALSE(finds("la fuite\ndes données", "fuite NEAR/99 données"));
  test::TestCorpus corpus({test::make_article("de données", "fuite")});
  corpus.update();
  EXPECT_TRUE(corpus.find("fuite NEAR/99 données").empty());
}

TEST(Proximity, SentenceHoldsAllWords) {
  const std::string text = "La fuite continue. La CNSS se tait. Une autre fuite vise la CNSS !";
  EXPECT_EQ(hits(text, "fuite SENTENCE CNSS"), 1);
  EXPECT_FALSE(finds("La fuite continue. La CNSS se tait.", "fuite PHRASE CNSS"));
  EXPECT_TRUE(finds("التسريب مستمر. الصندوق ينفي التسريب.", "تسريب /جملة/ الصندوق"));
  EXPECT_FALSE(finds("التسريب مستمر. الصندوق ينفي.", "تسريب /جملة/ الصندوق"));
}

TEST(Proximity, PatternsAndGroupsInsidePhrases) {
  EXPECT_TRUE(finds("une fuite de données", "\"fuite de donn*\""));
  EXPECT_FALSE(finds("une fuite des dons", "\"fuite de donn*\""));
  EXPECT_FALSE(finds("donner une fuite de pétrole", "\"fuite de donn*\""));
  EXPECT_TRUE(finds("تسريب المعطيات الشخصية", "«تسريب معط* الشخصية»"));
  EXPECT_TRUE(finds("une fuite grave de données", "\"fuite (massive|grave) de donn*\""));
  EXPECT_FALSE(finds("une fuite légère de données", "\"fuite (massive OU grave) de données\""));
  // The pattern means what it says also where its words share a stem with others.
  EXPECT_FALSE(finds("la fuite massive", "\"la fuites* massive\""));
}

TEST(Proximity, ExactFormsOnly) {
  EXPECT_TRUE(finds("les données volées", "=données"));
  EXPECT_FALSE(finds("la donnée volée", "=données"));
  EXPECT_TRUE(finds("les données volées", "=\"données volées\""));
  EXPECT_FALSE(finds("la donnée volée", "=\"données volées\""));
  EXPECT_TRUE(finds("بيان الصندوق", "=الصندوق"));
  EXPECT_FALSE(finds("بيان للصندوق", "=الصندوق"));
  EXPECT_EQ(hits("fuite, fuites, fuite", "=fuite"), 2);
}

TEST(Proximity, HitsAreTheClosestPairs) {
  EXPECT_EQ(hits("fuite fuite CNSS", "fuite NEAR/5 CNSS"), 1);
  EXPECT_EQ(hits("fuite CNSS fuite", "fuite NEAR/5 CNSS"), 2);
  EXPECT_EQ(hits("fuite CNSS fuite", "fuite ADJ/5 CNSS"), 1);
  EXPECT_EQ(hits("fuite de données, fuite de données", "\"fuite de données\""), 2);
}

TEST(Hits, CountEachWordOfAQueryOnceAPlace) {
  EXPECT_EQ(hits("La sécurité, la securite.", "sécurité"), 2);
  EXPECT_EQ(hits("fuite à la CNSS", "fuite CNSS"), 2);
  EXPECT_EQ(hits("fuite à la CNSS", "fuite OR fuites OR piratage"), 1);
  EXPECT_EQ(hits("fuite à la CNSS", "fuite NOT piratage"), 1);
  EXPECT_EQ(hits("والصندوق، للصندوق وبالصندوق", "صندوق"), 3);
  EXPECT_EQ(hits("cyberattaque et cyber-attaques", "cyber*"), 2);
  EXPECT_EQ(hits("fuite", "*"), 0);
}

TEST(Hits, APlaceInsideAnotherAlternativeIsNoSecondHit) {
  EXPECT_EQ(hits("La sécurité sociale. Une autre sécurité.", "sécurité OR \"sécurité sociale\""), 2);
  EXPECT_EQ(hits("La sécurité sociale. Une autre sécurité.", "\"sécurité sociale\" OR (sociale sécurité)"),
            2);
  EXPECT_EQ(hits("الضمان الاجتماعي ثم الضمان وحده", "الضمان OR «الضمان الاجتماعي»"), 2);
  // Alternatives that only overlap are two, and so are words that are both asked for.
  EXPECT_EQ(hits("une caisse nationale sociale", "\"caisse nationale\" OR \"nationale sociale\""), 2);
  EXPECT_EQ(hits("La sécurité sociale.", "sécurité \"sécurité sociale\""), 2);
  // What a name was widened by counts as one of the alternatives.
  EXPECT_EQ(hits("أعلن الصندوق الوطني للضمان الاجتماعي", "الصندوق OR CNSS"), 1);
  EXPECT_EQ(hits("أعلن الصندوق الوطني للضمان الاجتماعي", "الصندوق OR الضمان"), 2);
}

TEST(Hits, FiltersInsideAlternativesHold) {
  Article le = test::make_article("fuite et vol");
  le.outlet = "ledesk";
  Article other = test::make_article("fuite et vol");
  other.outlet = "telquel";
  test::TestCorpus corpus({le, other});
  corpus.update();
  EXPECT_THAT(IndexReader(corpus.corpus()).count_hits(Query::parse("(outlet:ledesk fuite) OR vol")),
              ElementsAre(ArticleHits{{1}, 2}, ArticleHits{{2}, 1}));
}

// ---- random texts

constexpr std::array kWords = {"rouge", "vert", "bleu", "noir", "ورد", "بحر"};

class Dice {
 public:
  explicit Dice(unsigned seed) : random_(seed) {}
  std::size_t below(std::size_t n) { return random_() % n; }
  std::string word() { return kWords[below(kWords.size())]; }
  std::string text(std::size_t words) {
    std::string out;
    for (std::size_t i = 0; i < words; ++i) out += word() + (below(5) == 0 ? "\n" : " ");
    return out;
  }
  std::string place(int depth) {
    if (depth == 0 || below(3) == 0) return below(3) == 0 ? "\"" + word() + " " + word() + "\"" : word();
    static constexpr std::array kJoints = {" NEAR/{} ", " ADJ/{} ", " SENTENCE ", " OR "};
    const std::string joint = kJoints[below(kJoints.size())];
    const std::string filled =
        joint.find('{') == std::string::npos ? joint : fmt::format(fmt::runtime(joint), 1 + below(4));
    return "(" + place(depth - 1) + filled + place(depth - 1) + ")";
  }

 private:
  std::mt19937 random_;
};

/// Whether some choice of places fulfils a query, tried by brute force.
class Definition {
 public:
  explicit Definition(const std::string& text) {
    std::istringstream paragraphs(text);
    for (std::string paragraph; std::getline(paragraphs, paragraph);) {
      std::istringstream words(paragraph);
      for (std::string word; words >> word;) {
        words_.push_back({word, place_++, sentence_});
      }
      ++sentence_;
      place_ += 1000;
    }
  }

  bool matches(const QueryNode& node) const { return !find(node).empty(); }

 private:
  struct Word {
    std::string text;
    int place;
    int sentence;
  };
  struct Range {
    std::size_t first;
    std::size_t last;
  };

  std::vector<Range> find(const QueryNode& node) const {
    std::vector<Range> found;
    if (node.kind == QueryNode::Kind::word || node.kind == QueryNode::Kind::phrase) {
      std::istringstream stream(node.text);
      std::vector<std::string> sought;
      for (std::string word; stream >> word;) sought.push_back(word);
      for (std::size_t i = 0; i + sought.size() <= words_.size(); ++i) {
        bool same =
            words_[i + sought.size() - 1].place - words_[i].place == static_cast<int>(sought.size()) - 1;
        for (std::size_t j = 0; j < sought.size(); ++j) same = same && words_[i + j].text == sought[j];
        if (same) found.push_back({i, i + sought.size() - 1});
      }
      return found;
    }
    if (node.kind == QueryNode::Kind::any_of) {
      for (const QueryNode& child : node.children)
        for (const Range range : find(child)) found.push_back(range);
      return found;
    }
    found = find(node.children.front());
    for (std::size_t i = 1; i < node.children.size(); ++i) found = join(node, found, find(node.children[i]));
    return found;
  }

  std::vector<Range> join(const QueryNode& node, const std::vector<Range>& left,
                          const std::vector<Range>& right) const {
    std::vector<Range> found;
    for (const Range a : left) {
      for (const Range b : right) {
        const bool forward = fits(node, a, b);
        const bool backward = node.kind != QueryNode::Kind::ordered && fits(node, b, a);
        if (forward || backward) found.push_back({std::min(a.first, b.first), std::max(a.last, b.last)});
      }
    }
    return found;
  }

  bool fits(const QueryNode& node, Range a, Range b) const {
    if (node.kind == QueryNode::Kind::sentence) {
      const int sentence = words_[a.first].sentence;
      return words_[a.last].sentence == sentence && words_[b.first].sentence == sentence &&
             words_[b.last].sentence == sentence;
    }
    const int apart = words_[b.first].place - words_[a.last].place;
    return apart >= 1 && apart <= static_cast<int>(node.distance);
  }

  std::vector<Word> words_;
  int place_ = 0;
  int sentence_ = 0;
};

TEST(ProximityProperty, FindsWhatTheDefinitionFinds) {
  Dice dice(5);
  for (int round = 0; round < 2; ++round) {
    std::vector<Article> articles;
    // Each text ends with a word of its own: equal texts would be one article.
    for (int i = 0; i < 50; ++i)
      articles.push_back(test::make_article(dice.text(2 + dice.below(12)) + fmt::format("x{}", i)));
    test::TestCorpus corpus(articles);
    corpus.update();
    for (int i = 0; i < 150; ++i) {
      const Query query = Query::parse(dice.place(1));
      std::vector<std::int64_t> expected;
      for (std::size_t a = 0; a < articles.size(); ++a) {
        if (Definition(articles[a].text).matches(query.root()))
          expected.push_back(static_cast<std::int64_t>(a) + 1);
      }
      EXPECT_EQ(corpus.find(query.text()), expected) << query.text();
    }
  }
}

TEST(ProximityProperty, IndexAndTextTellTheSameHits) {
  Dice dice(6);
  std::vector<Article> articles;
  for (int i = 0; i < 40; ++i)
    articles.push_back(test::make_article(dice.text(2 + dice.below(12)) + fmt::format("x{}", i)));
  test::TestCorpus corpus(articles);
  corpus.update();
  const IndexReader reader(corpus.corpus());
  for (int i = 0; i < 150; ++i) {
    const Query query = Query::parse(dice.place(2));
    const std::vector<ArticleHits> counted = reader.count_hits(query);
    std::vector<ArticleHits> visited;
    reader.visit_hits(query, reader.matching_articles(query),
                      [&](const Article& article, const ReadArticle&, auto found) {
                        visited.push_back({article.id, std::ssize(found)});
                        return true;
                      });
    EXPECT_EQ(counted, visited) << query.text();
  }
}

}  // namespace
}  // namespace sahafa
