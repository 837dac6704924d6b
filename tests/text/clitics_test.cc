#include "text/clitics.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "text/fold.h"

namespace sahafa {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

/// Readings as parts joined by +, empty parts left out; the pronoun marked by a hyphen.
std::vector<std::string> readings(std::string_view word) {
  const std::string folded = fold(word);
  std::vector<std::string> result;
  for (const CliticReading& reading : read_clitics(folded)) {
    std::string text;
    for (const std::string_view part : {reading.conjunction, reading.preposition, reading.article}) {
      if (!part.empty()) text += std::string(part) + "+";
    }
    text += reading.host;
    if (!reading.pronoun.empty()) text += "-" + std::string(reading.pronoun);
    result.push_back(text);
  }
  return result;
}

TEST(Clitics, ConjunctionPrepositionAndArticleComeOff) {
  EXPECT_THAT(readings("وبالصندوق"), Contains("و+ب+ال+صندوق"));
  EXPECT_THAT(readings("فالوزير"), Contains("ف+ال+وزير"));
  EXPECT_THAT(readings("للضمان"), Contains("ل+ل+ضمان"));
  EXPECT_THAT(readings("كالبنك"), Contains("ك+ال+بنك"));
}

TEST(Clitics, TheWholeWordComesFirstAndMoreIsTakenOffLater) {
  EXPECT_THAT(readings("والوزير"), ElementsAre("والوزير", "و+الوزير", "و+ال+وزير"));
}

TEST(Clitics, APronounComesOffWhereThereIsNoArticle) {
  EXPECT_THAT(readings("معطياتهم"), Contains("معطيات-هم"));
  EXPECT_THAT(readings("وبياناتنا"), Contains("و+بيانات-نا"));
  EXPECT_THAT(readings("المياه"), Not(Contains("ال+ميا-ه")));
}

TEST(Clitics, TheFutureStandsBeforeAnImperfectVerbOnly) {
  EXPECT_THAT(readings("وسيعلن"), Contains("و+س+يعلن"));
  EXPECT_THAT(readings("سرقة"), Not(Contains("س+رقه")));
}

TEST(Clitics, AReadingIsAnOfferNotADecision) {
  EXPECT_THAT(readings("وزارة"), testing::AllOf(Contains("وزاره"), Contains("و+زاره")));
}

TEST(Clitics, TheHostKeepsTwoLetters) {
  EXPECT_THAT(readings("به"), ElementsAre("به"));
  EXPECT_THAT(readings("وال"), ElementsAre("وال", "و+ال"));
}

TEST(Clitics, AWordThatIsNotArabicHasOneReading) {
  EXPECT_THAT(readings("cnss"), ElementsAre("cnss"));
  EXPECT_THAT(readings("2025"), ElementsAre("2025"));
  EXPECT_EQ(read_clitics("").size(), 1U);
}

TEST(Clitics, NoWordHasMoreThanTwentyFourReadings) {
  for (const std::string word : {"وبالبالكم", "فللولهما", "وستكتبونهما", "وكبيتكما", "فسيكفيكهم"})
    EXPECT_LE(readings(word).size(), 24U);
}

}  // namespace
}  // namespace sahafa
