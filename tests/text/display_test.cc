#include "text/display.h"

#include <gtest/gtest.h>

namespace sahafa {
namespace {

TEST(Display, MarksTakeNoRoomWideLettersTwo) {
  EXPECT_EQ(display_width("été"), 3U);
  EXPECT_EQ(display_width("e\u0301te\u0301"), 3U);
  EXPECT_EQ(display_width("مُحَمَّد"), 4U);
  EXPECT_EQ(display_width("東京"), 4U);
  EXPECT_EQ(display_width("a\u200Fb"), 2U);
  EXPECT_EQ(display_width(""), 0U);
}

TEST(Display, CuttingLeavesRoomForTheEllipsis) {
  EXPECT_EQ(cut_to_width("Caisse", 6), "Caisse");
  EXPECT_EQ(cut_to_width("Caisse", 5), "Cais…");
  EXPECT_EQ(cut_to_width("الصندوق", 4), "الص…");
  EXPECT_EQ(cut_to_width("東京都", 4), "東…");
}

TEST(Display, CuttingKeepsMarksWithTheirLetter) { EXPECT_EQ(cut_to_width("مُحَمَّد", 3), "مُحَ…"); }

TEST(Display, CuttingTheFrontKeepsTheEnd) {
  EXPECT_EQ(cut_front_to_width("Caisse", 6), "Caisse");
  EXPECT_EQ(cut_front_to_width("Caisse", 5), "…isse");
  EXPECT_EQ(cut_front_to_width("الصندوق", 4), "…دوق");
  EXPECT_EQ(cut_front_to_width("مُحَمَّد", 3), "…مَّد");
}

TEST(Display, LineEndsBecomeSpaces) { EXPECT_EQ(to_one_line("un\ndeux\tثلاثة\r\n"), "un deux ثلاثة  "); }

TEST(Display, ArabicIsFoundAmongLatin) {
  EXPECT_TRUE(has_right_to_left("la الصندوق"));
  EXPECT_FALSE(has_right_to_left("CNSS, 2025 : « été »"));
}

}  // namespace
}  // namespace sahafa
