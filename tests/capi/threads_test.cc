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

TEST_F(CApi, OneWritesWhileOthersRead) {
  folder_.write("e.txt",
                "Titre : Plus tard\nMédia : Le360\n\nLa CNSS répond au syndicat, une semaine après.\n");
  const std::string path = folder_ / "e.txt";
  int wrong = 0;
  {
    const std::jthread reader([&] {
      for (int i = 0; i < 10; ++i) {
        sahafa_corpus* own = nullptr;
        sahafa_table* table = nullptr;
        if (sahafa_open((folder_ / "corpus").c_str(), SAHAFA_READ, &own) != SAHAFA_OK ||
            sahafa_run(own, "articles", nullptr, &table) != SAHAFA_OK || sahafa_table_rows(table) < 4)
          ++wrong;
        sahafa_table_free(&table);
        sahafa_close(&own);
      }
    });
    const char* const paths[] = {path.c_str()};
    sahafa_table_free(&table_);
    EXPECT_EQ(sahafa_ingest(corpus_, paths, 1, nullptr, &table_), SAHAFA_OK) << sahafa_last_error();
  }
  EXPECT_EQ(wrong, 0);
}

TEST_F(CApi, FreedWhileAnotherThreadReads) {
  ASSERT_EQ(run("articles"), SAHAFA_OK);
  sahafa_table* const copy = table_;
  {
    const std::jthread reader([copy] {
      for (int i = 0; i < 1000; ++i) {
        const std::size_t rows = sahafa_table_rows(copy);
        EXPECT_TRUE(rows == 4 || rows == 0);
      }
    });
    sahafa_table_free(&table_);
  }
  EXPECT_EQ(sahafa_table_rows(copy), 0U);
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
