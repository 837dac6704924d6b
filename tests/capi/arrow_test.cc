#include <cstring>

#include "tests/capi/fixtures.h"

namespace sahafa::test {
namespace {

TEST_F(CApi, ArrowSharesTheMemoryOfTheTable) {
  ASSERT_EQ(run("articles"), SAHAFA_OK);
  ArrowSchema schema;
  ArrowArray array;
  ASSERT_EQ(sahafa_table_export_arrow(table_, &schema, &array), SAHAFA_OK) << sahafa_last_error();
  EXPECT_STREQ(schema.format, "+s");
  ASSERT_EQ(schema.n_children, static_cast<std::int64_t>(sahafa_table_columns(table_)));
  EXPECT_EQ(array.length, 4);
  const std::int64_t* ids = nullptr;
  ASSERT_EQ(sahafa_table_integers(table_, 0, &ids), SAHAFA_OK);
  EXPECT_STREQ(schema.children[0]->format, "l");
  EXPECT_STREQ(schema.children[0]->name, "id");
  EXPECT_EQ(array.children[0]->buffers[1], ids);
  const char* bytes = nullptr;
  const std::int64_t* offsets = nullptr;
  const std::size_t lang = column("lang");
  ASSERT_EQ(sahafa_table_text(table_, lang, &bytes, &offsets), SAHAFA_OK);
  EXPECT_STREQ(schema.children[lang]->format, "U");
  EXPECT_EQ(array.children[lang]->buffers[1], offsets);
  EXPECT_EQ(array.children[lang]->buffers[2], bytes);
  sahafa_table_free(&table_);
  EXPECT_EQ(std::string(bytes, 2), "fr") << "the export keeps the memory after the handle has gone";
  array.release(&array);
  schema.release(&schema);
  EXPECT_EQ(array.release, nullptr);
  EXPECT_EQ(schema.release, nullptr);
}

TEST_F(CApi, MissingValuesAreBits) {
  ASSERT_EQ(run("stance"), SAHAFA_OK);
  const std::size_t low = column("ci_low");
  const std::uint8_t* valid = nullptr;
  ASSERT_EQ(sahafa_table_valid(table_, low, &valid), SAHAFA_OK);
  ASSERT_NE(valid, nullptr) << "four articles carry no interval";
  ArrowSchema schema;
  ArrowArray array;
  ASSERT_EQ(sahafa_table_export_arrow(table_, &schema, &array), SAHAFA_OK);
  const ArrowArray& exported = *array.children[low];
  EXPECT_EQ(exported.null_count, static_cast<std::int64_t>(sahafa_table_rows(table_)));
  const auto* bits = static_cast<const std::uint8_t*>(exported.buffers[0]);
  for (std::size_t row = 0; row < sahafa_table_rows(table_); ++row)
    EXPECT_EQ(bits[row / 8] >> (row % 8) & 1, valid[row]);
  array.release(&array);
  schema.release(&schema);
}

TEST_F(CApi, ChildMovedOutIsNotReleasedTwice) {
  ASSERT_EQ(run("articles"), SAHAFA_OK);
  ArrowSchema schema;
  ArrowArray array;
  ASSERT_EQ(sahafa_table_export_arrow(table_, &schema, &array), SAHAFA_OK);
  ArrowArray moved;
  std::memcpy(&moved, array.children[0], sizeof moved);
  array.children[0]->release = nullptr;
  array.release(&array);
  EXPECT_EQ(static_cast<const std::int64_t*>(moved.buffers[1])[0], 1);
  moved.release(&moved);
  schema.release(&schema);
}

TEST_F(CApi, LargeTableStreamsInBatchesOfItsOwnMemory) {
  std::ofstream file(folder_ / "long.txt");
  file << "Titre : Long\nMédia : Le Desk\n\n";
  for (int i = 0; i < 70'000; ++i) file << (i % 7 == 0 ? "نص" : "mot") << i << ' ';
  file.close();
  const std::string path = folder_ / "long.txt";
  const char* const paths[] = {path.c_str()};
  sahafa_table_free(&table_);
  ASSERT_EQ(sahafa_run_files("tokens", paths, 1, nullptr, &table_), SAHAFA_OK) << sahafa_last_error();
  const std::size_t rows = sahafa_table_rows(table_);
  ASSERT_GT(rows, 65'536U);
  const std::vector<std::string> tokens = texts("token");
  const std::size_t token = column("token");
  ArrowArrayStream stream;
  ASSERT_EQ(sahafa_table_export_arrow_stream(table_, &stream), SAHAFA_OK);
  sahafa_table_free(&table_);
  std::vector<std::string> streamed;
  int batches = 0;
  for (ArrowArray batch;; ++batches) {
    ASSERT_EQ(stream.get_next(&stream, &batch), 0);
    if (batch.release == nullptr) break;
    EXPECT_LE(batch.length, 65'536);
    const ArrowArray& column = *batch.children[token];
    const auto* offsets = static_cast<const std::int64_t*>(column.buffers[1]);
    const auto* bytes = static_cast<const char*>(column.buffers[2]);
    for (std::int64_t row = 0; row < column.length; ++row)
      streamed.emplace_back(bytes + offsets[row], bytes + offsets[row + 1]);
    batch.release(&batch);
  }
  stream.release(&stream);
  EXPECT_EQ(batches, 2);
  EXPECT_EQ(streamed, tokens);
}

TEST_F(CApi, ArticlesStreamAsArrowAfterTheHandleIsClosed) {
  ArrowArrayStream stream;
  EXPECT_EQ(sahafa_stream_articles(corpus_, 0, &stream), SAHAFA_ERROR_ARGUMENT);
  ASSERT_EQ(sahafa_stream_articles(corpus_, 3, &stream), SAHAFA_OK) << sahafa_last_error();
  sahafa_close(&corpus_);
  ArrowSchema schema;
  ASSERT_EQ(stream.get_schema(&stream, &schema), 0);
  EXPECT_STREQ(schema.children[0]->name, "id");
  schema.release(&schema);
  std::vector<std::int64_t> ids;
  std::vector<std::int64_t> lengths;
  for (ArrowArray batch;;) {
    ASSERT_EQ(stream.get_next(&stream, &batch), 0) << stream.get_last_error(&stream);
    if (batch.release == nullptr) break;
    lengths.push_back(batch.length);
    const auto* values = static_cast<const std::int64_t*>(batch.children[0]->buffers[1]);
    ids.insert(ids.end(), values, values + batch.length);
    batch.release(&batch);
  }
  stream.release(&stream);
  EXPECT_EQ(lengths, (std::vector<std::int64_t>{3, 1}));
  EXPECT_EQ(ids, (std::vector<std::int64_t>{1, 2, 3, 4}));
}

TEST_F(CApi, SmallTableStreamsAsOneBatch) {
  ASSERT_EQ(run("articles"), SAHAFA_OK);
  ArrowArrayStream stream;
  ASSERT_EQ(sahafa_table_export_arrow_stream(table_, &stream), SAHAFA_OK);
  ArrowSchema schema;
  ASSERT_EQ(stream.get_schema(&stream, &schema), 0);
  schema.release(&schema);
  ArrowArray batch;
  ASSERT_EQ(stream.get_next(&stream, &batch), 0);
  EXPECT_EQ(batch.length, 4);
  batch.release(&batch);
  ASSERT_EQ(stream.get_next(&stream, &batch), 0);
  EXPECT_EQ(batch.release, nullptr);
  stream.release(&stream);
  EXPECT_EQ(stream.release, nullptr);
}

}  // namespace
}  // namespace sahafa::test
