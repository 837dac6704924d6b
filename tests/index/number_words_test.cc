#include "index/number_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/index/fixtures.h"

namespace sahafa {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

TEST(NumberWords, TwoWordsMakeANumber) {
  EXPECT_EQ(read_number("500", "الف"), "500000");
  EXPECT_EQ(read_number("500", "mille"), "500000");
  EXPECT_EQ(read_number("1.5", "million"), "1500000");
  EXPECT_EQ(read_number("deux", "milliards"), "2000000000");
  EXPECT_EQ(read_number("ثلاثه", "ملايين"), "3000000");
  EXPECT_EQ(read_number("نصف", "مليون"), "500000");
  EXPECT_EQ(read_number("500", "dirhams"), std::nullopt);
  EXPECT_EQ(read_number("plusieurs", "millions"), std::nullopt);
  EXPECT_EQ(read_number("1.2345", "mille"), std::nullopt);
  EXPECT_EQ(read_number("0", "mille"), std::nullopt);
  EXPECT_EQ(read_dual_number("مليوني"), "2000000");
  EXPECT_EQ(read_dual_number("مليون"), std::nullopt);
}

TEST(NumberWords, ANumberIsSpelledWithWordsWhereItIsRound) {
  EXPECT_THAT(spell_number("40000").phrases, Contains("40 الف"));
  EXPECT_THAT(spell_number("1200000000").phrases, Contains("1,2 milliard"));
  EXPECT_THAT(spell_number("2000000").phrases, Contains("deux million"));
  EXPECT_THAT(spell_number("2000000").forms, Contains("ومليوني"));
  EXPECT_THAT(spell_number("1996026").phrases, IsEmpty());
  EXPECT_THAT(spell_number("2025").phrases, IsEmpty());
  EXPECT_THAT(spell_number("").phrases, IsEmpty());
}

TEST(NumberWords, AreMetInTextsFromEitherSide) {
  test::TestCorpus corpus({test::make_article("تسريب معطيات ٥٠٠ ألف مقاولة", "", "ar"),
                           test::make_article("500 mille entreprises touchées"),
                           test::make_article("500.000 entreprises et 300 salariés"),
                           test::make_article("500 millions de dirhams")});
  corpus.update();
  for (const char* query : {"500000", "500 000", "500 mille", "٥٠٠ ألف", "\"500 000\""})
    EXPECT_THAT(corpus.find(query), ElementsAre(1, 2, 3)) << query;
  EXPECT_THAT(corpus.find("\"500 000 entreprises\""), ElementsAre(2, 3));
  EXPECT_THAT(corpus.find("=500000"), Not(Contains(2)));
  EXPECT_THAT(corpus.find("500000000"), ElementsAre(4));
}

}  // namespace
}  // namespace sahafa
