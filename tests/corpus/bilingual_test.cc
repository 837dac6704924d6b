#include "corpus/bilingual.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fixtures.h"

namespace sahafa {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(BilingualList, ReadsRowsAndLeavesOutComments) {
  const BilingualList list =
      BilingualList::read("# a list\n\n2.5\tport ports\tميناء موانئ\n0\tle la\t\n", "list");
  ASSERT_EQ(list.rows().size(), 2U);
  EXPECT_EQ(list.rows()[0].weight, 2.5);
  EXPECT_THAT(list.rows()[0].french, ElementsAre("port", "ports"));
  EXPECT_THAT(list.rows()[0].arabic, ElementsAre("ميناء", "موانئ"));
  EXPECT_TRUE(list.rows()[1].arabic.empty());
}

TEST(BilingualList, BrokenRowIsNamed) {
  for (const char* row : {"port\tميناء", "2,5\tport\tميناء", "-1\tport\tميناء", "1\t\t", "1"}) {
    std::string message;
    EXPECT_EQ(test::error_of([&] { BilingualList::read(std::string("# x\n") + row, "l.tsv"); }, &message),
              ErrorCode::malformed);
    EXPECT_THAT(message, HasSubstr("l.tsv: line 2")) << row;
  }
}

TEST(BilingualList, BundledOneIsBroad) {
  std::size_t both = 0;
  for (const BilingualRow& row : BilingualList::bundled().rows()) {
    both += row.french.empty() || row.arabic.empty() ? 0U : 1U;
    EXPECT_LE(row.weight, 6.0);
  }
  EXPECT_GT(both, 2000U);
}

}  // namespace
}  // namespace sahafa
