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
  EXPECT_EQ(std::get<Texts>(table.get("mot").values)[0], "الصندوق");
  EXPECT_TRUE(table.get("n").is_valid(0));
  EXPECT_FALSE(table.get("n").is_valid(1));
  EXPECT_TRUE(table.get("part").valid.empty());
  EXPECT_EQ(table.notes, std::vector<std::string>{"une note"});
}

TEST(Table, TextCellsStandInOneBlock) {
  TableBuilder builder({{"mot", text}});
  builder.add("الصندوق").add("").add("caisse");
  const Table table = builder.finish();
  const Texts& cells = std::get<Texts>(table.get("mot").values);
  EXPECT_EQ(cells.bytes(), "الصندوقcaisse");
  EXPECT_EQ(std::vector<std::int64_t>(cells.offsets().begin(), cells.offsets().end()),
            (std::vector<std::int64_t>{0, 14, 14, 20}));
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
