#include "index/query.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

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

TEST(Query, ComplaintsNameThePlaceAndARemedy) {
  EXPECT_THAT(complaint("fuite OR"), AllOf(HasSubstr("character 7"), HasSubstr("put it in quotes")));
  EXPECT_THAT(complaint("تسريب OR"), HasSubstr("character 7"));
  EXPECT_THAT(complaint("AND fuite"), HasSubstr("character 1"));
  EXPECT_THAT(complaint("(fuite"), HasSubstr("not closed"));
  EXPECT_THAT(complaint("fuite)"), AllOf(HasSubstr("character 6"), HasSubstr("closes nothing")));
  EXPECT_THAT(complaint("auteur:benali"), AllOf(HasSubstr("no field \"auteur\""), HasSubstr("outlet")));
  EXPECT_THAT(complaint("date:2025-13"), HasSubstr("date:2025-04-08"));
  EXPECT_THAT(complaint("date:2025-04-12..2025-04-08"), HasSubstr("earlier"));
  EXPECT_THAT(complaint("month:2025"), HasSubstr("month:2025-04"));
  EXPECT_THAT(complaint("lang:french"), HasSubstr("lang:fr"));
  EXPECT_THAT(complaint("outlet: fuite"), HasSubstr("has no value"));
  EXPECT_THAT(complaint("c*"), HasSubstr("two letters"));
  EXPECT_THAT(complaint("cy*ber"), HasSubstr("beginning or at the end"));
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
                           "* OR a1", "vice-président l'État", "C.N.S.S./ANAM -(a1 b1)", "٥٠٠ ألف الـCNSS"}) {
    const Query query = Query::parse(text);
    EXPECT_EQ(Query::parse(query.text()).root(), query.root()) << query.text();
  }
}

}  // namespace
}  // namespace sahafa
