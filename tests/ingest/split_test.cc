#include "ingest/split.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/ingest/prose.h"
#include "tests/shared.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

std::string first_copy(const std::string& text, const std::vector<Span>& copies) {
  return std::string(slice(text, copies[0]));
}

TEST(Split, TextPastedTwiceIsTwoCopiesInBothLanguages) {
  for (const std::string& article : {test::french_article(1), test::arabic_article(1)}) {
    const std::string text = article + "\n" + article;
    const std::vector<Span> copies = split_copies(text);
    ASSERT_EQ(copies.size(), 2U);
    EXPECT_EQ(slice(text, copies[0]), article);
    EXPECT_EQ(slice(text, copies[1]), article);
  }
}

TEST(Split, ThreePastesAreThreeCopies) {
  const std::string article = test::arabic_article(2);
  const std::string text = article + "\n\n" + article + "\n\n" + article + "\n";
  const std::vector<Span> copies = split_copies(text);
  ASSERT_EQ(copies.size(), 3U);
  for (const Span copy : copies) EXPECT_EQ(slice(text, copy), article);
}

TEST(Split, StandfirstOfTheFirstCopyStaysWithIt) {
  const std::string article = test::french_article(3);
  const std::string standfirst =
      "Une phrase d'accroche que seule la première copie porte, et qui la résume en quelques mots.";
  const std::string text = standfirst + "\n" + article + "\nLe Quotidien\n" + article + "\nLe Quotidien";
  const std::vector<Span> copies = split_copies(text);
  ASSERT_EQ(copies.size(), 2U);
  EXPECT_EQ(first_copy(text, copies), standfirst + "\n" + article + "\nLe Quotidien");
  EXPECT_EQ(slice(text, copies[1]), article + "\nLe Quotidien");
}

TEST(Split, StandfirstOfTheSecondCopyStaysWithIt) {
  const std::string article = test::arabic_article(3);
  const std::string standfirst =
      "جملة تمهيدية لا توجد إلا في النسخة الثانية وهي تلخص ما سيأتي بعدها في سطور قليلة.";
  const std::string text = article + "\nالجريدة\n" + standfirst + "\n" + article;
  const std::vector<Span> copies = split_copies(text);
  ASSERT_EQ(copies.size(), 2U);
  EXPECT_EQ(slice(text, copies[1]), standfirst + "\n" + article);
  EXPECT_EQ(longest_copy(copies), copies[1]);
}

TEST(Split, SmallEditsDoNotHideACopy) {
  const std::string article = test::french_article(4);
  std::string edited = article;
  edited.replace(edited.size() / 3, 12, " corrigé ici ");
  edited.replace(edited.size() / 2, 0, " mot");
  const std::string text = article + "\n" + edited;
  const std::vector<Span> copies = split_copies(text);
  ASSERT_EQ(copies.size(), 2U);
  EXPECT_EQ(slice(text, copies[1]), edited);
}

TEST(Split, PasteWithoutLineEndIsFound) {
  const std::string article = test::french_article(5);
  const std::string text = article + article;
  const std::vector<Span> copies = split_copies(text);
  ASSERT_EQ(copies.size(), 2U);
  EXPECT_EQ(slice(text, copies[1]), article);
}

TEST(Split, RefrainIsNoCopy) {
  const std::string refrain =
      "Et l'eau coule sous le pont, et la ville dort encore, et personne ne répond quand on frappe à la "
      "porte du bureau fermé.";
  std::string text;
  for (int verse = 10; verse < 14; ++verse) text += test::french_article(verse) + "\n" + refrain + "\n";
  EXPECT_EQ(split_copies(text).size(), 1U);
  EXPECT_EQ(split_copies(refrain + "\n" + text).size(), 1U);
}

TEST(Split, RepeatedQuotationIsNoCopy) {
  const std::string quotation =
      "«لن نقبل أن تضيع معطيات المؤمنين مرة أخرى، وسنطالب بفتح تحقيق كامل تنشر نتائجه على الجميع دون استثناء "
      "ولا تأخير»";
  const std::string text = quotation + "\n" + test::arabic_article(20) + "\n" + quotation + "\n" +
                           test::arabic_article(21) + "\n" + quotation;
  EXPECT_EQ(split_copies(text).size(), 1U);
}

TEST(Split, OrdinaryTextIsOneCopyTrimmed) {
  const std::string article = test::french_article(6);
  const std::string text = "\n  " + article + "\n\n";
  ASSERT_EQ(split_copies(text).size(), 1U);
  EXPECT_EQ(slice(text, split_copies(text)[0]), article);
  EXPECT_EQ(split_copies("").size(), 1U);
}

TEST(Split, SeedArticleStandsTwiceInItsFile) {
  SAHAFA_NEEDS_SHARED("data/seed/lepoint-cnss-2025.txt");
  const std::string text = test::read_file(test::shared("data/seed/lepoint-cnss-2025.txt"));
  const std::vector<Span> copies = split_copies(text);
  ASSERT_EQ(copies.size(), 2U);
  EXPECT_EQ(count_code_points(text.substr(0, copies[1].begin)), 12678U);
  EXPECT_EQ(count_code_points(text.substr(0, copies[1].end)), 25200U);
  EXPECT_EQ(copies[0].begin, 0U);
}

TEST(SplitCopies, LinesOfOneFormulaAreNoCopies) {
  std::string french;
  std::string arabic;
  for (int i = 0; i < 40; ++i) {
    french += fmt::format("Le syndicat numéro {} réclame {} dirhams pour chacun de ses {} adhérents.\n",
                          258 + i, 1000 + 7 * i, 300 - i);
    arabic += fmt::format("فاز الفريق رقم {} على ضيفه رقم {} أمام {} متفرج في الملعب البلدي.\n", 58 + i,
                          158 + i, 9000 + 13 * i);
  }
  EXPECT_EQ(split_copies(french).size(), 1U);
  EXPECT_EQ(split_copies(arabic).size(), 1U);
  EXPECT_EQ(split_copies(french + "\n" + french).size(), 2U);
  EXPECT_EQ(split_copies(arabic + "\n" + arabic).size(), 2U);
}

}  // namespace
}  // namespace sahafa
