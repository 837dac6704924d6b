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

TEST_F(CApi, StreamHasOneBatch) {
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
