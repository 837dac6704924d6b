// Sentence alignment, candidates, and the choice among them.
#include "ingest/translation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "tests/ingest/bilingual_prose.h"

namespace sahafa {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

AlignedPair aligned(const std::string& a, const std::string& b) {
  AnchorReader reader;
  return align_articles({1}, reader.read(a), {2}, reader.read(b));
}

TEST(Align, SentencesOfATranslationPairInOrder) {
  AnchorReader reader;
  for (const std::size_t number : {0U, 2U}) {
    const test::Story& story = test::stories()[number];
    const Alignment alignment = align_sentences(reader.read(story.french), reader.read(story.arabic));
    const auto sentences = static_cast<std::size_t>(std::ranges::count(story.french, '\n') + 1);
    EXPECT_THAT(alignment.beads, SizeIs(sentences));
    for (const Bead& bead : alignment.beads) EXPECT_EQ(bead.a_begin, bead.b_begin);
  }
}

TEST(Align, TwoSentencesAgainstOne) {
  AnchorReader reader;
  const test::Story& story = test::stories()[1];
  const Alignment alignment = align_sentences(reader.read(story.arabic), reader.read(story.french));
  ASSERT_FALSE(alignment.beads.empty());
  EXPECT_EQ(alignment.beads.front().a_end, 1U);
  EXPECT_EQ(alignment.beads.front().b_end, 2U);
}

TEST(Align, IsTheSameFromBothSides) {
  AnchorReader reader;
  for (const test::Story& story : test::stories()) {
    const AnchoredText french = reader.read(story.french);
    const AnchoredText arabic = reader.read(story.arabic);
    const Alignment there = align_sentences(french, arabic);
    const Alignment back = align_sentences(arabic, french);
    EXPECT_NEAR(there.score, back.score, 1e-6);
    EXPECT_EQ(there.beads.size(), back.beads.size());
  }
}

TEST(Align, EmptyTextsHaveNothingInCommon) {
  AnchorReader reader;
  EXPECT_THAT(align_sentences(reader.read(""), reader.read("Le port de Tanger.")).beads, IsEmpty());
  EXPECT_EQ(align_sentences(reader.read(""), reader.read("")).score, 0.0);
}

TEST(Translation, OfAStoryIsFarMoreAlikeThanAnotherStory) {
  for (std::size_t i = 0; i < test::stories().size(); ++i) {
    const test::Story& story = test::stories()[i];
    const test::Story& next = test::stories()[(i + 1) % test::stories().size()];
    EXPECT_GT(aligned(story.french, story.arabic).similarity, 0.4);
    EXPECT_LT(aligned(story.french, next.arabic).similarity, 0.15);
    EXPECT_LT(aligned(story.other_text, story.arabic).similarity, 0.27);
  }
}

TEST(Translation, OfAPartIsFound) {
  const test::Story& story = test::stories()[0];
  const std::string longer =
      story.french + "\n" + test::stories()[1].other_text + "\n" + test::stories()[2].other_text;
  EXPECT_GT(aligned(longer, story.arabic).similarity, 0.27);
}

TEST(Translation, SentencesAreSpansOfTheTexts) {
  const test::Story& story = test::stories()[0];
  const AlignedPair pair = aligned(story.french, story.arabic);
  ASSERT_FALSE(pair.sentences.empty());
  EXPECT_TRUE(slice(story.french, pair.sentences[0].a).starts_with("Les dockers"));
  EXPECT_TRUE(slice(story.arabic, pair.sentences[0].b).starts_with("توقف"));
  EXPECT_GT(pair.sentences[0].similarity, 0.3);
}

TEST(Translation, FewWordsAreNoEvidence) {
  EXPECT_EQ(aligned("Le port ferme demain.", "يغلق الميناء غدا.").similarity, 0.0);
}

TEST(Translation, PageOfAnotherDayIsNone) {
  std::string french;
  std::string arabic;
  std::string another;
  for (int day = 10; day < 18; ++day) {
    french += "Le dollar vaut " + std::to_string(day * 37) + " dirhams et l'euro " +
              std::to_string(day * 41) + ".\n";
    arabic +=
        "يبلغ سعر الدولار " + std::to_string(day * 37) + " درهما واليورو " + std::to_string(day * 41) + ".\n";
    another +=
        "يبلغ سعر الدولار " + std::to_string(day * 53) + " درهما واليورو " + std::to_string(day * 59) + ".\n";
  }
  EXPECT_GT(aligned(french, arabic).similarity, 0.27);
  EXPECT_EQ(aligned(french, another).similarity, 0.0);
}

std::vector<AnchoredArticle> anchored(const std::string& french_date, const std::string& arabic_date) {
  AnchorReader reader;
  std::vector<AnchoredArticle> articles;
  std::int64_t id = 0;
  for (const test::Story& story : test::stories()) {
    articles.push_back(
        {{++id}, Side::french, day_range(french_date), make_anchor_sketch(reader.read(story.french))});
    articles.push_back(
        {{++id}, Side::arabic, day_range(arabic_date), make_anchor_sketch(reader.read(story.arabic))});
  }
  return articles;
}

TEST(Translation, CandidatesAreThePairsWhateverTheOrder) {
  std::vector<AnchoredArticle> articles = anchored("2025-04-08", "2025-04-10");
  const auto pairs = find_translation_candidates(articles);
  for (const std::int64_t id : {1, 3, 5})
    EXPECT_THAT(pairs, testing::Contains(std::pair(ArticleId{id}, ArticleId{id + 1})));
  std::mt19937 random(7);
  for (int round = 0; round < 10; ++round) {
    std::ranges::shuffle(articles, random);
    EXPECT_EQ(find_translation_candidates(articles), pairs);
  }
}

TEST(Translation, DatesFarApartAreNoCandidates) {
  EXPECT_THAT(find_translation_candidates(anchored("2025-04-08", "2025-04-12")), IsEmpty());
  EXPECT_FALSE(find_translation_candidates(anchored("2025-04-08", "2025-04")).empty());
  EXPECT_FALSE(find_translation_candidates(anchored("2025-04-08", "2025")).empty());
  EXPECT_FALSE(find_translation_candidates(anchored("2025-04-08", "")).empty());
}

TEST(Translation, BestOfBothIsChosenAndADoubtfulOneIsNot) {
  const std::vector<AlignedPair> clear = {{{1}, {10}, 0.38}, {{1}, {11}, 0.30}, {{2}, {11}, 0.36}};
  const std::vector<AlignedPair> chosen = choose_translations(clear);
  ASSERT_THAT(chosen, SizeIs(2));
  EXPECT_EQ(chosen[0].b, ArticleId{10});
  EXPECT_EQ(chosen[1].a, ArticleId{2});
  const std::vector<AlignedPair> doubtful = {{{1}, {10}, 0.30}, {{2}, {10}, 0.29}};
  EXPECT_THAT(choose_translations(doubtful), IsEmpty());
  const std::vector<AlignedPair> versions = {{{1}, {10}, 0.52}, {{2}, {10}, 0.50}};
  EXPECT_THAT(choose_translations(versions), SizeIs(1));
  const std::vector<AlignedPair> weak = {{{1}, {10}, 0.2}};
  EXPECT_THAT(choose_translations(weak), IsEmpty());
}

TEST(DayRange, ReadsDaysMonthsAndYears) {
  EXPECT_EQ(day_range("1970-01-03")->first, 2);
  EXPECT_EQ(day_range("1970-02")->last - day_range("1970-02")->first, 27);
  EXPECT_EQ(day_range("1972")->last - day_range("1972")->first, 365);
  for (const char* broken : {"", "19", "1970-13", "1970-02-30", "hier"})
    EXPECT_FALSE(day_range(broken)) << broken;
}

}  // namespace
}  // namespace sahafa
