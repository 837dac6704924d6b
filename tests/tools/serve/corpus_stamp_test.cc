#include "tools/serve/corpus_stamp.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/analysis/test_corpus.h"

namespace sahafa::tools {
namespace {

TEST(CorpusStamp, ReadingLeavesItAndWritingChangesIt) {
  test::TestCorpus corpus;
  const ArticleId id = corpus.add("a", "ledesk", "fr");
  corpus.update();
  const auto& directory = corpus.corpus().directory();
  const std::string before = corpus_stamp(directory);
  EXPECT_EQ(Corpus::open(directory).catalogue().count_articles(), 1);
  EXPECT_EQ(corpus_stamp(directory), before);
  corpus.claim(id, "cnss", "negligence");
  const std::string claimed = corpus_stamp(directory);
  EXPECT_NE(claimed, before);
  std::ofstream(directory / "tokens" / "extra") << "x";
  const std::string grown = corpus_stamp(directory);
  EXPECT_NE(grown, claimed);
  std::ofstream(directory / "names.toml") << "people = []";
  EXPECT_NE(corpus_stamp(directory), grown);
}

TEST(CorpusStamp, ACorpusThatIsGoneHasOne) { EXPECT_FALSE(corpus_stamp("/nowhere/at/all").empty()); }

}  // namespace
}  // namespace sahafa::tools
