#include "index/query.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <tuple>

#include "tests/index/fixtures.h"
#include "text/error.h"

namespace sahafa {
namespace {

using testing::AllOf;
using testing::HasSubstr;

std::string parsed(std::string_view text) { return Query::parse(text).text(); }

std::string complaint(std::string_view text) {
  std::string message;
  EXPECT_EQ(test::error_of([&] { Query::parse(text); }, &message), ErrorCode::usage) << text;
  return message;
}

TEST(Query, WordsAreJoinedByAnd) {
  EXPECT_EQ(parsed("fuite données"), "fuite AND données");
  EXPECT_EQ(parsed("تسريب بيانات"), "تسريب AND بيانات");
  EXPECT_EQ(parsed("qui est responsable ?"), "qui AND est AND responsable");
}

TEST(Query, TextOfAQueryIsReadAsTheQueryWas) {
  for (const char* query :
       {"Nl,500lريب", "\"la fuite, etc.\"", "«تسريب البيانات، إلخ.»", "AND? ETC.N.S", "الـCNSS 500 000"}) {
    const Query once = Query::parse(query);
    EXPECT_EQ(Query::parse(once.text()).root(), once.root()) << query << " became " << once.text();
  }
}

TEST(Query, OperatorsInThreeLanguages) {
  for (const char* query : {"CNSS OR fuite", "CNSS OU fuite", "CNSS /أو/ fuite"})
    EXPECT_EQ(parsed(query), "CNSS OR fuite");
  for (const char* query :
       {"CNSS NOT fuite", "CNSS SAUF fuite", "CNSS -fuite", "CNSS /ليس/ fuite", "CNSS AND NOT fuite"}) {
    EXPECT_EQ(parsed(query), "CNSS NOT fuite");
  }
  for (const char* query : {"CNSS AND fuite", "CNSS ET fuite", "CNSS /و/ fuite"})
    EXPECT_EQ(parsed(query), "CNSS AND fuite");
}

TEST(Query, LowerCaseOperatorsAreWords) {
  EXPECT_EQ(parsed("fuite ou piratage"), "fuite AND ou AND piratage");
  EXPECT_EQ(parsed("تسريب أو اختراق"), "تسريب AND أو AND اختراق");
}

TEST(Query, NotBindsClosestThenAndThenOr) {
  EXPECT_EQ(parsed("a1 OR b1 c1"), "a1 OR (b1 AND c1)");
  EXPECT_EQ(parsed("(a1 OR b1) c1"), "(a1 OR b1) AND c1");
  EXPECT_EQ(parsed("-a1 b1"), "NOT a1 AND b1");
  EXPECT_EQ(parsed("NOT (a1 b1)"), "NOT (a1 AND b1)");
  EXPECT_EQ(parsed("NOT NOT a1"), "a1");
}

TEST(Query, AnyQuotesMakeAPhrase) {
  for (const char* query : {"\"fuite de données\"", "« fuite de données »", "“fuite de données”",
                            "„fuite de données“", "\"fuite de données"}) {
    EXPECT_EQ(parsed(query), "\"fuite de données\"") << query;
  }
  EXPECT_EQ(parsed("«الضمان الاجتماعي» CNSS"), "\"الضمان الاجتماعي\" AND CNSS");
  EXPECT_EQ(parsed("\"OR\" CNSS"), "\"OR\" AND CNSS");
}

TEST(Query, ElidedArticlesAreNotSought) {
  EXPECT_EQ(parsed("l’affaire d'Akhannouch"), "affaire AND Akhannouch");
  EXPECT_EQ(parsed("\"l’affaire CNSS\""), "\"l’affaire CNSS\"");
}

TEST(Query, GroupedNumbersAreOneWord) { EXPECT_EQ(parsed("500 000 entreprises"), "500 000 AND entreprises"); }

TEST(Query, Fields) {
  EXPECT_EQ(parsed("outlet:hespress fuite"), "outlet:hespress AND fuite");
  EXPECT_EQ(parsed("outlet:hespress,\"Le Desk\""), "outlet:hespress OR outlet:\"Le Desk\"");
  EXPECT_EQ(parsed("titre:fuite langue:AR mois:2025-04"), "title:fuite AND lang:ar AND month:2025-04");
  EXPECT_EQ(parsed("title:«fuite massive»"), "title:\"fuite massive\"");
  EXPECT_EQ(parsed("date:٢٠٢٥-٠٤-٠٨..2025"), "date:2025-04-08..2025");
  EXPECT_EQ(parsed("date:..2025 -cluster:12 id:3"), "date:..2025 NOT cluster:12 AND id:3");
  EXPECT_EQ(parsed("https://ledesk.ma/a 18:30"), "https://ledesk.ma/a AND 18 AND 30");
}

TEST(Query, PatternsAndEverything) {
  EXPECT_EQ(parsed("cyber* *sécurité معط*"), "cyber* AND *sécurité AND معط*");
  EXPECT_EQ(parsed("*"), "*");
  EXPECT_EQ(parsed("* -lang:fr"), "* NOT lang:fr");
}

TEST(Query, ProximityInThreeLanguages) {
  for (const char* query :
       {"CNSS NEAR/5 fuite", "CNSS PRÈS/5 fuite", "CNSS /قرب/5 fuite", "CNSS /قرب/٥ fuite"})
    EXPECT_EQ(parsed(query), "CNSS NEAR/5 fuite");
  for (const char* query : {"CNSS ADJ fuite", "CNSS SUIVI/1 fuite", "CNSS /يلي/ fuite"})
    EXPECT_EQ(parsed(query), "CNSS ADJ/1 fuite");
  for (const char* query : {"CNSS SENTENCE fuite", "CNSS PHRASE fuite", "CNSS /جملة/ fuite"})
    EXPECT_EQ(parsed(query), "CNSS SENTENCE fuite");
  EXPECT_EQ(parsed("CNSS NEAR fuite"), "CNSS NEAR/10 fuite");
  EXPECT_EQ(parsed("near la phrase"), "near AND la AND phrase");
}

TEST(Query, ProximityBindsClosest) {
  EXPECT_EQ(parsed("a1 NEAR/5 b1 c1"), "(a1 NEAR/5 b1) AND c1");
  EXPECT_EQ(parsed("-a1 NEAR/5 b1"), "NOT (a1 NEAR/5 b1)");
  EXPECT_EQ(parsed("a1 NEAR/5 b1 NEAR/5 c1"), "a1 NEAR/5 b1 NEAR/5 c1");
  EXPECT_EQ(parsed("a1 NEAR/5 b1 ADJ/2 c1"), "(a1 NEAR/5 b1) ADJ/2 c1");
  EXPECT_EQ(parsed("a1 NEAR/5 (b1 OU c1)"), "a1 NEAR/5 (b1 OR c1)");
  EXPECT_EQ(parsed("C.N.S.S./ANAM NEAR/5 a1"), "\"C.N.S.S. ANAM\" NEAR/5 a1");
}

TEST(Query, PhrasesMayHoldPatternsAndAlternatives) {
  EXPECT_EQ(parsed("\"fuite de donn*\""), "\"fuite de\" ADJ/1 donn*");
  EXPECT_EQ(parsed("\"fuite (massive|très grave) de donn*\""),
            "\"fuite\" ADJ/1 (\"massive\" OR \"très grave\") ADJ/1 \"de\" ADJ/1 donn*");
  EXPECT_EQ(parsed("«تسريب (بيانات /أو/ معطيات)»"), "\"تسريب\" ADJ/1 (\"بيانات\" OR \"معطيات\")");
  EXPECT_EQ(parsed("\"la CNSS (Caisse nationale)\""), "\"la CNSS (Caisse nationale\"");
}

TEST(Query, FieldsHaveNamesInFrenchAndArabic) {
  const std::string asked =
      "title:fuite AND outlet:hespress AND country:ma AND lang:ar AND date:2025 AND month:2025-04 AND "
      "genre:editorial AND "
      "concept:cnss AND actor:cnss AND frame:minimisation AND target:cnss AND holder:unions AND voice:author "
      "AND "
      "polarity:blames AND modality:denied";
  EXPECT_EQ(parsed(asked), asked);
  EXPECT_EQ(
      parsed(
          "titre:fuite média:hespress pays:ma langue:ar date:2025 mois:2025-04 genre:editorial concept:cnss "
          "acteur:cnss cadre:minimisation cible:cnss locuteur:unions voix:author polarité:blames "
          "modalité:denied"),
      asked);
  EXPECT_EQ(
      parsed(
          "عنوان:fuite منبر:hespress بلد:ma لغة:ar تاريخ:2025 شهر:2025-04 صنف:editorial مفهوم:cnss فاعل:cnss "
          "إطار:minimisation مستهدف:cnss قائل:unions صوت:author قطبية:blames جهة:denied"),
      asked);
  EXPECT_EQ(parsed("outlet:hespress،le360"), "outlet:hespress OR outlet:le360");
  EXPECT_EQ(parsed("قال:تسريب"), parsed("قال تسريب"));  // no field: a colon in a text
}

TEST(Query, ExactWordsAndPhrases) {
  EXPECT_EQ(parsed("=données"), "=\"données\"");
  EXPECT_EQ(parsed("=\"les données\" fuite"), "=\"les données\" AND fuite");
  EXPECT_EQ(parsed("-=الصندوق"), "NOT =\"الصندوق\"");
}

TEST(Query, DuplicatesAreASettingOfTheWholeQuery) {
  EXPECT_EQ(Query::parse("fuite duplicates:all").all_copies(), true);
  EXPECT_EQ(Query::parse("fuite duplicates:collapse").all_copies(), false);
  EXPECT_EQ(Query::parse("fuite").all_copies(), std::nullopt);
  EXPECT_EQ(parsed("(a1 OR b1) duplicates:all"), "(a1 OR b1) AND duplicates:all");
  EXPECT_EQ(parsed("duplicates:all"), "duplicates:all");
  EXPECT_EQ(parsed("a1 OR (b1 OR c1) duplicates:all"), "(a1 OR b1 OR c1) AND duplicates:all");
  EXPECT_THAT(complaint("a1 OR duplicates:all"), HasSubstr("whole query"));
  EXPECT_THAT(complaint("a1 -duplicates:all"), HasSubstr("whole query"));
}

TEST(Query, FieldsOfClaimsAndConcepts) {
  EXPECT_EQ(parsed("cadre:negligence cible:cnss voix:author"),
            "frame:negligence AND target:cnss AND voice:author");
  EXPECT_EQ(parsed("concept:CNSS"), "concept:cnss");
  EXPECT_THAT(complaint("fuite target:nobody"), AllOf(HasSubstr("character 14"), HasSubstr("codebook show")));
  EXPECT_THAT(complaint("voice:passive"), HasSubstr("voice:author"));
  EXPECT_THAT(complaint("modality:perhaps"), HasSubstr("modality:denied"));
  EXPECT_THAT(complaint("فاعل:nobody"), AllOf(HasSubstr("character 6"), HasSubstr("codebook show")));
}

TEST(Query, ComplaintsAboutProximityNameThePlace) {
  EXPECT_THAT(complaint("fuite NEAR/0 vol"), AllOf(HasSubstr("character 7"), HasSubstr("NEAR/5")));
  EXPECT_THAT(complaint("تسريب /قرب/ألف سرقة"), AllOf(HasSubstr("character 7"), HasSubstr("/قرب/5")));
  EXPECT_THAT(complaint("fuite NEAR/500 vol"), HasSubstr("from 1 to 99"));
  EXPECT_THAT(complaint("fuite NEAR/5"), HasSubstr("character 7"));
  EXPECT_THAT(complaint("NEAR/5 fuite"), HasSubstr("character 1"));
  EXPECT_THAT(complaint("fuite NEAR/5 (a1 b1)"), AllOf(HasSubstr("character 14"), HasSubstr("AND")));
  EXPECT_THAT(complaint("fuite NEAR/5 outlet:le360"), HasSubstr("join words"));
  EXPECT_THAT(complaint("\"fuite * données\""), HasSubstr("ADJ/2"));
  EXPECT_THAT(complaint("=*"), HasSubstr("=données"));
}

TEST(Query, ComplaintsNameThePlaceAndARemedy) {
  EXPECT_THAT(complaint("fuite OR"), AllOf(HasSubstr("character 7"), HasSubstr("put it in quotes")));
  EXPECT_THAT(complaint("تسريب OR"), HasSubstr("character 7"));
  EXPECT_THAT(complaint("AND fuite"), HasSubstr("character 1"));
  EXPECT_THAT(complaint("(fuite OR"), HasSubstr("character 8"));
  EXPECT_THAT(complaint("auteur:benali"), AllOf(HasSubstr("no field \"auteur\""), HasSubstr("outlet")));
  EXPECT_THAT(complaint("date:2025-13"), HasSubstr("date:2025-04-08"));
  EXPECT_THAT(complaint("date:2025-04-12..2025-04-08"), HasSubstr("earlier"));
  EXPECT_THAT(complaint("month:2025"), HasSubstr("month:2025-04"));
  EXPECT_THAT(complaint("lang:french"), HasSubstr("lang:fr"));
  EXPECT_THAT(complaint("outlet: fuite"), HasSubstr("has no value"));
  EXPECT_THAT(complaint("c*"), HasSubstr("two letters"));
  EXPECT_THAT(complaint("c*r"), HasSubstr("two letters"));
  EXPECT_THAT(complaint("fuite =donn*"), AllOf(HasSubstr("character 7"), HasSubstr("before one word")));
  EXPECT_THAT(complaint(""), HasSubstr("no word"));
  EXPECT_THAT(complaint("« » ?!"), HasSubstr("no word"));
  EXPECT_THAT(complaint(std::string(200, '(') + "a1"), HasSubstr("levels"));
  EXPECT_THAT(complaint(std::string(20'000, 'a')), HasSubstr("shorter"));
}

TEST(Query, JoinsWithAnother) {
  EXPECT_EQ((Query::parse("a1 OR b1") & Query::parse("lang:fr date:2025")).text(),
            "(a1 OR b1) AND lang:fr AND date:2025");
  EXPECT_EQ((Query() & Query::parse("a1 OR b1")).text(), "a1 OR b1");
  EXPECT_EQ((Query() & Query()).text(), "*");
}

TEST(Query, TextParsesToTheSameTree) {
  for (const char* text : {"a1 b1 OR c1 -d1", "NOT (a1 OR -b1) «c1 d1»", "outlet:x,y (title:z OR cyber*)",
                           "* OR a1", "vice-président l'État", "C.N.S.S./ANAM -(a1 b1)", "٥٠٠ ألف الـCNSS",
                           "a1 NEAR/3 (b1 OR \"c1 d1\") ADJ/2 e1*", "\"a1 (b1|c1 d1) e1*\" SENTENCE x1",
                           "=\"a1 b1\" -=c1 duplicates:all", "NEAR? title:a1*"}) {
    const Query query = Query::parse(text);
    EXPECT_EQ(Query::parse(query.text()).root(), query.root()) << query.text();
  }
}

TEST(Query, AParenthesisWithoutItsOtherHalfIsPutRightAndToldOf) {
  for (const auto& [text, understood, remark] :
       {std::tuple{"(fuite OU vol", "fuite OR vol", "at character 1: a parenthesis that is not closed"},
        {"fuite) vol", "fuite AND vol", "at character 6: a parenthesis that closes nothing"},
        {"تسريب ((بيانات)", "تسريب AND بيانات", "at character 7: a parenthesis that is not closed"}}) {
    const Query query = Query::parse(text);
    EXPECT_EQ(query.text(), understood);
    EXPECT_THAT(query.remarks(), testing::ElementsAre(HasSubstr(remark))) << text;
  }
  EXPECT_THAT(Query::parse("(fuite OU vol) CNSS").remarks(), testing::IsEmpty());
}

}  // namespace
}  // namespace sahafa
