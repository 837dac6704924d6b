#include "text/sentences.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "tests/text/random_text.h"

namespace sahafa {
namespace {

using testing::ElementsAre;

std::vector<std::string> sentences(std::string_view text) {
  std::vector<std::string> result;
  for (const Span span : split_sentences(text, tokenize(text))) result.emplace_back(slice(text, span));
  return result;
}

std::vector<std::string> paragraphs(std::string_view text) {
  std::vector<std::string> result;
  for (const Span span : split_paragraphs(text)) result.emplace_back(slice(text, span));
  return result;
}

TEST(SentencesFrench, EndAtFullStopsBeforeACapital) {
  EXPECT_THAT(sentences(" La caisse se tait. Pourquoi ? Nul ne sait ! Affaire à suivre."),
              ElementsAre("La caisse se tait.", "Pourquoi ?", "Nul ne sait !", "Affaire à suivre."));
}

TEST(SentencesFrench, AbbreviationsInitialsAndNumbersDoNotEndOne) {
  EXPECT_THAT(
      sentences("M. Tazi et le Dr. J. Alami citent l'art. 5, p. 12, de la loi no. 09.08. Voilà tout."),
      ElementsAre("M. Tazi et le Dr. J. Alami citent l'art. 5, p. 12, de la loi no. 09.08.", "Voilà tout."));
  EXPECT_THAT(sentences("1. Premier point. 2. Second point."),
              ElementsAre("1. Premier point.", "2. Second point."));
}

TEST(SentencesFrench, AnAcronymEndsOneOnlyBeforeAFunctionWord) {
  EXPECT_THAT(sentences("Il visita la C.N.S.S. Casablanca attend."),
              ElementsAre("Il visita la C.N.S.S. Casablanca attend."));
  EXPECT_THAT(sentences("Il visita la C.N.S.S. Les agents attendent."),
              ElementsAre("Il visita la C.N.S.S.", "Les agents attendent."));
}

TEST(SentencesFrench, ShortQuotationsAndBracketsAreNotCut) {
  EXPECT_THAT(sentences("Il a dit : « Rien. Rien du tout ! » avant de sortir. Puis rien."),
              ElementsAre("Il a dit : « Rien. Rien du tout ! » avant de sortir.", "Puis rien."));
  EXPECT_THAT(sentences("Il a dit \"c'est faux.\" Elle a tort. (Voir p. 3. Et p. 4.) Fin."),
              ElementsAre("Il a dit \"c'est faux.\"", "Elle a tort.", "(Voir p. 3. Et p. 4.)", "Fin."));
}

TEST(SentencesFrench, LongQuotationsAreCut) {
  const std::string long_one(300, 'a');
  EXPECT_EQ(sentences("« " + long_one + ". Puis " + long_one + ". Fin. »").size(), 3U);
}

TEST(SentencesFrench, EllipsesBeforeASmallLetterAndOmissionsDoNotEndOne) {
  EXPECT_THAT(sentences("Il hésite... puis part. On lit (...) La suite manque."),
              ElementsAre("Il hésite... puis part.", "On lit (...) La suite manque."));
}

TEST(SentencesFrench, ADashOpensOneOnlyBeforeSomething) {
  EXPECT_THAT(sentences("Rabat, 8 avril. –\nLa caisse se tait. – Pourquoi ?"),
              ElementsAre("Rabat, 8 avril. –", "La caisse se tait.", "– Pourquoi ?"));
}

TEST(SentencesFrench, AQuestionInsideASentenceDoesNotEndIt) {
  EXPECT_THAT(sentences("Pourquoi pas ? demande-t-elle. Bien !"),
              ElementsAre("Pourquoi pas ? demande-t-elle.", "Bien !"));
}

TEST(SentencesArabic, EndAtItsMarks) {
  EXPECT_THAT(sentences("صمت الصندوق. لماذا؟ لا أحد يعلم! انتهى."),
              ElementsAre("صمت الصندوق.", "لماذا؟", "لا أحد يعلم!", "انتهى."));
  EXPECT_THAT(sentences("نعم، ربما؛ لكن لا."), ElementsAre("نعم، ربما؛ لكن لا."));
}

TEST(SentencesArabic, AbbreviationsQuotationsAndEllipses) {
  EXPECT_THAT(sentences("قال د. محمد: \"لا تعليق. انتهى\". ثم خرج."),
              ElementsAre("قال د. محمد: \"لا تعليق. انتهى\".", "ثم خرج."));
  EXPECT_THAT(sentences("قالت: «لن نتسامح. أبدا» ثم صمتت... وعادت. انتهى."),
              ElementsAre("قالت: «لن نتسامح. أبدا» ثم صمتت... وعادت.", "انتهى."));
}

TEST(SentencesMixed, LineFeedsAreHardLimits) {
  EXPECT_THAT(sentences("Titre sans point\nعنوان بلا نقطة\n\n« Début\nsuite. »"),
              ElementsAre("Titre sans point", "عنوان بلا نقطة", "« Début", "suite. »"));
}

TEST(SentencesMixed, AMissingBlankIsForgiven) {
  EXPECT_THAT(sentences("La caisse se tait.Les agents parlent."),
              ElementsAre("La caisse se tait.", "Les agents parlent."));
  EXPECT_THAT(sentences("صمت الصندوق.تكلم الموظفون."), ElementsAre("صمت الصندوق.", "تكلم الموظفون."));
}

TEST(SentencesMixed, ALanguageChangeNeedsNoHint) {
  EXPECT_THAT(sentences("La CNSS nie. نفت المؤسسة ذلك. Le ministre aussi."),
              ElementsAre("La CNSS nie.", "نفت المؤسسة ذلك.", "Le ministre aussi."));
}

TEST(Paragraphs, AreTrimmedAndEmptyOnesLeftOut) {
  EXPECT_THAT(paragraphs(" un \n\n \u00A0\nاثنان\n"), ElementsAre("un", "اثنان"));
  EXPECT_TRUE(split_paragraphs("").empty());
}

TEST(SentencesProperty, EveryTokenLiesInExactlyOneSentence) {
  test::RandomText random(2);
  for (int round = 0; round < 3000; ++round) {
    const std::string text = random.next();
    const std::vector<Token> tokens = tokenize(text);
    std::size_t token = 0;
    for (const Span sentence : split_sentences(text, tokens)) {
      ASSERT_LT(token, tokens.size());
      ASSERT_EQ(sentence.begin, tokens[token].begin) << text;
      while (token < tokens.size() && sentence.contains(tokens[token].span())) ++token;
      ASSERT_EQ(sentence.end, tokens[token - 1].end) << text;
    }
    ASSERT_EQ(token, tokens.size()) << text;
  }
}

}  // namespace
}  // namespace sahafa
