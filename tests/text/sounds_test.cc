// What names sound like in both scripts.
#include "text/sounds.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "text/fold.h"

namespace sahafa {
namespace {

double likeness(const std::string& latin, const std::string& arabic) {
  double best = 0.0;
  for (const std::string& one : word_sounds(fold(latin)))
    for (const std::string& other : word_sounds(fold(arabic)))
      best = std::max(best, sound_likeness(one, other));
  return best;
}

TEST(Sounds, AreConsonantsAndVowelsOnce) {
  EXPECT_EQ(word_sounds(fold("Boubrik")), std::vector<std::string>{"BuBRiK"});
  EXPECT_EQ(word_sounds(fold("بوبريك")), std::vector<std::string>{"BuBRiK"});
  EXPECT_EQ(word_sounds(fold("Khalid Zouhair"))[0], "QaLiDZuHaiR");
  EXPECT_EQ(word_sounds(fold("خالد")), std::vector<std::string>{"QaLD"});
  EXPECT_EQ(word_sounds(fold("جمال")), (std::vector<std::string>{"JMaL", "KMaL"}));
  EXPECT_TRUE(word_sounds("").empty());
}

TEST(Sounds, ConsonantsAreOneAClassAndOnce) {
  EXPECT_EQ(consonants_of("BuBRiK"), "BRK");
  EXPECT_EQ(consonants_of("QaLiDZuHaiR"), "KLDSHR");
}

TEST(Sounds, NamesOfBothScriptsSoundAlike) {
  EXPECT_EQ(likeness("Boubrik", "بوبريك"), 1.0);
  for (const auto& [latin, arabic] : {std::pair{"Zineb", "زينب"},
                                      {"Seghrouchni", "سغروشني"},
                                      {"Fatima", "فاطمة"},
                                      {"Ouarzazate", "ورزازات"},
                                      {"Netanyahou", "نتنياهو"},
                                      {"Karim", "كريم"},
                                      {"Imad", "عماد"}})
    EXPECT_GT(likeness(latin, arabic), 0.85) << latin;
}

TEST(Sounds, OtherVowelsAndConsonantsSoundLess) {
  EXPECT_LT(likeness("Karim", "كرم"), likeness("Karim", "كريم"));
  EXPECT_LT(likeness("Salem", "سلوم"), likeness("Salem", "سالم"));
  EXPECT_LT(likeness("Golfe", "خلفا"), 0.9);
  EXPECT_LT(likeness("Croatie", "قررت"), 0.9);
  EXPECT_LT(likeness("Hassan", "بوبريك"), 0.4);
  EXPECT_EQ(sound_likeness("", ""), 0.0);
}

}  // namespace
}  // namespace sahafa
