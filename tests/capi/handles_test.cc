// Handles that are none are told, never followed: freed, NULL, of another kind, after close.
#include "tests/capi/fixtures.h"

namespace sahafa::test {
namespace {

TEST_F(CApi, NullHandlesAreRefused) {
  sahafa_table* out = nullptr;
  EXPECT_EQ(sahafa_run(nullptr, "articles", nullptr, &out), SAHAFA_ERROR_ARGUMENT);
  EXPECT_STREQ(sahafa_last_error(), "the corpus handle is NULL");
  EXPECT_EQ(sahafa_run(corpus_, "articles", nullptr, nullptr), SAHAFA_ERROR_ARGUMENT);
  EXPECT_EQ(sahafa_run(corpus_, nullptr, nullptr, &out), SAHAFA_ERROR_ARGUMENT);
  EXPECT_EQ(sahafa_table_rows(nullptr), 0U);
  EXPECT_EQ(sahafa_table_name(nullptr, 0), nullptr);
}

TEST_F(CApi, FreeingSetsToNullAndAcceptsNull) {
  ASSERT_EQ(run("articles"), SAHAFA_OK);
  sahafa_table_free(&table_);
  EXPECT_EQ(table_, nullptr);
  sahafa_table_free(&table_);
  sahafa_table_free(nullptr);
  sahafa_close(nullptr);
  sahafa_options_free(nullptr);
}

TEST_F(CApi, FreedTableIsRefused) {
  ASSERT_EQ(run("articles"), SAHAFA_OK);
  sahafa_table* copy = table_;
  sahafa_table_free(&table_);
  const std::int64_t* values = nullptr;
  EXPECT_EQ(sahafa_table_integers(copy, 0, &values), SAHAFA_ERROR_ARGUMENT);
  EXPECT_STREQ(sahafa_last_error(), "the table handle was freed, or never was one");
  EXPECT_EQ(sahafa_table_rows(copy), 0U);
  sahafa_table_free(&copy);
}

TEST_F(CApi, ClosedCorpusIsRefusedAndItsTablesStay) {
  ASSERT_EQ(run("articles"), SAHAFA_OK);
  sahafa_corpus* copy = corpus_;
  sahafa_close(&corpus_);
  sahafa_table* out = nullptr;
  EXPECT_EQ(sahafa_run(copy, "articles", nullptr, &out), SAHAFA_ERROR_ARGUMENT);
  EXPECT_EQ(sahafa_table_rows(table_), 4U);
}

TEST_F(CApi, HandleOfAnotherKindIsRefused) {
  ASSERT_EQ(run("articles"), SAHAFA_OK);
  sahafa_table* out = nullptr;
  auto* const wrong = reinterpret_cast<sahafa_corpus*>(table_);
  EXPECT_EQ(sahafa_run(wrong, "articles", nullptr, &out), SAHAFA_ERROR_ARGUMENT);
  EXPECT_STREQ(sahafa_last_error(), "a corpus handle is needed, this is one of a table");
}

TEST_F(CApi, ColumnsThatDoNotExistOrFitAreRefused) {
  ASSERT_EQ(run("articles"), SAHAFA_OK);
  const std::int64_t* values = nullptr;
  const double* numbers = nullptr;
  EXPECT_EQ(sahafa_table_integers(table_, 99, &values), SAHAFA_ERROR_ARGUMENT);
  EXPECT_EQ(sahafa_table_numbers(table_, column("id"), &numbers), SAHAFA_ERROR_ARGUMENT);
  EXPECT_STREQ(sahafa_last_error(), "the column \"id\" does not hold numbers");
  EXPECT_EQ(sahafa_table_name(table_, 99), nullptr);
}

TEST_F(CApi, TextThatIsNotUtf8IsMalformed) {
  sahafa_corpus* out = nullptr;
  EXPECT_EQ(sahafa_open("\xC3\x28", SAHAFA_READ, &out), SAHAFA_ERROR_MALFORMED);
  EXPECT_EQ(run("\xFF"), SAHAFA_ERROR_MALFORMED);
}

TEST_F(CApi, MissingCorpusIsNotFoundAndNamed) {
  sahafa_corpus* out = nullptr;
  EXPECT_EQ(sahafa_open((folder_ / "nulle part").c_str(), SAHAFA_READ, &out), SAHAFA_ERROR_NOT_FOUND);
  EXPECT_NE(std::string(sahafa_last_error()).find("nulle part"), std::string::npos);
  EXPECT_EQ(out, nullptr);
}

TEST_F(CApi, SecondWriterIsToldThatTheCorpusIsBusy) {
  const sahafa_progress second = [](const char*, std::int64_t, std::int64_t, void* user) {
    auto& [path, status] = *static_cast<std::pair<std::string, sahafa_status>*>(user);
    sahafa_corpus* other = nullptr;
    sahafa_table* table = nullptr;
    if (sahafa_open(path.c_str(), SAHAFA_WRITE, &other) == SAHAFA_OK)
      status = sahafa_ingest(other, nullptr, 0, nullptr, &table);
    sahafa_close(&other);
    return 1;
  };
  std::pair<std::string, sahafa_status> seen{folder_ / "corpus", SAHAFA_OK};
  folder_.write("a.txt", "Titre : Autre\nMédia : Le Desk\n\nUn autre texte.\n");
  ASSERT_EQ(sahafa_set_progress(corpus_, second, &seen), SAHAFA_OK);
  EXPECT_EQ(ingest(), SAHAFA_ERROR_CANCELLED);
  EXPECT_EQ(seen.second, SAHAFA_ERROR_BUSY);
}

}  // namespace
}  // namespace sahafa::test
