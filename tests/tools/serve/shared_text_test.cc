#include "tools/serve/shared_text.h"

#include <gtest/gtest.h>

#include <string>

namespace sahafa::tools {
namespace {

std::vector<std::string> shared(const std::string& here, const std::string& there) {
  std::vector<std::string> texts;
  for (const SharedText& one : find_shared_text(here, there)) texts.emplace_back(slice(here, one.here));
  return texts;
}

TEST(SharedText, FrenchRunsAreFoundWhateverTheirAccentsAndMarks) {
  EXPECT_EQ(shared("Selon nous, la Caisse n’a pas protégé les données des salariés. Rien d’autre.",
                   "LA CAISSE N'A PAS PROTEGE LES DONNEES DES SALARIES, dit-on partout."),
            (std::vector<std::string>{"la Caisse n’a pas protégé les données des salariés"}));
}

TEST(SharedText, ArabicRunsAreFoundWhateverTheirVowelsAndHamza) {
  EXPECT_EQ(shared("قال المتحدث إن الصندوق لم يحم معطيات الأجراء من التسريب هذه السنة.",
                   "إن الصُّندوق لم يحمِ معطيات الاجراء من التسريب."),
            (std::vector<std::string>{"إن الصندوق لم يحم معطيات الأجراء من التسريب"}));
}

TEST(SharedText, SetPhrasesAreNotShared) {
  EXPECT_TRUE(shared("La Caisse nationale de sécurité sociale se tait.",
                     "La Caisse nationale de sécurité sociale parle.")
                  .empty());
}

TEST(SharedText, SpansOfTheOtherTextAreThoseOfTheSameWords) {
  const std::string here = "un deux trois quatre cinq six sept huit";
  const std::string there = "zéro. Un deux trois quatre cinq six sept huit, neuf";
  const auto found = find_shared_text(here, there);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(slice(there, found[0].there), "Un deux trois quatre cinq six sept huit");
}

TEST(SharedText, ATextThatRepeatsItselfIsReadInOneGo) {
  std::string here;
  for (int i = 0; i < 20'000; ++i) here += "le même mot encore ";
  EXPECT_FALSE(find_shared_text(here, here).empty());
}

TEST(SharedText, NothingIsSharedWithNothing) {
  EXPECT_TRUE(find_shared_text("", "").empty());
  EXPECT_TRUE(find_shared_text("un deux trois quatre cinq six sept", "").empty());
}

}  // namespace
}  // namespace sahafa::tools
