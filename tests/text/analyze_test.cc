#include "text/analyze.h"

#include <gmock/gmock.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <map>
#include <string>

#include "tests/text/random_text.h"
#include "text/fold.h"
#include "text/lower.h"
#include "text/sentences.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

using testing::ElementsAre;

TEST(Analyze, FormsAndStemsStandBesideTheTokens) {
  Analyzer analyzer;
  const AnalyzedText text = analyzer.analyze("Les données piratées. تسريب المعطيات، 2025.");
  EXPECT_THAT(text.forms,
              ElementsAre("les", "donnees", "piratees", ".", "تسريب", "المعطيات", "،", "2025", "."));
  EXPECT_THAT(text.sentence_of, ElementsAre(0, 0, 0, 0, 1, 1, 1, 1, 1));
  EXPECT_EQ(text.stems[2], Stemmer().stem("piratées"));
  EXPECT_EQ(text.stems[5], Stemmer().stem("المعطيات"));
  EXPECT_EQ(text.stems[7], "2025");
}

TEST(Analyze, ViewsOutliveLaterTextsAndTheMoveOfTheAnalyzer) {
  Analyzer first;
  const AnalyzedText early = first.analyze("caisse صندوق");
  for (int i = 0; i < 20000; ++i) first.analyze("mot" + std::to_string(i));
  Analyzer second = std::move(first);
  EXPECT_THAT(early.forms, ElementsAre("caisse", "صندوق"));
  EXPECT_EQ(second.analyze("Caisse").forms[0], "caisse");
}

TEST(Analyze, AKnownWordIsKeptOnce) {
  Analyzer analyzer;
  const AnalyzedText text = analyzer.analyze("صندوق caisse صندوق caisse");
  EXPECT_EQ(text.forms[0].data(), text.forms[2].data());
  EXPECT_EQ(text.stems[1].data(), text.stems[3].data());
}

TEST(Analyze, NumbersTheTypesAsItMeetsThem) {
  Analyzer analyzer;
  EXPECT_EQ(analyzer.analyze("La caisse, la Caisse").types, (std::vector<std::uint32_t>{0, 1, 2, 3, 4}));
  EXPECT_EQ(analyzer.analyze("الصندوق، caisse").types, (std::vector<std::uint32_t>{5, 6, 1}));
  EXPECT_EQ(analyzer.types(), 7U);
}

TEST(Analyze, AnEmptyTextHasNothing) {
  Analyzer analyzer;
  const AnalyzedText text = analyzer.analyze("");
  EXPECT_TRUE(text.tokens.empty());
  EXPECT_TRUE(text.sentences.empty());
}

TEST(AnalyzeProperty, IsTheSumOfItsParts) {
  test::RandomText random(3);
  Analyzer analyzer;
  const Stemmer stemmer;
  for (int round = 0; round < 1000; ++round) {
    const std::string source = random.next();
    const AnalyzedText text = analyzer.analyze(source);
    ASSERT_EQ(text.tokens, tokenize(source));
    ASSERT_EQ(text.sentences, split_sentences(source, text.tokens));
    for (std::size_t i = 0; i < text.tokens.size(); ++i) {
      const std::string_view word = slice(source, text.tokens[i].span());
      ASSERT_EQ(text.forms[i], fold(word));
      const bool is_word = text.tokens[i].kind == TokenKind::word;
      ASSERT_EQ(text.stems[i], is_word ? stemmer.stem(word) : fold(word));
      ASSERT_TRUE(text.sentences[text.sentence_of[i]].contains(text.tokens[i].span()));
    }
  }
}

TEST(AnalyzeProperty, TypesAreSurfaces) {
  test::RandomText random(4);
  Analyzer analyzer;
  std::map<std::string, std::uint32_t> known;
  for (int round = 0; round < 1000; ++round) {
    // Words of all lengths about sixteen bytes that differ in one place only, also at the end of the text.
    const std::string source = random.next() +
                               " abcdefghijklmnop abcdefghijklmnopq abcdefghbcdefghi abcdefghcdefghi "
                               "كتابكتاب كتابكتابك abcdefgh abcdefg";
    const AnalyzedText text = analyzer.analyze(source);
    ASSERT_EQ(text.types.size(), text.tokens.size());
    for (std::size_t i = 0; i < text.tokens.size(); ++i) {
      const std::string surface(slice(source, text.tokens[i].span()));
      const auto next = static_cast<std::uint32_t>(known.size());
      ASSERT_EQ(text.types[i], known.try_emplace(surface, next).first->second) << surface;
    }
  }
}

TEST(LowerCase, IsThatOfIcu) {
  for (char32_t c = 1; c < 0x600; ++c) {
    std::string letter;
    append_utf8(letter, c);
    icu::UnicodeString lower(static_cast<UChar32>(c));
    std::string expected;
    lower.toLower(icu::Locale::getRoot()).toUTF8String(expected);
    EXPECT_EQ(lower_case(letter), expected) << static_cast<std::uint32_t>(c);
    EXPECT_EQ(lower_case("É" + letter + "A"), "é" + expected + "a");
  }
}

}  // namespace
}  // namespace sahafa
