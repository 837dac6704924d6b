#include "text/fold.h"

#include <gmock/gmock.h>

#include "tests/shared.h"
#include "tests/text/labelled_texts.h"
#include "tests/text/random_text.h"
#include "text/fold_rules.h"
#include "text/normalize.h"
#include "text/tokenize.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

TEST(Fold, TheTableSaysOfEachCharacterWhatTheRulesSay) {
  for (char32_t c = 0; c < 0x10000; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string written;
    append_utf8(written, c);
    EXPECT_EQ(fold(written), fold_character(c)) << std::hex << static_cast<std::uint32_t>(c);
  }
}

TEST(Fold, FrenchCaseAccentsAndLigatures) {
  EXPECT_EQ(fold("Sécurité ÉTÉ Œuvre ﬁn Ça NOËL où"), "securite ete oeuvre fin ca noel ou");
  EXPECT_EQ(fold("e\u0301te\u0301"), "ete");
}

TEST(Fold, ArabicVariantsOfALetter) {
  EXPECT_EQ(fold("أحمد إلى آخر ٱلله"), "احمد الي اخر الله");
  EXPECT_EQ(fold("مسؤول هيئة مستشفى وزارة"), "مسوول هييه مستشفي وزاره");
  EXPECT_EQ(fold("کلام یوم"), "كلام يوم");
}

TEST(Fold, ArabicMarksAndTatweelGo) {
  EXPECT_EQ(fold("كِتَابٌ شدّة هٰذا مـــغرب"), "كتاب شده هذا مغرب");
  EXPECT_EQ(fold("ﻻ ﷲ"), "لا الله");
}

TEST(Fold, DigitsApostrophesQuotesAndSpaces) {
  EXPECT_EQ(fold("٢٠٢٥ ۱۲"), "2025 12");
  EXPECT_EQ(fold("l’eau ‘x’ dʼor"), "l'eau 'x' d'or");
  EXPECT_EQ(fold("« a » “b” „c“"), "\" a \" \"b\" \"c\"");
  EXPECT_EQ(fold("12\u202F000\u00A0€\tx"), "12 000 € x");
}

TEST(Fold, InvisibleCharactersGo) { EXPECT_EQ(fold("don\u00ADnées \u200Fنص\u200E"), "donnees نص"); }

TEST(FoldedText, AFoldedSpanLeadsBackToTheWord) {
  const std::string source = "Le Cœur de l’Été : الصُّنـدوق";
  const FoldedText folded(source);
  const auto find = [&](std::string_view needle) {
    const auto at = static_cast<std::uint32_t>(folded.text().find(needle));
    return slice(source, folded.to_source({at, at + static_cast<std::uint32_t>(needle.size())}));
  };
  EXPECT_EQ(find("coeur"), "Cœur");
  EXPECT_EQ(find("l'ete"), "l’Été");
  EXPECT_EQ(find("الصندوق"), "الصُّنـدوق");
}

TEST(FoldedText, MarksAtTheEdgeAreLeftOutThoseInsideCovered) {
  const std::string source = "كتابٌ";
  const FoldedText folded(source);
  EXPECT_EQ(slice(source, folded.to_source({0, static_cast<std::uint32_t>(folded.text().size())})), "كتاب");
}

TEST(FoldedText, EmptySpansStayEmpty) {
  EXPECT_TRUE(FoldedText("").to_source({0, 0}).empty());
  EXPECT_TRUE(FoldedText("été").to_source({1, 1}).empty());
  EXPECT_TRUE(FoldedText("été").to_source({3, 3}).empty());
}

/// Whether each folded token leads to source that folds to it, or to more where a character unfolds into
/// several (œ).
void expect_way_back(const std::string& source) {
  const FoldedText folded(source);
  ASSERT_EQ(folded.text(), fold(source));
  for (const Token& token : tokenize(folded.text())) {
    const Span back = folded.to_source(token.span());
    ASSERT_THAT(fold(slice(source, back)),
                testing::HasSubstr(std::string(slice(folded.text(), token.span()))))
        << source;
  }
}

TEST(FoldProperty, EveryCharacterFoldsToWhatFoldsToItself) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string bytes;
    append_utf8(bytes, c);
    const std::string once = fold(bytes);
    ASSERT_EQ(fold(once), once) << static_cast<unsigned>(c);
  }
}

TEST(FoldProperty, RandomTextsFoldOnceAndLeadBack) {
  test::RandomText random(5);
  for (int round = 0; round < 3000; ++round) {
    const std::string source = random.next();
    ASSERT_EQ(fold(fold(source)), fold(source));
    ASSERT_EQ(fold(normalize_stored(source)), fold(source)) << "the stored form has another key: " << source;
    expect_way_back(source);
  }
}

TEST(FoldProperty, RealTextsFoldOnceAndLeadBack) {
  SAHAFA_NEEDS_SHARED("data/text/sib200_flores.jsonl");
  for (const test::LabelledText& item : test::read_texts("sib200_flores.jsonl")) {
    ASSERT_EQ(fold(fold(item.text)), fold(item.text));
    expect_way_back(item.text);
  }
}

}  // namespace
}  // namespace sahafa
