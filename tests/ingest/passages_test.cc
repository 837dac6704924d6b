#include "ingest/passages.h"

#include <gtest/gtest.h>

#include "ingest/letters.h"
#include "ingest/repeats.h"
#include "tests/ingest/prose.h"

namespace sahafa {
namespace {

std::string paragraph(const std::string& text) { return text.substr(0, text.find('\n')); }

TEST(Passages, BorrowedParagraphIsFoundInBothTextsInBothLanguages) {
  for (const auto article : {test::french_article, test::arabic_article}) {
    const std::string source = article(1);
    const std::string quoting = article(2) + "\n" + paragraph(source) + "\n" + article(3);
    const auto passages = find_passages(source, quoting);
    ASSERT_EQ(passages.size(), 1U);
    EXPECT_EQ(slice(source, passages[0].a), paragraph(source).substr(0, paragraph(source).size() - 1));
    EXPECT_EQ(slice(quoting, passages[0].b), slice(source, passages[0].a));
    EXPECT_EQ(passages[0].similarity, 1.0);
  }
}

TEST(Passages, AnEditInsideIsBridged) {
  const std::string source = test::french_article(4);
  std::string edited = source;
  edited.replace(edited.size() / 2, 6, "autre mot");
  const auto passages = find_passages(source, edited);
  ASSERT_EQ(passages.size(), 1U);
  EXPECT_LT(passages[0].similarity, 1.0);
  EXPECT_GT(passages[0].similarity, 0.95);
}

TEST(Passages, TextsOfTheirOwnShareNone) {
  EXPECT_TRUE(find_passages(test::french_article(5), test::french_article(6)).empty());
  EXPECT_TRUE(find_passages(test::arabic_article(5), "").empty());
}

TEST(Passages, FurnitureWithoutRareGramsIsLeftOut) {
  const std::string furniture = paragraph(test::french_article(7));
  const std::string a = test::french_article(8) + "\n" + furniture;
  const std::string b = test::french_article(9) + "\n" + furniture;
  EXPECT_EQ(find_passages(a, b).size(), 1U);
  EXPECT_TRUE(find_passages(read_letters(a), read_letters(b), {}).empty());
}

TEST(Passages, SentenceOfALongerQuotationIsContainedInIt) {
  const std::vector<ClusterMember> clusters{{{1}, {1}}, {{2}, {2}}, {{3}, {3}}};
  std::vector<Passage> passages{{{1}, {100, 900}, {2}, {0, 800}}, {{1}, {300, 500}, {3}, {10, 210}}};
  mark_contained(passages, clusters);
  EXPECT_FALSE(passages[0].contained);
  EXPECT_TRUE(passages[1].contained);
}

TEST(Repeats, ParagraphThatComesBackIsFoundExactly) {
  const std::u16string letters = letters_of(test::arabic_article(11)).letters;
  const std::u16string between = letters_of(test::arabic_article(12)).letters;
  // Nines around it, which no article has: what stands beside a paragraph may agree with it by chance.
  const auto repeats = find_repeats(letters + between + u"9" + letters.substr(20, 150) + u"9");
  ASSERT_EQ(repeats.size(), 1U);
  EXPECT_EQ(repeats[0].from, 20U);
  EXPECT_EQ(repeats[0].from_end, 170U);
  EXPECT_EQ(repeats[0].at, letters.size() + between.size() + 1);
}

TEST(Repeats, TextOfOneLetterTakesLinearTime) {
  const std::u16string same(std::size_t{1} << 20, u'a');
  std::u16string two;
  for (int i = 0; i < (1 << 19); ++i) two += u"ab";
  EXPECT_LE(find_repeats(same).size(), same.size());
  EXPECT_LE(find_repeats(two).size(), two.size());
}

}  // namespace
}  // namespace sahafa
