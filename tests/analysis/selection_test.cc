#include "analysis/selection.h"

#include <gtest/gtest.h>

#include "tests/analysis/test_corpus.h"

namespace sahafa {
namespace {

using test::TestCorpus;

Article dated(const std::string& key, const std::string& lang, const std::string& date) {
  Article article;
  article.key = key;
  article.outlet = lang == "ar" ? "hespress" : "ledesk";
  article.lang = lang;
  article.date = date;
  article.text = lang == "ar" ? "اختراق الصندوق الوطني " + key : "Le piratage de la caisse " + key;
  return article;
}

class Selection : public ::testing::Test {
 protected:
  Selection() {
    corpus_.add(dated("f1", "fr", "2025-04-08"));
    corpus_.add(dated("f2", "fr", "2025-04"));
    corpus_.add(dated("f3", "fr", ""));
    corpus_.add(dated("a1", "ar", "2025-04-20"), 3);
    corpus_.add(dated("a2", "ar", "2024"));
  }

  std::string keys(TestCorpus::Values values) const {
    std::string keys;
    for (const Selected& selected :
         select_articles(corpus_.context(), {kSelectionOptions, std::move(values)})) {
      keys += selected.article.key + " ";
    }
    return keys;
  }

  TestCorpus corpus_;
};

TEST_F(Selection, WithoutOptionsEverythingById) { EXPECT_EQ(keys({}), "f1 f2 f3 a1 a2 "); }

TEST_F(Selection, ByLanguageAndOutletInEitherScript) {
  EXPECT_EQ(keys({{"lang", "ar"}}), "a1 a2 ");
  EXPECT_EQ(keys({{"lang", "fr, ar"}}), "f1 f2 f3 a1 a2 ");
  EXPECT_EQ(keys({{"outlet", "Le Desk"}}), "f1 f2 f3 ");
  EXPECT_EQ(keys({{"outlet", "هسبريس"}}), "a1 a2 ");
}

TEST_F(Selection, ByCountryOfTheOutlet) {
  EXPECT_EQ(keys({{"country", "ma"}}), "f1 f2 f3 a1 a2 ");
  EXPECT_EQ(keys({{"country", "FR"}}), "");
  EXPECT_EQ(keys({{"country", "fr,MA"}, {"lang", "ar"}}), "a1 a2 ");
  EXPECT_THROW(keys({{"country", "المغرب"}}), Error);
}

TEST_F(Selection, DatesTouchAsFarAsTheyAreKnown) {
  EXPECT_EQ(keys({{"from", "2025-04-10"}}), "f2 a1 ");
  EXPECT_EQ(keys({{"to", "2025-04-10"}}), "f1 f2 a2 ");
  EXPECT_EQ(keys({{"from", "2025-04"}, {"to", "2025-04"}}), "f1 f2 a1 ");
  EXPECT_EQ(keys({{"to", "2024"}}), "a2 ");
}

TEST_F(Selection, WhatIsNoDateIsRefused) {
  for (const char* date : {"avril", "2025-4-8", "2025/04/08", "20250408", "٢٠٢٥"}) {
    EXPECT_THROW(keys({{"from", date}}), Error) << date;
  }
}

TEST_F(Selection, ByQueryInBothLanguages) {
  corpus_.update();
  EXPECT_EQ(keys({{"where", "piratage"}}), "f1 f2 f3 ");
  EXPECT_EQ(keys({{"where", "الصندوق"}}), "a1 a2 ");
  EXPECT_EQ(keys({{"where", "outlet:ledesk"}, {"from", "2025-04-08"}}), "f1 f2 ");
  EXPECT_EQ(keys({{"where", "météo"}}), "");
}

TEST_F(Selection, ByActorFrameGenreAndCluster) {
  const ArticleId french = corpus_.add("n1", "ledesk", "fr", "La CNSS se tait. Une panne.");
  const ArticleId arabic = corpus_.add("n2", "hespress", "ar", "صمت الصندوق الوطني للضمان الاجتماعي.");
  corpus_.claim(french, "cnss", "negligence");
  corpus_.claim(arabic, "hackers", "external_attack", "blames", "attributed", "cnss");
  corpus_.join({arabic, french}, Relation::translation);
  corpus_.update();
  EXPECT_EQ(keys({{"actor", "cnss"}}), "n1 n2 ");
  EXPECT_EQ(keys({{"actor", "cnss"}, {"lang", "ar"}}), "n2 ");
  EXPECT_EQ(keys({{"frame", "negligence"}}), "n1 ");
  EXPECT_EQ(keys({{"frame", "*"}, {"actor", "cnss"}, {"where", "panne"}}), "n1 ");
  EXPECT_EQ(keys({{"cluster", std::to_string(arabic.value)}}), "n1 n2 ");
  EXPECT_EQ(keys({{"genre", "editorial"}}), "");
  EXPECT_EQ(keys({{"where", "country:ma actor:cnss"}}), "n1 n2 ");
  EXPECT_EQ(keys({{"where", "country:sn"}}), "");
  EXPECT_EQ(keys({{"where", "piratage -country:ma"}}), "");
  EXPECT_THROW(keys({{"actor", "personne"}}), Error);
}

TEST_F(Selection, CopiesAreCounted) {
  const auto selection = select_articles(corpus_.context(), {kSelectionOptions, {{"lang", "ar"}}});
  EXPECT_EQ(selection[0].copies, 3);
  EXPECT_EQ(selection[1].copies, 1);
}

}  // namespace
}  // namespace sahafa
