#include "ingest/bylines.h"

#include <gmock/gmock.h>

namespace sahafa {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Bylines, NamesComeWithoutTheWordsAround) {
  EXPECT_THAT(names_of_byline("Par Leïla Amrani"), ElementsAre("Leïla Amrani"));
  EXPECT_THAT(names_of_byline("Propos recueillis par Leïla Amrani et Paul Roux"),
              ElementsAre("Leïla Amrani", "Paul Roux"));
  EXPECT_THAT(names_of_byline("Par : Leïla Amrani, journaliste"), ElementsAre("Leïla Amrani"));
  EXPECT_THAT(names_of_byline("Leïla Amrani - Rabat"), ElementsAre("Leïla Amrani"));
  EXPECT_THAT(names_of_byline("Par Leïla Amrani le 8 avril 2025 à 9h"), ElementsAre("Leïla Amrani"));
  EXPECT_THAT(names_of_byline("By Ann Lee and Bo Ray"), ElementsAre("Ann Lee", "Bo Ray"));
  EXPECT_THAT(names_of_byline("بقلم: سعاد العلوي"), ElementsAre("سعاد العلوي"));
  EXPECT_THAT(names_of_byline("كتب ياسين بناني، سعاد العلوي"), ElementsAre("ياسين بناني", "سعاد العلوي"));
  EXPECT_THAT(names_of_byline("ياسين بناني - الرباط"), ElementsAre("ياسين بناني"));
}

TEST(Bylines, WhatIsNoNameIsLeftOut) {
  EXPECT_THAT(names_of_byline(""), IsEmpty());
  EXPECT_THAT(names_of_byline("https://exemple.ma/auteur"), IsEmpty());
  EXPECT_THAT(names_of_byline("redaction@exemple.ma"), IsEmpty());
  EXPECT_THAT(names_of_byline("8 avril 2025"), IsEmpty());
  EXPECT_THAT(names_of_byline("Paroles de dockers"),
              ElementsAre("Paroles de dockers"));  // "Par" is a whole word
}

TEST(Bylines, LineSaysItselfThatItIsOne) {
  EXPECT_TRUE(is_byline("Par Leïla Amrani et Paul Roux"));
  EXPECT_TRUE(is_byline("بقلم: سعاد العلوي"));
  EXPECT_FALSE(is_byline("Leïla Amrani"));
  EXPECT_FALSE(is_byline("Par ailleurs"));
  EXPECT_FALSE(is_byline("Par Leïla Amrani, le port a rouvert hier matin après deux mois de travaux."));
  EXPECT_FALSE(is_byline("كتب التاريخ صفحة جديدة في سجل هذا الميناء العتيق"));
}

}  // namespace
}  // namespace sahafa
