#include "ingest/mojibake.h"

#include <gtest/gtest.h>

#include <string>

#include "ingest/encoding.h"
#include "ingest/reader.h"
#include "tests/ingest/fixtures.h"
#include "tests/ingest/prose.h"
#include "text/charset.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

// `bytes` as somebody saw and stored them who took them for `charset`.
std::string misread(const std::string& bytes, const std::string& charset) {
  return *decode_charset_lossy(bytes, charset);
}

TEST(Mojibake, Utf8ReadAsAnotherCharsetIsUndone) {
  for (std::uint32_t number = 0; number < 20; ++number) {
    for (const std::string& text : {test::french_article(number), test::arabic_article(number)}) {
      for (const std::string charset : {"windows-1252", "windows-1256", "macintosh"}) {
        const RepairedMojibake repaired = repair_mojibake(misread(text, charset));
        EXPECT_EQ(repaired.text, text) << charset;
        EXPECT_NE(repaired.how.find("UTF-8 read as"), std::string::npos);
      }
      const RepairedMojibake twice = repair_mojibake(misread(misread(text, "windows-1252"), "windows-1252"));
      EXPECT_EQ(twice.text, text);
    }
  }
}

TEST(Mojibake, GoodTextsStayAsTheyAre) {
  for (std::uint32_t number = 0; number < 20; ++number) {
    EXPECT_EQ(repair_mojibake(test::french_article(number)).how, "");
    EXPECT_EQ(repair_mojibake(test::arabic_article(number)).how, "");
    EXPECT_EQ(repair_mojibake(test::french_article(number) + test::arabic_article(number)).how, "");
  }
}

TEST(Mojibake, Windows1256ReadAsWindows1252IsUndone) {
  const RepairedMojibake repaired =
      repair_mojibake("ÇáÕäÏæÞ ÇáæØäí ááÖãÇä ÇáÇÌÊãÇÚí (CNSS) íÑÏ Úáì ÇáäÞÇÈÉ¡ æíäÝí.");
  EXPECT_EQ(repaired.text, "الصندوق الوطني للضمان الاجتماعي (CNSS) يرد على النقابة، وينفي.");
  EXPECT_EQ(repaired.how, "windows-1256 read as windows-1252");
}

TEST(Mojibake, AQuotedSequenceIsNotHarmed) {
  for (const std::string text :
       {"Le site affichait « sociÃ©tÃ© » au lieu du mot voulu, et la rédaction a dû tout ressaisir à la "
        "main.",
        "The page showed Ã© where an accent should stand.",
        "عرض الموقع حروفا مثل Ø§Ù„ØµÙ†Ø¯ÙˆÙ‚ بدل الكلمة الصحيحة.", "Fichier lu de travers : Ø§Ù„."})
    EXPECT_EQ(repair_mojibake(text).how, "") << text;
}

TEST(Mojibake, OneMisreadArticleAmongGoodOnesIsRepaired) {
  const std::string good = test::french_article(1) + "\n" + test::arabic_article(2) + "\n";
  const std::string line = "La sociÃ©tÃ© a Ã©tÃ© prÃ©venue aprÃ¨s la fuite\n";
  const RepairedMojibake repaired = repair_mojibake(good + line + good);
  EXPECT_EQ(repaired.text, good + "La société a été prévenue après la fuite\n" + good);
  EXPECT_EQ(repaired.how, "UTF-8 read as windows-1252 in some lines");
}

TEST(Mojibake, BytesThatProgramsDropAreFilledIn) {
  EXPECT_EQ(repair_mojibake("La sociÃ©tÃ© fait face Ã  une enquÃªte Ã  Rabat").text,
            "La société fait face à une enquête à Rabat");
  std::string arabic = misread("كشف الصندوق في بيان عن تحقيق في الملف", "windows-1252");
  for (std::size_t at = arabic.find("\xC2\x81"); at != std::string::npos; at = arabic.find("\xC2\x81"))
    arabic.erase(at, 2);
  EXPECT_EQ(repair_mojibake(arabic).text, "كشف الصندوق في بيان عن تحقيق في الملف");
}

TEST(Mojibake, TheDecisionIsRecorded) {
  const DecodedText decoded = decode_text(misread(test::arabic_article(3), "windows-1252"));
  EXPECT_EQ(decoded.text, test::arabic_article(3));
  EXPECT_EQ(decoded.encoding, "utf-8 (valid; repaired: UTF-8 read as windows-1252)");
}

TEST(Mojibake, HiddenBehindEscapesItIsFoundInTheArticle) {
  const Intake intake = read_source(
      "a.jsonl",
      R"({"title": "L\u00c3\u00a9quipe", "text": "La soci\u00c3\u00a9t\u00c3\u00a9 a \u00c3\u00a9t\u00c3\u00a9 pr\u00c3\u00a9venue."})");
  ASSERT_EQ(intake.items.size(), 1U);
  EXPECT_EQ(intake.items[0].article.text, "La société a été prévenue.");
  EXPECT_EQ(intake.items[0].article.title, "Léquipe");
  EXPECT_EQ(test::origin_of(intake.items[0].article, "text"), "repaired: UTF-8 read as windows-1252");
}

}  // namespace
}  // namespace sahafa
