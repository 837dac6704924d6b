// Figures, consonant skeletons, the bilingual look-up, and the anchors that come of them.
#include "ingest/anchors.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "ingest/anchor_id.h"
#include "ingest/anchor_lexicon.h"
#include "ingest/figures.h"
#include "text/fold.h"
#include "text/skeleton.h"

namespace sahafa {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Figures, GroupingAndDecimalsOfBothLanguagesAreOneNumber) {
  for (const char* token : {"1 234,5", "1.234,5", "1,234.5", "١٬٢٣٤٫٥", "1234.50"})
    EXPECT_THAT(plain_numbers(fold(token)), ElementsAre("1234.5")) << token;
  for (const char* token : {"500 000", "500.000", "500,000", "٥٠٠٬٠٠٠", "500000"})
    EXPECT_THAT(plain_numbers(fold(token)), ElementsAre("500000")) << token;
}

TEST(Figures, DatesScoresAndRangesAreSeveralNumbers) {
  EXPECT_THAT(plain_numbers("25/01/2006"), ElementsAre("25", "1", "2006"));
  EXPECT_THAT(plain_numbers("25.01.2006"), ElementsAre("25", "01", "2006"));
  EXPECT_THAT(plain_numbers("4-0"), ElementsAre("4", "0"));
  EXPECT_THAT(plain_numbers("%"), IsEmpty());
}

TEST(Figures, SmallDecimalsStayDecimals) {
  EXPECT_THAT(plain_numbers("0,125"), ElementsAre("0.125"));
  EXPECT_THAT(plain_numbers("62,5%"), ElementsAre("62.5"));
}

TEST(Skeleton, NamesOfBothScriptsMeet) {
  const std::vector<std::pair<const char*, const char*>> names = {
      {"Merkel", "ميركل"},  {"Chevtchenko", "شيفتشينكو"}, {"Bastelnik", "باستلنيك"}, {"Philippe", "فيليب"},
      {"Gordon", "غوردون"}, {"Gordon", "جوردون"},         {"Johnson", "جونسون"},     {"Hollande", "هولاند"},
      {"Thomas", "توماس"},  {"Kermolès", "كرموليس"}};
  for (const auto& [latin, arabic] : names) {
    const std::string wanted = consonant_skeletons(fold(latin)).front();
    EXPECT_THAT(consonant_skeletons(fold(arabic)), testing::Contains(wanted)) << latin;
  }
  EXPECT_THAT(consonant_skeletons(""), IsEmpty());
}

// Whether a French and an Arabic word share an anchor, each in a text of its own.
bool meet(const std::string& french, const std::string& arabic) {
  AnchorReader reader;
  const std::vector<std::uint64_t> a = reader.read(french).anchors;
  const std::vector<std::uint64_t> b = reader.read(arabic).anchors;
  return std::ranges::any_of(a,
                             [&](std::uint64_t anchor) { return std::ranges::find(b, anchor) != b.end(); });
}

TEST(Anchors, WordsMeetWhateverTheirInflection) {
  EXPECT_TRUE(meet("les gouvernements", "والحكومات"));
  EXPECT_TRUE(meet("hôpitaux", "بالمستشفيات"));
  EXPECT_TRUE(meet("déclara", "صرحت"));
  EXPECT_TRUE(meet("elle a affirmé", "تؤكد"));
  EXPECT_TRUE(meet("leur société", "شركتهم"));
  EXPECT_TRUE(meet("le médecin", "للأطباء"));
  EXPECT_FALSE(meet("le médecin", "للمهندسين"));
  EXPECT_FALSE(meet("la neige", "الحكومة"));
}

TEST(Anchors, FiguresNumberWordsAcronymsAndNamesMeet) {
  EXPECT_TRUE(meet("37,5 millions", "37.5"));
  EXPECT_TRUE(meet("trois", "3"));
  EXPECT_TRUE(meet("3", "ثلاث"));
  EXPECT_TRUE(meet("la DGSSI", "الـDGSSI"));
  EXPECT_TRUE(meet("Bastelnik", "وباستلنيك"));
  EXPECT_TRUE(meet("Jean-Bastelnik", "باستلنيك"));
  EXPECT_FALSE(meet("1 450", "1540"));
}

TEST(Anchors, ConceptsOfTheCodebookMeetAsPhrases) {
  EXPECT_TRUE(meet("CNSS", "الصندوق الوطني للضمان الاجتماعي"));
  EXPECT_TRUE(meet("les Nations unies", "الأمم المتحدة"));
}

TEST(Anchors, WordsThatSayNothingHaveNone) {
  AnchorReader reader;
  EXPECT_EQ(reader.read("il est de la dans pour").words.size(), 1U);  // the closing one
  EXPECT_EQ(reader.read("في من على الذي").words.size(), 1U);
  EXPECT_TRUE(make_anchor_sketch(reader.read("")).empty());
}

TEST(Anchors, SketchHasOnlyWhatCanStandInTheOtherLanguage) {
  AnchorReader reader;
  const auto sketch =
      make_anchor_sketch(reader.read("Bastelnik vend 1 450 pommes à Karsova. Bastelnik rit."));
  EXPECT_TRUE(std::ranges::is_sorted(sketch));
  EXPECT_EQ(std::ranges::adjacent_find(sketch), sketch.end());
  EXPECT_TRUE(std::ranges::none_of(sketch, [](auto anchor) { return kind_of(anchor) == AnchorKind::word; }));
  EXPECT_TRUE(std::ranges::binary_search(sketch, anchor_id(AnchorKind::figure, "1450")));
}

}  // namespace
}  // namespace sahafa
