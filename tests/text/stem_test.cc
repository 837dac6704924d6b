#include "text/stem.h"

#include <gtest/gtest.h>

namespace sahafa {
namespace {

TEST(Stem, FrenchFormsOfAWordMeet) {
  const Stemmer stemmer;
  EXPECT_EQ(stemmer.stem("piratées"), stemmer.stem("Piratée"));
  EXPECT_EQ(stemmer.stem("responsabilités"), stemmer.stem("RESPONSABILITÉ"));
  EXPECT_NE(stemmer.stem("ministre"), stemmer.stem("ministère"));
}

TEST(Stem, FrenchIsStemmedWithItsAccentsAndFoldedAfter) {
  const Stemmer stemmer;
  EXPECT_EQ(stemmer.stem("sécurité"), "secur");
  EXPECT_EQ(stemmer.stem("securite"), "securit");
}

TEST(Stem, ArabicFormsOfAWordMeet) {
  const Stemmer stemmer;
  EXPECT_EQ(stemmer.stem("الصندوق"), stemmer.stem("صندوق"));
  EXPECT_EQ(stemmer.stem("المسؤولِية"), stemmer.stem("المسؤولية"));
  EXPECT_NE(stemmer.stem("صندوق"), stemmer.stem("تسريب"));
}

TEST(Stem, NumbersAndMarksAreTheirOwnStem) {
  const Stemmer stemmer;
  EXPECT_EQ(stemmer.stem("٢٠٢٥"), "2025");
  EXPECT_EQ(stemmer.stem("!"), "!");
}

}  // namespace
}  // namespace sahafa
