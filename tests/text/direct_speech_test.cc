#include "text/direct_speech.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/text/random_text.h"

namespace sahafa {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> said(std::string_view text) {
  std::vector<std::string> out;
  for (const Span span : find_direct_speech(text)) out.emplace_back(slice(text, span));
  return out;
}

TEST(DirectSpeech, WhatStandsBetweenMarksOfAnyKind) {
  EXPECT_THAT(said("Il a dit : « Nous partons. » Puis rien."), ElementsAre("« Nous partons. »"));
  EXPECT_THAT(said("Elle répond “non” et \"jamais\"."), ElementsAre("“non”", "\"jamais\""));
  EXPECT_THAT(said("قال الوزير: «لن نعتذر»، ثم خرج."), ElementsAre("«لن نعتذر»"));
}

TEST(DirectSpeech, AMarkThatIsNeverClosedEndsWithItsParagraph) {
  EXPECT_THAT(said("Il écrit : « Nous partons.\nLe train attendait."), ElementsAre("« Nous partons."));
  EXPECT_THAT(said("وقال: «لن نعتذر.\nثم خرج الجميع."), ElementsAre("«لن نعتذر."));
}

TEST(DirectSpeech, AQuotationMayRunOverParagraphs) {
  EXPECT_THAT(said("« Je pars demain.\nVous restez. »\nIl ferma la porte."),
              ElementsAre("« Je pars demain.", "Vous restez. »"));
}

TEST(DirectSpeech, TheInterpolatedClauseIsNotSaid) {
  EXPECT_THAT(said("« Je pars, dit-il en se levant, mais vous ? »"),
              ElementsAre("« Je pars, ", " mais vous ? »"));
  EXPECT_THAT(said("— Je pars, reprit M. Alami. Venez."), ElementsAre("— Je pars, ", " Venez."));
}

TEST(DirectSpeech, ADashOpensATurnAtTheBeginningOfAParagraph) {
  EXPECT_THAT(said("Il entra.\n— Vous voilà !\n— Me voilà.\nElle sourit."),
              ElementsAre("— Vous voilà !", "— Me voilà."));
  EXPECT_THAT(said("دخل الرجل.\n— أين كنت؟\n— في السوق.\nضحكت."), ElementsAre("— أين كنت؟", "— في السوق."));
}

TEST(DirectSpeech, AListIsNoDialogue) {
  EXPECT_THAT(said("Les cibles :\n- le portail du ministère ;\n- Le site du Parlement ;\n- Le fisc"),
              IsEmpty());
  EXPECT_THAT(said("الأهداف:\n- بوابة الوزارة؛\n- موقع البرلمان"), IsEmpty());
}

TEST(DirectSpeech, WhereDialoguesAreRunInTheNarratorEndsTheTurn) {
  EXPECT_THAT(
      said("Il entra : — Vous êtes là ? Elle leva la tête et sourit. — Je vous attends. Il ferma la porte."),
      ElementsAre("— Vous êtes là ?", "— Je vous attends."));
}

TEST(DirectSpeech, ADashOfALongTextThatSetsNoDialogueSoIsAnAside) {
  std::string text = "La Caisse — Elle seule — a payé. ";
  for (int i = 0; i < 200; ++i) text += "Le conseil a examiné les comptes de l'exercice. ";
  EXPECT_THAT(said(text), IsEmpty());
}

TEST(DirectSpeech, AStoryToldOverParagraphsIsNoSpeech) {
  EXPECT_THAT(said("« La jeune fille grandit seule. Elle devint triste et personne ne la saluait.\n"
                   "« Elle épousa un soldat, qui partit. »"),
              ElementsAre("« Elle épousa un soldat, qui partit. »"));
}

TEST(DirectSpeech, SpansAreOrderedApartAndOnCharacterBoundaries) {
  test::RandomText texts(1);
  for (int round = 0; round < 2000; ++round) {
    const std::string text = texts.next();
    std::uint32_t last = 0;
    for (const Span span : find_direct_speech(text)) {
      EXPECT_LE(last, span.begin);
      EXPECT_LT(span.begin, span.end);
      EXPECT_LE(span.end, text.size());
      last = span.end;
    }
  }
}

}  // namespace
}  // namespace sahafa
