#include "index/search_keys.h"
#include "index/clitic_variants.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/index/fixtures.h"
#include "text/analyze.h"

namespace sahafa {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

/// Keys of the one token of `word`.
WordKeys keys_of(std::string_view word) {
  Analyzer analyzer;
  const AnalyzedText text = analyzer.analyze(word);
  EXPECT_EQ(text.tokens.size(), 1U) << word;
  return SearchKeys().get(text.forms.front(), text.stems.front());
}

/// Whether a query for one word meets a text with the other by their keys alone.
bool share_key(std::string_view one, std::string_view other) {
  const auto left = keys_of(one).parts.front();
  const auto right = keys_of(other).parts.front();
  return std::ranges::any_of(left,
                             [&](const std::string& key) { return std::ranges::count(right, key) > 0; });
}

TEST(SearchKeys, FrenchMeetsWithAndWithoutAccents) {
  for (const auto& [written, bare] : {std::pair{"sécurité", "securite"},
                                      {"Élection", "ELECTION"},
                                      {"cœur", "coeur"},
                                      {"négligence", "negligence"},
                                      {"pirates", "piraté"}}) {
    EXPECT_TRUE(share_key(written, bare)) << written;
  }
}

TEST(SearchKeys, FrenchInflectionsMeet) {
  for (const auto& [one, other] : {std::pair{"fuites", "fuite"},
                                   {"journaux", "journal"},
                                   {"salariés", "salarié"},
                                   {"données", "donnée"},
                                   {"nationales", "national"},
                                   {"DONNEES", "donnée"}}) {
    EXPECT_TRUE(share_key(one, other)) << one;
  }
}

TEST(SearchKeys, ShortStemsDoNotMeet) {
  EXPECT_FALSE(share_key("don", "données"));
  EXPECT_FALSE(share_key("univers", "université"));
}

TEST(SearchKeys, ArabicArticleAndWhatStandsBeforeItComeOff) {
  for (const char* word :
       {"الصندوق", "والصندوق", "بالصندوق", "كالصندوق", "فالصندوق", "وبالصندوق", "صُندوق", "الصنـــدوق"}) {
    EXPECT_TRUE(share_key(word, "صندوق")) << word;
  }
}

TEST(SearchKeys, ArabicRootLettersStay) {
  EXPECT_FALSE(share_key("وزير", "زير"));
  EXPECT_FALSE(share_key("لجنة", "جنة"));
  EXPECT_FALSE(share_key("الوالي", "إلى"));
  EXPECT_TRUE(share_key("وزارة", "الوزارة"));
  EXPECT_TRUE(share_key("وثائق", "الوثائق"));
}

TEST(SearchKeys, ArabicEndingsMeet) {
  for (const auto& [one, other] : {std::pair{"تسريبات", "تسريب"},
                                   {"المؤمنين", "المؤمنون"},
                                   {"مستشفى", "مستشفي"},
                                   {"حكومة", "حكومه"},
                                   {"بياناتهم", "بيان"},
                                   {"اختراق", "إختراق"}}) {
    EXPECT_TRUE(share_key(one, other)) << one;
  }
}

TEST(SearchKeys, ANounThatOnlyItsTaMarbutaTellsFromAnotherKeepsIt) {
  for (const auto& [one, other] : {std::pair{"مكتبة", "مكتب"},
                                   {"الجامعة", "جامع"},
                                   {"المنطقة", "منطق"},
                                   {"القائمة", "قائم"},
                                   {"وعملة", "عمل"}})
    EXPECT_FALSE(share_key(one, other)) << one;
  for (const auto& [one, other] :
       {std::pair{"مكتبة", "المكتبات"}, {"جامعه", "والجامعة"}, {"شركة", "شركاتهم"}})
    EXPECT_TRUE(share_key(one, other)) << one;
}

TEST(SearchKeys, LettersBorrowedForForeignSoundsAndFullWidthAreTheUsualOnes) {
  EXPECT_TRUE(share_key("أگادير", "أكادير"));
  EXPECT_TRUE(share_key("ڤيروس", "فيروس"));
  EXPECT_TRUE(share_key("پاريس", "باريس"));
  EXPECT_TRUE(share_key("ＣＮＳＳ", "CNSS"));
}

TEST(SearchKeys, NumbersAndAcronymsAreOneWordHoweverWritten) {
  for (const char* number : {"500 000", "500.000", "500\u202f000", "٥٠٠٬٠٠٠"}) {
    EXPECT_THAT(keys_of(number).parts, ElementsAre(ElementsAre("500000"))) << number;
  }
  EXPECT_TRUE(share_key("12,5", "12.5"));
  EXPECT_FALSE(share_key("12,5", "125"));
  EXPECT_TRUE(share_key("C.N.S.S.", "CNSS"));
}

TEST(SearchKeys, CompoundsHavePartsAndAClosedForm) {
  const WordKeys keys = keys_of("vice-président");
  EXPECT_EQ(keys.parts.size(), 2U);
  EXPECT_EQ(keys.closed.substr(0, 6), "vicepr");
  EXPECT_THAT(keys.forms, ElementsAre("vice", "president", "vicepresident"));
}

TEST(SearchKeys, IrregularPluralsMeetTheirSingularAndDerivedNounsKeepToThemselves) {
  for (const auto& [one, other] : {std::pair{"travaux", "travail"},
                                   {"vitraux", "vitrail"},
                                   {"yeux", "œil"},
                                   {"nouvelles", "nouveau"},
                                   {"beaux", "belle"},
                                   {"parlements", "parlement"}})
    EXPECT_TRUE(share_key(one, other)) << one;
  for (const auto& [one, other] : {std::pair{"parlement", "parler"},
                                   {"département", "départ"},
                                   {"généralement", "général"},
                                   {"publicité", "public"}})
    EXPECT_FALSE(share_key(one, other)) << one;
}

TEST(SearchKeys, BeginningsOfWordsAreMetBehindLamAndArticle) {
  EXPECT_THAT(keys_of("وللأجراء").forms, Contains("اجراء"));
  EXPECT_THAT(keys_of("الأجراء").forms, Contains("اجراء"));
}

TEST(SearchKeys, MarksHaveNone) { EXPECT_THAT(SearchKeys().get("…", "…").parts, IsEmpty()); }

/// The variants of a key in an index that holds these forms.
std::vector<std::string> variants(std::string_view key, const std::set<std::string>& forms,
                                  bool with_article = false) {
  return clitic_variants(
      key, with_article,
      {.has_key =
           [&](std::string_view sought) {
             return std::ranges::any_of(forms, [&](const auto& form) { return arabic_key(form) == sought; });
           },
       .has_form = [&](std::string_view sought) { return forms.contains(std::string(sought)); },
       .has_form_like =
           [&](std::string_view prefix) {
             return std::ranges::any_of(forms, [&](const auto& form) { return form.starts_with(prefix); });
           }});
}

TEST(SearchKeys, TypesOfAnotherAnalyzerAreNotMixedUp) {
  SearchKeys keys;
  Analyzer one;
  Analyzer other;
  const AnalyzedText french = one.analyze("banque ministère");
  const AnalyzedText arabic = other.analyze("الصندوق وزارة");
  for (int round = 0; round < 2; ++round) {
    for (std::size_t i = 0; i < 2; ++i) {
      EXPECT_EQ(keys.get(french, i).parts, keys.get(french.forms[i], french.stems[i]).parts);
      EXPECT_EQ(keys.get(arabic, i).parts, keys.get(arabic.forms[i], arabic.stems[i]).parts);
    }
  }
}

TEST(CliticVariants, EndingsComeOffBehindCliticsAsTheyDoAlone) {
  for (const auto& [word, written] : {std::pair{"ولايات", "للولايات"},
                                      {"فتره", "للفتره"},
                                      {"بلدان", "للبلدان"},
                                      {"ضمان", "وللضمان"},
                                      {"لجنه", "ولجنه"},
                                      {"ورقه", "وورقه"}}) {
    EXPECT_THAT(variants(arabic_key(word), {word, written}), Contains(arabic_key(written))) << word;
  }
}

TEST(CliticVariants, WhoAsksForTheHostFindsItBehindALoneLetter) {
  EXPECT_THAT(variants("صندوق", {"وصندوق"}), Contains("وصندوق"));
  EXPECT_THAT(variants(arabic_key("حمايه"), {"بحمايه"}), Contains(arabic_key("بحمايه")));
  EXPECT_THAT(variants("يعلن", {"سيعلن", "وسيعلن"}), ElementsAre("سيعلن", "وسيعلن", "يعلن"));
}

TEST(CliticVariants, WordsKnownToBeginWithARootLetterKeepItInAnyIndex) {
  EXPECT_THAT(variants(arabic_key("طاقه"), {"بطاقه"}), Not(Contains(arabic_key("بطاقه"))));
  EXPECT_THAT(variants(arabic_key("طاقه"), {"وبطاقتهم"}), Not(Contains(arabic_key("وبطاقتهم"))));
  EXPECT_THAT(variants("سايل", {"وسايل"}), ElementsAre("سايل"));
}

TEST(CliticVariants, OfTheAskedWordALetterComesOffWhereTheHostIsKnown) {
  EXPECT_THAT(variants("وصندوق", {"وصندوق"}), ElementsAre("وصندوق"));
  EXPECT_THAT(variants("صندوق", {"وصندوق", "الصندوق"}), Contains("وصندوق"));
  EXPECT_THAT(variants("وصندوق", {"وصندوق", "الصندوق"}), Contains("صندوق"));
}

TEST(CliticVariants, AWordThatTakesTheArticleKeepsItsFirstLetter) {
  EXPECT_THAT(variants("زير", {"وزير", "الوزير", "زير"}), Not(Contains("وزير")));
  EXPECT_THAT(variants("وزير", {"وزير", "الوزير", "زير"}), ElementsAre("وزير"));
  EXPECT_THAT(variants("والي", {"الي"}, true), ElementsAre("والي"));
}

TEST(CliticVariants, TaMarbutaIsOpenBeforeAPronounAndADual) {
  for (const auto& [asked, written] : {std::pair{"شركه", "شركتهم"},
                                       {"شركتهم", "شركه"},
                                       {"شكايه", "الشكايتين"},
                                       {"وزاره", "للوزارتين"},
                                       {"جامعه", "وجامعتها"},
                                       {"جامعتها", "الجامعات"}}) {
    EXPECT_THAT(variants(arabic_key(asked), {asked, written}), Contains(arabic_key(written))) << asked;
  }
}

TEST(CliticVariants, TheTaOfAVerbComesOffButNotThatOfANoun) {
  EXPECT_THAT(variants("اعلن", {"اعلنت", "واعلنت"}), ElementsAre("اعلن", "اعلنت", "واعلنت"));
  EXPECT_THAT(variants("اعلنت", {"اعلن"}), Contains("اعلن"));
  EXPECT_THAT(variants("ملف", {"ملفت"}), ElementsAre("ملف"));
  EXPECT_THAT(variants("تصوي", {"تصويت", "التصويت"}), ElementsAre("تصوي"));
}

TEST(CliticVariants, LamWithArticle) {
  EXPECT_THAT(variants("صندوق", {"للصندوق", "وللصندوق"}), Contains("للصندوق"));
  EXPECT_THAT(variants("صندوق", {"للصندوق", "وللصندوق"}), Contains("وللصندوق"));
  EXPECT_THAT(variants("ضمان", {"للضمان"}), Contains("للضمان"));
  EXPECT_THAT(variants(arabic_key("لجنه"), {"للجنه", "اللجنه"}), Contains(arabic_key("للجنه")));
}

TEST(CliticVariants, TwoLetterHostsTakeTheArticleButAllahIsNoWordWithAnArticle) {
  EXPECT_THAT(variants("حق", {"الحق", "والحق"}), ElementsAre("الحق", "حق", "والحق"));
  EXPECT_THAT(variants("له", {"الله", "له"}), ElementsAre("له"));
}

}  // namespace
}  // namespace sahafa
