#include "analysis/derive.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "corpus/codebook.h"
#include "tests/analysis/test_corpus.h"

namespace sahafa {
namespace {

using test::TestCorpus;

constexpr const char* kFrench = "La CNSS a fait preuve de négligence. Le ministère accuse les pirates.";
constexpr const char* kArabic = "أهمل الصندوق الوطني للضمان الاجتماعي حماية معطيات المواطنين.";

void add_articles(TestCorpus& corpus) {
  for (int i = 0; i < 20; ++i) {
    corpus.add("f" + std::to_string(i), "ledesk", "fr", kFrench + (" Édition " + std::to_string(i) + "."));
    corpus.add("a" + std::to_string(i), "lakome", "ar", kArabic + (" الطبعة " + std::to_string(i) + "."));
  }
}

TEST(Derive, NewArticlesAreIndexedTokenisedAndRead) {
  TestCorpus corpus;
  add_articles(corpus);
  const DeriveResult result = derive(corpus.corpus(), 1, {});
  EXPECT_EQ(result.index.added, 40);
  EXPECT_EQ(result.tokens.added, 40);
  EXPECT_EQ(result.articles_read, 40);
  EXPECT_EQ(result.claims, static_cast<std::int64_t>(corpus.run("claims").rows()));
  for (const char* lang : {"fr", "ar"}) {
    EXPECT_GT(corpus.run("claims", {{"lang", lang}}).rows(), 0U) << lang;
    EXPECT_GT(corpus.run("freq", {{"lang", lang}}).rows(), 0U) << lang;
  }
  EXPECT_EQ(corpus.run("articles", {{"where", "négligence"}}).rows(), 20U);
}

TEST(Derive, ASecondRunDoesNothing) {
  TestCorpus corpus;
  add_articles(corpus);
  derive(corpus.corpus(), 1, {});
  const DeriveResult again = derive(corpus.corpus(), 1, {});
  EXPECT_EQ(again.index.added + again.index.changed + again.tokens.added + again.tokens.changed, 0);
  EXPECT_EQ(again.articles_read, 0);
}

TEST(Derive, PartsOfAKilledBuildDoNotStay) {
  TestCorpus corpus;
  add_articles(corpus);
  derive(corpus.corpus(), 1, {});
  const std::filesystem::path parts = corpus.corpus().index_path().string() + ".parts";
  std::filesystem::create_directories(parts / "000000.unfinished");
  derive(corpus.corpus(), 1, {});
  EXPECT_FALSE(std::filesystem::exists(parts));
  EXPECT_EQ(corpus.run("articles", {{"where", "négligence"}}).rows(), 20U);
}

TEST(Derive, AnotherCodebookReadsEverythingAgain) {
  TestCorpus corpus;
  add_articles(corpus);
  derive(corpus.corpus(), 1, {});
  const std::filesystem::path file = corpus.corpus().directory() / "mine.toml";
  std::ofstream(file) << R"(
version = 1
languages = ["fr", "ar"]
[[actor]]
id = "outlet"
fr = []
ar = []
[[actor]]
id = "cnss"
fr = ["CNSS"]
ar = ["الصندوق"]
[[frame]]
id = "negligence"
)";
  corpus.corpus().adopt_codebook(file);
  EXPECT_EQ(derive(corpus.corpus(), 1, {}).articles_read, 40);
  EXPECT_EQ(Corpus::open(corpus.corpus().directory()).codebook().actors().size(), 2U);
  EXPECT_EQ(derive(corpus.corpus(), 1, {}).articles_read, 0);
}

TEST(Derive, NumberOfJobsDoesNotMatter) {
  std::vector<std::string> tables;
  for (const std::size_t jobs : {1U, 3U}) {
    TestCorpus corpus;
    add_articles(corpus);
    derive(corpus.corpus(), jobs, {});
    tables.push_back(test::to_text(corpus.run("claims")) + test::to_text(corpus.run("freq")));
  }
  EXPECT_EQ(tables[0], tables[1]);
}

}  // namespace
}  // namespace sahafa
