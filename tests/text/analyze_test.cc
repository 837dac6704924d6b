#include "text/analyze.h"

#include <gmock/gmock.h>

#include "tests/text/random_text.h"
#include "text/fold.h"
#include "text/sentences.h"

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

}  // namespace
}  // namespace sahafa
