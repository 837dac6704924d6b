#include "text/fold.h"

#include <gtest/gtest.h>

namespace sahafa {
namespace {

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

}  // namespace
}  // namespace sahafa
