#include "text/syllables.h"

#include <gtest/gtest.h>

#include <string_view>
#include <utility>

namespace sahafa {
namespace {

TEST(Syllables, WordsAsTheyAreSaid) {
  constexpr std::pair<std::string_view, std::size_t> kWords[] = {
      {"le", 1},       {"caisse", 1},    {"sécurité", 4},    {"sociale", 2},      {"eau", 1},
      {"oui", 1},      {"année", 2},     {"années", 2},      {"rue", 1},          {"européen", 4},
      {"naïf", 2},     {"noël", 2},      {"oublier", 3},     {"cruel", 2},        {"pluie", 1},
      {"fruit", 1},    {"chaos", 2},     {"oasis", 3},       {"royaume", 2},      {"voyage", 2},
      {"essayer", 3},  {"question", 2},  {"guerre", 1},      {"langue", 1},       {"quatre", 1},
      {"aérien", 3},   {"poésie", 3},    {"pitié", 2},       {"jouer", 2},        {"ouest", 1},
      {"parlent", 1},  {"accusent", 2},  {"disaient", 2},    {"gouvernement", 4}, {"argent", 2},
      {"souvent", 2},  {"président", 3}, {"responsable", 3}, {"données", 2},      {"style", 1},
      {"œuvre", 1},    {"août", 1},      {"piratage", 3},    {"information", 4},  {"réaliste", 3},
      {"arrivent", 2}, {"bien", 1},      {"hier", 1}};
  for (const auto& [word, syllables] : kWords) EXPECT_EQ(count_french_syllables(word), syllables) << word;
}

TEST(Syllables, EveryWordHasOne) {
  for (const std::string_view word : {"", "l", "qu", "d", "mnt", "es", "ent", "e"})
    EXPECT_GE(count_french_syllables(word), 1U) << word;
}

}  // namespace
}  // namespace sahafa
