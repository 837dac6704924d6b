#include "ingest/text_pieces.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "ingest/reader.h"
#include "tests/ingest/fixtures.h"
#include "tests/ingest/prose.h"
#include "text/error.h"

namespace sahafa {
namespace {

Intake read(const std::string& text, SplitRule rule = SplitRule::automatic) {
  return read_source("saisie.txt", text, {.split = rule});
}

std::map<std::string, std::size_t> counts(const std::string& text) {
  std::map<std::string, std::size_t> out;
  for (const SplitRule rule :
       {SplitRule::automatic, SplitRule::none, SplitRule::fields, SplitRule::marks, SplitRule::blanks}) {
    constexpr const char* kNames[] = {"auto", "none", "fields", "marks", "blanks"};
    out[kNames[static_cast<std::size_t>(rule)]] = read(text, rule).items.size();
  }
  return out;
}

using Counts = std::map<std::string, std::size_t>;

const std::string kFrench =
    "Le port ferme pour deux semaines\nMardi 8 avril 2025\n\n" + test::french_article(1);
const std::string kArabic =
    "إغلاق الميناء لأسبوعين\nhttps://www.hespress.com/port-1.html\n\n" + test::arabic_article(2);

TEST(TextPieces, TitleAndDateOrAddressBehindTwoBlankLinesBeginAnArticle) {
  const Intake intake =
      read(kFrench + "\n\n\n" + kArabic + "\n\n\n" +
           "La grue neuve arrive\n\nPublié le 9 avril 2025 à 16h28\n" + test::french_article(3));
  ASSERT_EQ(intake.items.size(), 3U);
  EXPECT_EQ(intake.items[0].article.title, "Le port ferme pour deux semaines");
  EXPECT_EQ(intake.items[0].article.date, "2025-04-08");
  EXPECT_EQ(intake.items[1].article.title, "إغلاق الميناء لأسبوعين");
  EXPECT_EQ(intake.items[1].article.url, "https://www.hespress.com/port-1.html");
  EXPECT_EQ(intake.items[1].article.outlet, "hespress");
  EXPECT_EQ(intake.items[1].article.text, test::arabic_article(2));
  EXPECT_EQ(intake.items[2].article.date, "2025-04-09");
  for (const Intake::Item& item : intake.items)
    EXPECT_EQ(test::origin_of(item.article, "split"), "blank lines");
}

TEST(TextPieces, TwoBlankLinesAloneDoNotSplitAnArticle) {
  EXPECT_EQ(read(test::french_article(1) + "\n\n\nLes réactions\n\n" + test::french_article(2)).items.size(),
            1U);
  EXPECT_EQ(read(test::arabic_article(1) + "\n\n\nردود الفعل\n\n" + test::arabic_article(2)).items.size(),
            1U);
  // A sentence with a date in it is no date line.
  EXPECT_EQ(read(test::french_article(1) + "\n\n\nLes réactions\nLe 8 avril 2025, rien ne bougeait.\n" +
                 test::french_article(2))
                .items.size(),
            1U);
}

TEST(TextPieces, SurerRulesGoBeforeBlankLines) {
  // Field lines in front: a file with them says itself where its articles begin.
  EXPECT_EQ(read("Titre : Un\n\n" + test::french_article(1) + "\n\n\n" + kArabic).items.size(), 1U);
  const Intake marked = read(test::french_article(5) + "\n-----\n" + kArabic + "\n\n\n" + kFrench);
  ASSERT_EQ(marked.items.size(), 2U);
  EXPECT_EQ(test::origin_of(marked.items[1].article, "split"), "separator");
}

TEST(TextPieces, ARuleCanBeForced) {
  const std::string fields =
      "Titre : Un\n\n" + test::french_article(1) + "\n\nالعنوان: اثنان\n\n" + test::arabic_article(2);
  EXPECT_EQ(counts(fields), (Counts{{"auto", 2}, {"none", 1}, {"fields", 2}, {"marks", 1}, {"blanks", 1}}));
  const std::string stars = test::french_article(1) + "\n\n***\n\n" + test::arabic_article(2);
  EXPECT_EQ(counts(stars), (Counts{{"auto", 1}, {"none", 1}, {"fields", 1}, {"marks", 2}, {"blanks", 1}}));
  const std::string lines = test::french_article(1) + "\n-----\n" + test::arabic_article(2);
  EXPECT_EQ(counts(lines), (Counts{{"auto", 2}, {"none", 1}, {"fields", 1}, {"marks", 2}, {"blanks", 1}}));
  const std::string blanks = test::french_article(1) + "\n\n\n" + test::arabic_article(2);
  EXPECT_EQ(counts(blanks), (Counts{{"auto", 1}, {"none", 1}, {"fields", 1}, {"marks", 1}, {"blanks", 2}}));
}

TEST(TextPieces, FieldLinesAreMetadataWhateverTheRule) {
  for (const SplitRule rule : {SplitRule::none, SplitRule::marks, SplitRule::blanks}) {
    const Intake intake = read("العنوان: اثنان\nالمصدر: هسبريس\n\n" + test::arabic_article(2), rule);
    ASSERT_EQ(intake.items.size(), 1U);
    EXPECT_EQ(intake.items[0].article.title, "اثنان");
    EXPECT_EQ(intake.items[0].article.outlet, "hespress");
  }
}

TEST(TextPieces, ArticlePastedAgainBehindBlankLinesIsACopy) {
  const Intake intake = read(kArabic + "\n\n\n" + kArabic);
  ASSERT_EQ(intake.items.size(), 1U);
  EXPECT_EQ(intake.items[0].copies.size(), 2U);
}

TEST(TextPieces, CopiesAreTheBytesOfTheirArticle) {
  const std::string text = kFrench + "\n\n\n" + kArabic;
  const Intake intake = read(text);
  ASSERT_EQ(intake.items.size(), 2U);
  EXPECT_EQ(slice(text, intake.items[0].copies.at(0)), kFrench);
  EXPECT_EQ(slice(text, intake.items[1].copies.at(0)), kArabic);
}

TEST(TextPieces, AnUnknownRuleIsAnErrorThatNamesTheRules) {
  try {
    parse_split_rule("lignes");
    FAIL();
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr("lignes"));
    EXPECT_THAT(error.what(), testing::HasSubstr("auto, none, fields, marks or blanks"));
  }
}

}  // namespace
}  // namespace sahafa
