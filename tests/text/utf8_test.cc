#include "text/utf8.h"

#include <gtest/gtest.h>

#include <string>

namespace sahafa {
namespace {

TEST(Utf8, FrenchAndArabicAreValid) {
  EXPECT_TRUE(is_valid_utf8(""));
  EXPECT_TRUE(is_valid_utf8("L’enquête sur la fuite de données est confiée à la DGSN."));
  EXPECT_TRUE(is_valid_utf8("تسريب معطيات الصندوق الوطني للضمان الاجتماعي"));
  EXPECT_TRUE(is_valid_utf8("الـCNSS 📰"));
}

TEST(Utf8, OverlongSurrogateAndTooLargeAreMalformed) {
  EXPECT_FALSE(is_valid_utf8("\xC0\xAF"));
  EXPECT_FALSE(is_valid_utf8("\xE0\x80\xAF"));
  EXPECT_FALSE(is_valid_utf8("\xED\xA0\x80"));
  EXPECT_FALSE(is_valid_utf8("\xF4\x90\x80\x80"));
  EXPECT_FALSE(is_valid_utf8("a long ASCII beginning, then a cut letter \xD8"));
}

// The example of Unicode 15, table 3-8.
TEST(Utf8, EachMaximalMalformedSubpartBecomesOneReplacement) {
  const RepairedUtf8 repaired = repair_utf8("\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64");
  EXPECT_EQ(repaired.text, "a\uFFFD\uFFFD\uFFFDb\uFFFDc\uFFFD\uFFFDd");
  EXPECT_EQ(repaired.replaced, 6U);
}

TEST(Utf8, ATextCutInsideALetterKeepsTheRest) {
  const std::string arabic = "تسريب";
  const RepairedUtf8 repaired = repair_utf8(arabic.substr(0, arabic.size() - 1) + " ici");
  EXPECT_EQ(repaired.text, "تسري\uFFFD ici");
  EXPECT_EQ(repaired.replaced, 1U);
}

TEST(Utf8, ValidTextIsNotTouchedByRepair) {
  const std::string text = "Été, صيف, 夏, 📰";
  EXPECT_EQ(repair_utf8(text).text, text);
  EXPECT_EQ(repair_utf8(text).replaced, 0U);
}

TEST(Utf8, EveryCodePointDecodesToWhatWasEncoded) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string bytes;
    append_utf8(bytes, c);
    ASSERT_TRUE(is_valid_utf8(bytes)) << static_cast<unsigned>(c);
    std::size_t offset = 0;
    ASSERT_EQ(decode_utf8(bytes, offset), c);
    ASSERT_EQ(offset, bytes.size());
  }
}

TEST(Utf8, CodePointsAreCountedNotBytes) {
  EXPECT_EQ(count_code_points("été"), 3U);
  EXPECT_EQ(count_code_points("صيف"), 3U);
  EXPECT_EQ(count_code_points("📰"), 1U);
}

}  // namespace
}  // namespace sahafa
