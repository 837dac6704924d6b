#include <thread>

#include "tests/capi/fixtures.h"

namespace sahafa::test {
namespace {

// Rows of `articles` and of a search, many times; the number of calls that went wrong.
int ask(sahafa_corpus* corpus) {
  int wrong = 0;
  for (int i = 0; i < 20; ++i) {
    sahafa_table* table = nullptr;
    if (sahafa_run(corpus, "articles", nullptr, &table) != SAHAFA_OK || sahafa_table_rows(table) != 4)
      ++wrong;
    sahafa_table_free(&table);
  }
  return wrong;
}

TEST_F(CApi, TwoThreadsShareACorpus) {
  int wrong = 0;
  {
    const std::jthread other([&] { wrong = ask(corpus_); });
    EXPECT_EQ(ask(corpus_), 0);
  }
  EXPECT_EQ(wrong, 0);
}

TEST_F(CApi, TwoThreadsHaveTheirOwnHandles) {
  sahafa_corpus* second = nullptr;
  ASSERT_EQ(sahafa_open((folder_ / "corpus").c_str(), SAHAFA_READ, &second), SAHAFA_OK);
  int wrong = 0;
  {
    const std::jthread other([&] { wrong = ask(second); });
    EXPECT_EQ(ask(corpus_), 0);
  }
  EXPECT_EQ(wrong, 0);
  sahafa_close(&second);
}

TEST_F(CApi, ErrorsBelongToTheirThread) {
  EXPECT_EQ(run("keynes"), SAHAFA_ERROR_ARGUMENT);
  const std::string own = sahafa_last_error();
  std::string other;
  {
    const std::jthread thread([&] { other = sahafa_last_error(); });
  }
  EXPECT_EQ(other, "");
  EXPECT_EQ(sahafa_last_error(), own);
}

TEST_F(CApi, ClosingWhileACallIsUnderWayLetsItEnd) {
  sahafa_corpus* handle = corpus_;
  sahafa_table* table = nullptr;
  sahafa_status status = SAHAFA_OK;
  {
    const std::jthread call([&] { status = sahafa_run(handle, "stance", nullptr, &table); });
    sahafa_close(&corpus_);
  }
  EXPECT_TRUE(status == SAHAFA_OK || status == SAHAFA_ERROR_ARGUMENT) << sahafa_last_error();
  sahafa_table_free(&table);
}

}  // namespace
}  // namespace sahafa::test
