#include "text/tokenize.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "tests/text/random_text.h"

namespace sahafa {
namespace {

using testing::ElementsAre;

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> result;
  for (const Token& token : tokenize(text)) result.emplace_back(slice(text, token.span()));
  return result;
}

TokenKind kind_of(std::string_view text) { return tokenize(text).at(0).kind; }

TEST(TokenizeFrench, ElisionsAreTokensOfTheirOwn) {
  EXPECT_THAT(words("l’enquête d'Anas jusqu’à Qu'il C’était"),
              ElementsAre("l’", "enquête", "d'", "Anas", "jusqu’", "à", "Qu'", "il", "C’", "était"));
  EXPECT_THAT(words("l’« affaire » n'1"), ElementsAre("l’", "«", "affaire", "»", "n'", "1"));
}

TEST(TokenizeFrench, WordsWithAnApostropheOfTheirOwnStayWhole) {
  for (const std::string word :
       {"aujourd’hui", "Presqu'île", "presqu’îles", "quelqu'un", "QUELQU’UNE", "prud'hommes", "C’EST-À-DIRE",
        "c'est-a-dire", "jusqu'au-boutistes", "l’on", "M'Hamed", "M'hidi", "N’Diaye", "M'Bappé",
        "chef-d'œuvre", "Sainte-Anne-d'Auray"}) {
    EXPECT_THAT(words(word), ElementsAre(word));
  }
  EXPECT_THAT(words("N'hésitez m'habituer l'onde"),
              ElementsAre("N'", "hésitez", "m'", "habituer", "l'", "onde"));
}

TEST(TokenizeFrench, EncliticsAreCutAtTheHyphen) {
  EXPECT_THAT(words("a-t-il est-ce Peut-on dis-le-moi"),
              ElementsAre("a", "-t-il", "est", "-ce", "Peut", "-on", "dis", "-le", "-moi"));
  EXPECT_THAT(words("Allez-vous-en va-t'en ce jour-là PEUT-ON"),
              ElementsAre("Allez", "-vous", "-en", "va", "-t'en", "ce", "jour", "-là", "PEUT", "-ON"));
}

TEST(TokenizeFrench, CompoundsStayWhole) {
  for (const std::string word : {"celui-ci", "Ceux-là", "rendez-vous", "garde-à-vous", "peut-être", "Kim-il",
                                 "moi-même", "Aix-en-Provence", "Port-la-Nouvelle", "11-Septembre",
                                 "Covid-19", "chez-soi", "sous-préfet", "Souk-El-Had"}) {
    EXPECT_THAT(words(word), ElementsAre(word));
  }
}

TEST(TokenizeFrench, AbbreviationsAndInitialsKeepTheirFullStop) {
  EXPECT_THAT(words("M. Tazi, p. 5, cf. J. K. Alami etc. Non."),
              ElementsAre("M.", "Tazi", ",", "p.", "5", ",", "cf.", "J.", "K.", "Alami", "etc.", "Non", "."));
  EXPECT_THAT(words("la vitamine C. Le médecin"), ElementsAre("la", "vitamine", "C", ".", "Le", "médecin"));
}

TEST(TokenizeFrench, AcronymsWithFullStopsAreOneToken) {
  EXPECT_THAT(words("la C.N.S.S. de J.-C. à l’O.N.U"),
              ElementsAre("la", "C.N.S.S.", "de", "J.-C.", "à", "l’", "O.N.U"));
}

TEST(TokenizeFrench, OptionalEndingsBelongToTheWord) {
  EXPECT_THAT(words("citoyen(ne)s salarié(e)s ASSURÉ(E)S loi (art) banque(CIH)"),
              ElementsAre("citoyen(ne)s", "salarié(e)s", "ASSURÉ(E)S", "loi", "(", "art", ")", "banque", "(",
                          "CIH", ")"));
}

TEST(TokenizeArabic, TheOrthographicWordIsTheToken) {
  EXPECT_THAT(words("وبالصندوق الوطني للضمان الاجتماعيّ"),
              ElementsAre("وبالصندوق", "الوطني", "للضمان", "الاجتماعيّ"));
  EXPECT_THAT(words("مـــغرب كِتَابٌ ﻻ \u064Cمن"), ElementsAre("مـــغرب", "كِتَابٌ", "ﻻ", "\u064Cمن"));
}

TEST(TokenizeArabic, ItsMarksCut) {
  EXPECT_THAT(words("نعم، لا؛ كيف؟ (٥٠٪)"),
              ElementsAre("نعم", "،", "لا", "؛", "كيف", "؟", "(", "٥٠", "٪", ")"));
  EXPECT_THAT(words("«نص» \"نص\" طنجة-تطوان نص ـ نص"),
              ElementsAre("«", "نص", "»", "\"", "نص", "\"", "طنجة", "-", "تطوان", "نص", "ـ", "نص"));
}

TEST(TokenizeArabic, AbbreviationsAndAcronyms) {
  EXPECT_THAT(words("د. محمد ص. 5 ق.م."), ElementsAre("د.", "محمد", "ص.", "5", "ق.م."));
}

TEST(TokenizeMixed, LatinAndFiguresGluedToArabicAreCut) {
  EXPECT_THAT(words("الـCNSS والـDGSSI"), ElementsAre("الـ", "CNSS", "والـ", "DGSSI"));
  EXPECT_THAT(words("و5000 ب71 الـ84 و1,4"), ElementsAre("و", "5000", "ب", "71", "الـ", "84", "و", "1,4"));
}

TEST(TokenizeMixed, NumbersWithGroupingDecimalsAndRanges) {
  for (const std::string number : {"1 234,5", "500.000", "٥٠٠٬٠٠٠", "١٢٫٥", "12\u202F000\u00A0000", "10'000",
                                   "1990-1991", "4–0", "08/04/2025", "01.01.2012", "-5", "+14"}) {
    EXPECT_THAT(words(number), ElementsAre(number));
    EXPECT_EQ(kind_of(number), TokenKind::number);
  }
  EXPECT_THAT(words("en 2019 500 personnes"), ElementsAre("en", "2019", "500", "personnes"));
  EXPECT_THAT(words("05 37 201"), ElementsAre("05", "37 201"));
  EXPECT_THAT(words("50% 20 % 5€ 3/4"), ElementsAre("50", "%", "20", "%", "5", "€", "3", "/", "4"));
}

TEST(TokenizeMixed, UnitsAreCutFromFiguresOrdinalsAreNot) {
  EXPECT_THAT(words("14h30 160km 5 m²"), ElementsAre("14", "h", "30", "160", "km", "5", "m²"));
  EXPECT_THAT(words("1er 20e 5G 2M"), ElementsAre("1er", "20e", "5G", "2M"));
  EXPECT_EQ(kind_of("1er"), TokenKind::word);
}

TEST(TokenizeMixed, AddressesAndHandlesAreOneToken) {
  EXPECT_THAT(words("(https://exemple.ma/a_(b)?c=1, ici)"),
              ElementsAre("(", "https://exemple.ma/a_(b)?c=1", ",", "ici", ")"));
  EXPECT_THAT(words("nom.Prenom@exemple.gov.ma. @la_caisse #الضمان_الاجتماعي"),
              ElementsAre("nom.Prenom@exemple.gov.ma", ".", "@la_caisse", "#الضمان_الاجتماعي"));
  EXPECT_THAT(words("exemple.com/fr exemple.ma."), ElementsAre("exemple.com/fr", "exemple.ma", "."));
}

TEST(TokenizeMixed, MarksStandAlone) {
  EXPECT_THAT(words("Non ?! ... -- … n° 5"), ElementsAre("Non", "?", "!", "...", "--", "…", "n°", "5"));
  EXPECT_THAT(words("👩\u200D💻👍🏽🇲🇦ok"), ElementsAre("👩\u200D💻", "👍🏽", "🇲🇦", "ok"));
  EXPECT_EQ(kind_of("…"), TokenKind::mark);
}

TEST(TokenizeMixed, BlankAndInvisibleTextHasNoTokens) {
  EXPECT_TRUE(tokenize("").empty());
  EXPECT_TRUE(tokenize(" \t\n\u00A0\u202F\u200F\uFEFF").empty());
}

// What the header promises for any text.
TEST(TokenizeProperty, TokensAreOrderedAndCoverAllThatIsVisible) {
  test::RandomText random(1);
  for (int round = 0; round < 3000; ++round) {
    const std::string text = random.next();
    std::uint32_t at = 0;
    for (const Token& token : tokenize(text)) {
      ASSERT_LE(at, token.begin) << text;
      ASSERT_LT(token.begin, token.end) << text;
      ASSERT_TRUE(test::is_blank(text.substr(at, token.begin - at))) << text;
      at = token.end;
    }
    ASSERT_TRUE(test::is_blank(text.substr(at))) << text;
  }
}

TEST(TokenizeProperty, AppendingKeepsWhatIsThere) {
  std::vector<Token> tokens = {{7, 9, TokenKind::word}};
  tokenize("nom@exemple.ma", tokens);
  EXPECT_THAT(tokens, ElementsAre(Token{7, 9, TokenKind::word}, Token{0, 14, TokenKind::word}));
}

}  // namespace
}  // namespace sahafa
