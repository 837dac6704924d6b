#include "analysis/table.h"

#include <gtest/gtest.h>

#include "text/error.h"

namespace sahafa {
namespace {

using enum TableBuilder::Type;

TEST(Table, CellsFillRowsFromLeftToRight) {
  TableBuilder builder({{"mot", text}, {"n", integer}, {"part", number}});
  builder.add("الصندوق").add(std::int64_t{3}).add(0.5);
  builder.add("caisse").add_missing().add(0.25);
  builder.note("une note");
  const Table table = builder.finish();
  EXPECT_EQ(table.rows(), 2U);
  EXPECT_EQ(std::get<std::vector<std::string>>(table.get("mot").values)[0], "الصندوق");
  EXPECT_TRUE(table.get("n").is_valid(0));
  EXPECT_FALSE(table.get("n").is_valid(1));
  EXPECT_TRUE(table.get("part").valid.empty());
  EXPECT_EQ(table.notes, std::vector<std::string>{"une note"});
}

TEST(Table, ACellAfterAGapIsThere) {
  TableBuilder builder({{"n", number}});
  builder.add_missing().add(1.0);
  const Table table = builder.finish();
  EXPECT_FALSE(table.get("n").is_valid(0));
  EXPECT_TRUE(table.get("n").is_valid(1));
}

TEST(Table, UnknownColumnIsRefused) {
  const Table table = TableBuilder({{"mot", text}}).finish();
  EXPECT_THROW(table.get("part"), Error);
}

TEST(Table, IncompleteRowIsRefused) {
  TableBuilder builder({{"mot", text}, {"n", integer}});
  builder.add("caisse");
  EXPECT_THROW(builder.finish(), Error);
}

TEST(Table, ValueOfAnotherTypeIsRefused) {
  TableBuilder builder({{"n", integer}});
  EXPECT_THROW(builder.add("caisse"), Error);
}

}  // namespace
}  // namespace sahafa
