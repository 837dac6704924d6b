#include "text/normalize.h"

#include <gtest/gtest.h>

#include "tests/text/random_text.h"

namespace sahafa {
namespace {

TEST(Normalize, LettersTypedApartAreComposedInBothScripts) {
  EXPECT_EQ(normalize_nfc("e\u0301te\u0301"), "été");
  EXPECT_EQ(normalize_nfc("\u0627\u0654كد"), "أكد");
  EXPECT_EQ(normalize_stored("le\u0301gal \u0627\u0653"), "légal آ");
}

TEST(Normalize, PresentationFormsAndLigaturesBecomeLetters) {
  EXPECT_EQ(normalize_stored("ﻻ ﷲ ﻣﻐﺮﺏ"), "لا الله مغرب");
  EXPECT_EQ(normalize_stored("ﬁnances, oﬀre"), "finances, offre");
}

TEST(Normalize, WhatTheAuthorWroteStays) {
  const std::string text = "« m² » 1ᵉʳ ½ … “œuvre” مـــغرب كِتَابٌ ٢٠٢٥ 12\u202F000\u00A0€";
  EXPECT_EQ(normalize_stored(text), text);
}

TEST(Normalize, InvisibleCharactersGo) {
  EXPECT_EQ(normalize_stored("\uFEFFdon\u00ADnées \u200Fصندوق\u200E \u202Bنص\u202C\u2066x\u2069\u200B"),
            "données صندوق نصx");
  EXPECT_EQ(normalize_stored("می\u200Cشود"), "میشود");
}

TEST(Normalize, EmojiSequencesStayTogetherButJoinersBetweenLettersGo) {
  EXPECT_EQ(normalize_stored("👩\u200D💻 ok"), "👩\u200D💻 ok");
  EXPECT_EQ(normalize_stored("ن\u200Dص a\u200Db"), "نص ab");
}

TEST(Normalize, EveryLineEndIsOneLineFeed) {
  EXPECT_EQ(normalize_stored("un\r\ndeux\rtrois\u2028ثلاثة\fخمسة"), "un\ndeux\ntrois\nثلاثة\nخمسة");
}

TEST(Normalize, ControlsGoButTabAndLineFeedStay) {
  using namespace std::string_literals;
  EXPECT_EQ(normalize_stored("a\0b\x07\tc\nd\x7F"s), "ab\tc\nd");
}

TEST(Normalize, ARemovedCharacterDoesNotKeepAnAccentFromItsLetter) {
  EXPECT_EQ(normalize_stored("e\u200B\u0301"), "é");
  EXPECT_EQ(normalize_stored("ا\u200F\u0654"), "أ");
}

TEST(NormalizeProperty, TheStoredFormIsStable) {
  test::RandomText random(4);
  for (int round = 0; round < 3000; ++round) {
    const std::string stored = normalize_stored(random.next());
    ASSERT_TRUE(is_valid_utf8(stored));
    ASSERT_EQ(normalize_stored(stored), stored);
    ASSERT_EQ(normalize_nfc(stored), stored);
  }
}

}  // namespace
}  // namespace sahafa
