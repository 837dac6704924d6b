#include "index/index_reader.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>

#include "index/search_keys.h"
#include "tests/index/fixtures.h"
#include "text/analyze.h"

namespace sahafa {
namespace {

using test::finds;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Article dated(std::string text, std::string outlet, std::string date, std::string lang = "fr") {
  Article article = test::make_article(std::move(text), "", std::move(lang));
  article.outlet = std::move(outlet);
  article.date = std::move(date);
  return article;
}

class SearchTest : public testing::Test {
 protected:
  SearchTest() : reader_(updated(corpus_)) {}

  static const Corpus& updated(test::TestCorpus& corpus) {
    corpus.update();
    return corpus.corpus();
  }

  test::TestCorpus corpus_{
      {dated("Fuite massive de données à la CNSS.", "ledesk", "2025-04-08"),
       dated("La CNSS dément la fuite ; la fuite continue.", "telquel", "2025-04-12"),
       dated("تسريب بيانات الصندوق الوطني للضمان الاجتماعي.", "hespress_ar", "2025-04-09", "ar"),
       dated("Un article sans date sur le football.", "ledesk", ""),
       dated("Rétrospective : les données volées.", "", "2025-05", "fr")}};
  IndexReader reader_;
};

TEST_F(SearchTest, RanksAndShowsTheSoughtWords) {
  const SearchResult result = reader_.search(Query::parse("fuite"));
  EXPECT_EQ(result.query, "fuite");
  EXPECT_EQ(result.total, 2);
  ASSERT_EQ(result.hits.size(), 2U);
  EXPECT_EQ(result.hits[0].article.id.value, 2);  // twice in it
  EXPECT_EQ(result.hits[0].rank, 1);
  EXPECT_GT(result.hits[0].score, result.hits[1].score);
  EXPECT_EQ(result.hits[0].article.outlet, "telquel");
  EXPECT_EQ(mark_up(result.hits[0].snippet, "[", "]"), "La CNSS dément la [fuite] ; la [fuite] continue.");
}

TEST_F(SearchTest, MarksArabicWordsWithTheirClitics) {
  const SearchResult result = reader_.search(Query::parse("صندوق ضمان"));
  ASSERT_EQ(result.hits.size(), 1U);
  EXPECT_EQ(mark_up(result.hits[0].snippet, "[", "]"), "تسريب بيانات [الصندوق] الوطني [للضمان] الاجتماعي.");
}

TEST_F(SearchTest, FiltersByField) {
  EXPECT_THAT(corpus_.find("outlet:ledesk"), ElementsAre(1, 4));
  EXPECT_THAT(corpus_.find("outlet:\"Le Desk\" fuite"), ElementsAre(1));
  EXPECT_THAT(corpus_.find("lang:ar"), ElementsAre(3));
  EXPECT_THAT(corpus_.find("date:2025-04-08..2025-04-09"), ElementsAre(1, 3));
  EXPECT_THAT(corpus_.find("date:2025-04"), ElementsAre(1, 2, 3));
  EXPECT_THAT(corpus_.find("date:2025"), ElementsAre(1, 2, 3, 5));
  EXPECT_THAT(corpus_.find("date:2025-04-10.."), ElementsAre(2, 5));
  EXPECT_THAT(corpus_.find("date:..2025-04-08"), ElementsAre(1));
  EXPECT_THAT(corpus_.find("month:2025-05"), ElementsAre(5));
  EXPECT_THAT(corpus_.find("id:2,4"), ElementsAre(2, 4));
  EXPECT_THAT(corpus_.find("* -lang:fr"), ElementsAre(3));
  EXPECT_THAT(corpus_.find("CNSS -outlet:telquel"), ElementsAre(1, 3));  // the Arabic name, too
}

TEST_F(SearchTest, PatternsFindBeginningsEndsAndWordsBehindTheArticle) {
  EXPECT_THAT(corpus_.find("donn*"), ElementsAre(1, 5));
  EXPECT_THAT(corpus_.find("*spective"), ElementsAre(5));
  EXPECT_THAT(corpus_.find("صند*"), ElementsAre(3));
  EXPECT_THAT(corpus_.find("RÉTRO*"), ElementsAre(5));
  EXPECT_THAT(corpus_.find("zz*"), IsEmpty());
  EXPECT_EQ(mark_up(reader_.search(Query::parse("rétro*")).hits[0].snippet, "[", "]"),
            "[Rétrospective] : les données volées.");
}

TEST_F(SearchTest, SortsByDateAndPages) {
  const auto ids = [&](const SearchOptions& options) {
    std::vector<std::int64_t> out;
    for (const Hit& hit : reader_.search(Query::parse("*"), options).hits)
      out.push_back(hit.article.id.value);
    return out;
  };
  EXPECT_THAT(ids({.sort = SortOrder::newest}), ElementsAre(5, 2, 3, 1, 4));
  EXPECT_THAT(ids({.sort = SortOrder::oldest}), ElementsAre(4, 1, 3, 2, 5));
  EXPECT_THAT(ids({.offset = 1, .limit = 2, .sort = SortOrder::newest}), ElementsAre(2, 3));
  EXPECT_EQ(reader_.search(Query::parse("*"), {.offset = 4, .limit = 2}).total, 5);
  EXPECT_EQ(reader_.search(Query::parse("*"), {.offset = 9}).total, 5);
  EXPECT_THAT(ids({.limit = 0}), IsEmpty());
}

TEST_F(SearchTest, CountsFacets) {
  EXPECT_THAT(reader_.count_facet(Query::parse("*"), Facet::outlet),
              ElementsAre(FacetCount{"ledesk", 2}, FacetCount{"", 1}, FacetCount{"hespress_ar", 1},
                          FacetCount{"telquel", 1}));
  EXPECT_THAT(reader_.count_facet(Query::parse("*"), Facet::month),
              ElementsAre(FacetCount{"2025-04", 3}, FacetCount{"", 1}, FacetCount{"2025-05", 1}));
  EXPECT_THAT(reader_.count_facet(Query::parse("fuite OR تسريب"), Facet::lang),
              ElementsAre(FacetCount{"fr", 2}, FacetCount{"ar", 1}));
}

TEST_F(SearchTest, CopiesCountOnceUnlessAskedFor) {
  const std::vector<ClusterMember> members = {{{1}, {1}, Relation::canonical, 1},
                                              {{2}, {1}, Relation::near, 0.9}};
  corpus_.corpus().catalogue().store_clusters(members);
  corpus_.update();
  const SearchResult once = reader_.search(Query::parse("fuite"));
  EXPECT_EQ(once.total, 1);
  EXPECT_EQ(once.hits[0].copies, 1);
  EXPECT_EQ(reader_.search(Query::parse("fuite"), {.copies = Copies::all}).total, 2);
  EXPECT_EQ(reader_.count(Query::parse("fuite"), Copies::all), 2);
  // The copy stands for its cluster where the canonical does not match.
  EXPECT_EQ(reader_.search(Query::parse("fuite outlet:telquel")).hits[0].article.id.value, 2);
  EXPECT_THAT(reader_.count_facet(Query::parse("fuite"), Facet::outlet),
              ElementsAre(FacetCount{"ledesk", 1}));
}

TEST(Search, PhrasesStayInTitleAndParagraph) {
  test::TestCorpus corpus({test::make_article("de données\nsensibles partout", "Une fuite"),
                           test::make_article("fuite de données", "Autre titre")});
  corpus.update();
  EXPECT_THAT(corpus.find("\"fuite de données\""), ElementsAre(2));
  EXPECT_THAT(corpus.find("\"données sensibles\""), IsEmpty());
  EXPECT_THAT(corpus.find("title:fuite"), ElementsAre(1));
  EXPECT_THAT(corpus.find("title:\"une fuite\""), ElementsAre(1));
  EXPECT_THAT(corpus.find("fuite"), ElementsAre(1, 2));
}

TEST(Search, PhrasesSeeThroughClitics) {
  EXPECT_TRUE(finds("صدر بلاغ عن المديرية العامة للأمن الوطني", "\"الأمن الوطني\""));
  EXPECT_TRUE(finds("بلاغ الأمن والدفاع", "\"أمن الدفاع\""));
  EXPECT_FALSE(finds("الوطني ثم الأمن", "\"الأمن الوطني\""));
  EXPECT_TRUE(finds("le rapport d’enquête", "\"rapport d'enquete\""));
}

TEST(Search, CompoundsMeetHoweverWritten) {
  EXPECT_TRUE(finds("le porte-parole du ministère", "porte parole"));
  EXPECT_TRUE(finds("le porte parole du ministère", "porte-parole"));
  EXPECT_TRUE(finds("une télé-déclaration", "télédéclaration"));
  EXPECT_TRUE(finds("une télédéclaration", "télé-déclaration"));
  EXPECT_FALSE(finds("la parole se porte bien", "porte-parole"));
}

TEST(Search, BothScriptsInOneText) {
  const std::string text = "أكدت الـCNSS أن منصة DAMANCOM تعمل";
  EXPECT_TRUE(finds(text, "cnss منصة"));
  EXPECT_TRUE(finds(text, "\"منصة damancom\""));
}

TEST(Search, TooManyExpansionsAreRefused) {
  std::string text;
  for (int i = 0; i < 10'001; ++i) text += fmt::format("mot{} ", i);
  test::TestCorpus corpus({test::make_article(text)});
  corpus.update();
  std::string message;
  EXPECT_EQ(test::error_of([&] { corpus.find("mot*"); }, &message), ErrorCode::usage);
  EXPECT_THAT(message, HasSubstr("write more letters"));
}

TEST(IndexReader, MissingIndexNamesTheRemedy) {
  test::TestCorpus corpus;
  std::string message;
  EXPECT_EQ(test::error_of([&] { IndexReader reader(corpus.corpus()); }, &message), ErrorCode::not_found);
  EXPECT_THAT(message, HasSubstr("sahafa ingest"));
}

// ---- against a scan of the tokens

/// A query by definition: walks the tokens of one article.
class Scan {
 public:
  explicit Scan(const Article& article) {
    Analyzer analyzer;
    SearchKeys keys;
    const AnalyzedText text = analyzer.analyze(article.text);
    for (std::size_t i = 0; i < text.tokens.size(); ++i) {
      if (text.tokens[i].kind != TokenKind::mark)
        words_.push_back(keys.get(text.forms[i], text.stems[i]).parts.front());
    }
  }

  bool matches(const QueryNode& node) const {
    const auto child_matches = [this](const QueryNode& child) { return matches(child); };
    switch (node.kind) {
      case QueryNode::Kind::all_of:
        return std::ranges::all_of(node.children, child_matches);
      case QueryNode::Kind::any_of:
        return std::ranges::any_of(node.children, child_matches);
      case QueryNode::Kind::none_of:
        return !matches(node.children.front());
      default:
        return has_phrase(Scan(test::make_article(node.text)).words_);
    }
  }

 private:
  using Keys = std::vector<std::string>;

  static bool meet(const Keys& one, const Keys& other) {
    return std::ranges::any_of(one,
                               [&](const std::string& key) { return std::ranges::count(other, key) > 0; });
  }

  bool has_phrase(const std::vector<Keys>& phrase) const {
    return !std::ranges::search(words_, phrase, meet).empty();
  }

  std::vector<Keys> words_;
};

class RandomText {
 public:
  explicit RandomText(unsigned seed) : random_(seed) {}

  // No word of these is another with a clitic before it, so that words match by their keys alone.
  std::string word() {
    static constexpr std::array kWords = {"fuite",    "fuites",   "données", "donnees", "CNSS",
                                          "C.N.S.S.", "sécurité", "تسريب",   "تسريبات", "الضمان",
                                          "ضمان",     "الحكومة",  "حكومه",   "500 000"};
    return kWords[random_() % kWords.size()];
  }
  std::string words(std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += word() + (random_() % 5 == 0 ? ", " : " ");
    return out;
  }
  std::string query(int depth) {
    if (depth == 0 || random_() % 4 == 0) return random_() % 3 == 0 ? "\"" + words(2) + "\"" : word();
    const std::string left = query(depth - 1);
    const std::string right = query(depth - 1);
    switch (random_() % 4) {
      case 0:
        return "(" + left + " OR " + right + ")";
      case 1:
        return "(" + left + " NOT " + right + ")";
      case 2:
        return "NOT " + left;
      default:
        return "(" + left + " " + right + ")";
    }
  }
  std::size_t number(std::size_t below) { return random_() % below; }

 private:
  std::mt19937 random_;
};

TEST(SearchProperty, FindsWhatAScanOfTheTokensFinds) {
  RandomText random(20250408);
  for (int round = 0; round < 4; ++round) {
    std::vector<Article> articles;
    for (int i = 0; i < 60; ++i)
      articles.push_back(test::make_article(random.words(1 + random.number(8)) + fmt::format("x{}", i)));
    test::TestCorpus corpus(articles);
    corpus.update(2);
    const IndexReader reader(corpus.corpus());
    for (int i = 0; i < 150; ++i) {
      const Query query = Query::parse(random.query(3));
      std::vector<std::int64_t> expected;
      for (std::size_t a = 0; a < articles.size(); ++a) {
        if (Scan(articles[a]).matches(query.root())) expected.push_back(static_cast<std::int64_t>(a) + 1);
      }
      std::vector<std::int64_t> found;
      for (const ArticleId id : reader.matching_articles(query)) found.push_back(id.value);
      EXPECT_EQ(found, expected) << query.text();
      EXPECT_EQ(reader.search(query, {.limit = 1, .copies = Copies::all}).total, std::ssize(expected))
          << query.text();
    }
  }
}

TEST(SearchProperty, CollapsedTotalsAreTheNumberOfClusters) {
  RandomText random(7);
  std::vector<Article> articles;
  std::vector<ClusterMember> members;
  for (int i = 0; i < 80; ++i) {
    articles.push_back(test::make_article(random.words(3) + fmt::format("x{}", i)));
    const auto canonical = static_cast<std::int64_t>(i / 8 * 8 + 1);
    const bool grouped = i % 8 < 5;
    members.push_back({{i + 1},
                       {grouped ? canonical : i + 1},
                       grouped && i % 8 > 0 ? Relation::near : Relation::canonical,
                       1});
  }
  test::TestCorpus corpus(articles);
  corpus.corpus().catalogue().store_clusters(members);
  corpus.update();
  const IndexReader reader(corpus.corpus());
  for (int i = 0; i < 100; ++i) {
    const Query query = Query::parse(random.query(2));
    std::vector<std::int64_t> clusters;
    for (const ArticleId id : reader.matching_articles(query)) {
      clusters.push_back(members[static_cast<std::size_t>(id.value - 1)].canonical.value);
    }
    std::ranges::sort(clusters);
    clusters.erase(std::ranges::unique(clusters).begin(), clusters.end());
    EXPECT_EQ(reader.search(query, {.limit = 2}).total, std::ssize(clusters)) << query.text();
    EXPECT_EQ(reader.count(query), std::ssize(clusters)) << query.text();
  }
}

TEST(SearchProperty, PagesTogetherAreTheWholeListInEveryOrder) {
  RandomText random(11);
  std::vector<Article> articles;
  std::vector<ClusterMember> members;
  for (int i = 0; i < 90; ++i) {
    articles.push_back(dated(random.words(4) + fmt::format("x{}", i), "ledesk",
                             i % 7 == 0 ? "" : fmt::format("2025-04-{:02}", 1 + i % 9)));
    const std::int64_t canonical = i % 10 < 6 ? i / 10 * 10 + 1 : i + 1;
    members.push_back({{i + 1}, {canonical}, canonical == i + 1 ? Relation::canonical : Relation::near, 1});
  }
  test::TestCorpus corpus(articles);
  corpus.corpus().catalogue().store_clusters(members);
  corpus.update();
  const IndexReader reader(corpus.corpus());
  for (const SortOrder sort : {SortOrder::relevance, SortOrder::newest, SortOrder::oldest}) {
    for (const Copies copies : {Copies::all, Copies::collapse}) {
      for (int i = 0; i < 20; ++i) {
        const Query query = Query::parse(random.query(2));
        const SearchResult whole = reader.search(query, {.limit = 1000, .sort = sort, .copies = copies});
        EXPECT_EQ(std::ssize(whole.hits), whole.total);
        std::size_t at = 0;
        std::int64_t articles_shown = 0;
        for (std::size_t offset = 0; at < whole.hits.size(); offset += 3) {
          for (const Hit& hit :
               reader.search(query, {.offset = offset, .limit = 3, .sort = sort, .copies = copies}).hits) {
            ASSERT_LT(at, whole.hits.size());
            EXPECT_EQ(hit.article.id, whole.hits[at].article.id) << query.text();
            EXPECT_EQ(hit.rank, static_cast<std::int64_t>(at) + 1);
            EXPECT_EQ(hit.copies, whole.hits[at].copies);
            articles_shown += 1 + hit.copies;
            ++at;
          }
        }
        EXPECT_EQ(articles_shown, std::ssize(reader.matching_articles(query))) << query.text();
        for (std::size_t j = 1; j < whole.hits.size(); ++j) {
          const std::string& one = whole.hits[j - 1].article.date;
          const std::string& other = whole.hits[j].article.date;
          if (sort == SortOrder::newest) {
            EXPECT_GE(one, other);
          } else if (sort == SortOrder::oldest) {
            EXPECT_LE(one, other);
          }
        }
      }
    }
  }
}

TEST(SearchCounts, AWordInInclusiveWritingIsOneHit) {
  test::TestCorpus corpus({test::make_article("Un étudiant-e, deux étudiants ; un étudiant."),
                           test::make_article("La sécurité et la securite sociale.")});
  corpus.update();
  const IndexReader reader(corpus.corpus());
  const auto hits = [&](const std::string& query) {
    std::int64_t all = 0;
    for (const ArticleHits& article : reader.count_hits(Query::parse(query))) all += article.hits;
    return all;
  };
  EXPECT_EQ(hits("étudiant"), 3);
  EXPECT_EQ(hits("sécurité"), 2);
  EXPECT_EQ(hits("sécurité OR securite"), 2);
  EXPECT_EQ(hits("étudiant OR sécurité"), 5);
}

}  // namespace
}  // namespace sahafa
