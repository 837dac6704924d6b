// Names of both scripts, proposed by their consonants.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "analysis/analysis.h"
#include "corpus/equivalents.h"
#include "tests/analysis/test_corpus.h"

namespace sahafa {
namespace {

using test::integers;
using test::TestCorpus;
using test::texts;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

class Names : public ::testing::Test {
 protected:
  Names() {
    const ArticleId first =
        corpus_.add("f1", "ledesk", "fr", "Hier, Karim Tazi a parlé. Le juge a entendu Zineb Bouazza.");
    const ArticleId copy =
        corpus_.add("f2", "le360", "fr", "Hier, Karim Tazi a parlé. Le juge a entendu Zineb Bouazza.");
    corpus_.join({first, copy});
    corpus_.add("f3", "telquel", "fr",
                "Le maire, Karim Tazi, a vu Abdelilah Benjelloun. Une Bouteille, la bouteille.");
    corpus_.add("a1", "hespress", "ar", "قال كريم التازي إن الملف مغلق. واستمعت القاضية إلى زينب بوعزة.");
    corpus_.add("a2", "alyaoum24", "ar", "التقى كريم التازي عبد الإله بن جلون. وتحدث عن بطالة البطالة.");
    corpus_.update();
  }

  std::vector<std::string> pairs(TestCorpus::Values values = {}) {
    const Table table = corpus_.run("names", std::move(values));
    std::vector<std::string> pairs;
    for (std::size_t i = 0; i < table.rows(); ++i)
      pairs.push_back(texts(table, "fr")[i] + " = " + texts(table, "ar")[i]);
    return pairs;
  }

  TestCorpus corpus_;
};

TEST_F(Names, OfOneAndTwoWordsAreProposedWithTheirSentences) {
  const Table table = corpus_.run("names");
  ASSERT_GT(table.rows(), 0U);
  EXPECT_EQ(texts(table, "fr")[0], "Karim Tazi");  // of most texts, a copy once
  EXPECT_EQ(texts(table, "ar")[0], "كريم التازي");
  EXPECT_EQ(integers(table, "words")[0], 2);
  EXPECT_EQ(integers(table, "fr_articles")[0], 2);
  EXPECT_EQ(integers(table, "ar_articles")[0], 2);
  EXPECT_EQ(texts(table, "fr_sentence")[0], "Hier, Karim Tazi a parlé.");
  EXPECT_EQ(texts(table, "ar_sentence")[0], "قال كريم التازي إن الملف مغلق.");
  EXPECT_THAT(pairs(), Contains("Zineb Bouazza = زينب بوعزة"));
}

TEST_F(Names, CompoundsAreOneNameInBothScripts) {
  EXPECT_THAT(pairs(), Contains("Abdelilah Benjelloun = عبد الإله بن جلون"));
  EXPECT_THAT(pairs(), Contains("Benjelloun = بن جلون"));
}

TEST_F(Names, OrdinaryWordsAreNotProposed) {
  for (const std::string& pair : pairs({{"least", "0"}})) {
    EXPECT_THAT(pair, Not(HasSubstr("Bouteille")));  // stands without capital, too
    EXPECT_THAT(pair, Not(HasSubstr("بطالة")));      // stands with its article and without
  }
}

TEST_F(Names, OptionsNarrowThem) {
  EXPECT_THAT(pairs({{"min", "2"}}), Not(Contains(HasSubstr("Zineb"))));
  EXPECT_THAT(pairs({{"min", "2"}}), Contains("Karim Tazi = كريم التازي"));
  EXPECT_EQ(pairs({{"limit", "1"}}).size(), 1U);
  EXPECT_TRUE(pairs({{"lang", "fr"}}).empty());
}

TEST_F(Names, AReviewedTableIsSearchedAndNotProposedAgain) {
  const Analysis* analysis = find_analysis("names");
  const Options options = TestCorpus::options("names", {{"as", "toml"}});
  std::ostringstream proposed;
  find_rendering(*analysis, options)->write(corpus_.context(), options, proposed);
  std::string toml = proposed.str();
  EXPECT_EQ(Equivalents::read(toml, "names.toml").names().size(),
            0U);  // nothing stands before a person has said so
  const std::size_t line = toml.find("#  { fr = [\"Karim Tazi\"]");
  ASSERT_NE(line, std::string::npos);
  toml.erase(line, 1);
  const std::filesystem::path file = corpus_.corpus().directory() / "reviewed.toml";
  std::ofstream(file) << toml;

  const auto found = [&] {
    return integers(corpus_.run("count", {{"query", "Karim Tazi"}, {"by", "none"}}), "articles")[0];
  };
  EXPECT_EQ(found(), 2);
  corpus_.corpus().adopt_names(file);
  EXPECT_EQ(found(), 4);
  EXPECT_THAT(pairs(), Not(Contains("Karim Tazi = كريم التازي")));
  EXPECT_THAT(corpus_.run("count", {{"query", "كريم التازي"}, {"by", "none"}}).notes,
              Contains("names: كريم التازي: Karim Tazi"));
}

}  // namespace
}  // namespace sahafa
