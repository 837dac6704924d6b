// freq and keyness on a corpus on disk, through the token store.
#include "analysis/token_terms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analysis/test_corpus.h"

namespace sahafa {
namespace {

using test::numbers;
using test::TestCorpus;
using test::texts;

double value_of(const Table& table, const std::string& term, std::string_view column) {
  for (std::size_t row = 0; row < table.rows(); ++row) {
    if (texts(table, "term")[row] == term) return numbers(table, column)[row];
  }
  return 0.0;
}

class TokenTerms : public ::testing::Test {
 protected:
  TokenTerms() {
    corpus_.add("f1", "ledesk", "fr", "La caisse se tait. La Caisse savait, en 2025 !");
    corpus_.add("f2", "le360", "fr", "Les caisses ont été attaquées par des pirates.");
    corpus_.add("a1", "hespress", "ar", "صمتت الإدارة. الإدارة مسؤولة.");
    corpus_.add("a2", "lakome", "ar", "تعرض الموقع لهجوم قراصنة.");
    corpus_.update();
  }

  TestCorpus corpus_;
};

TEST_F(TokenTerms, FormsAreFoldedAndMarksAndNumbersLeftOut) {
  const Table table = corpus_.run("freq", {{"by", "lang"}});
  EXPECT_EQ(value_of(table, "caisse", "count"), 2.0);
  EXPECT_EQ(value_of(table, "الاداره", "count"), 2.0);
  EXPECT_EQ(value_of(table, "2025", "count"), 0.0);
  EXPECT_EQ(value_of(table, "!", "count"), 0.0);
  EXPECT_NEAR(value_of(table, "الاداره", "per_million"), 2e6 / 8.0, 1e-6);
}

TEST_F(TokenTerms, TheStoredMatrixHoldsWhatCountingTheWordsGives) {
  const auto selection = select_articles(corpus_.context(), Options(kSelectionOptions, {}));
  const Options options(kCountOptions, {});
  const TermSource source = TermSource::open(corpus_.context(), selection, options);
  const auto stored = source.stored_counts();
  ASSERT_TRUE(stored.has_value());
  TermCounter counter;
  std::vector<std::uint32_t> buffer;
  for (std::size_t i = 0; i < source.rows(); ++i) counter.add_row(source.row(i, buffer));
  const TermCounts counted = counter.finish({});
  ASSERT_EQ(stored->tokens, counted.tokens);
  for (std::size_t i = 0; i < counted.rows(); ++i) {
    ASSERT_EQ(stored->row(i).size(), counted.row(i).size());
    for (std::size_t cell = 0; cell < counted.row(i).size(); ++cell) {
      EXPECT_EQ(stored->row(i)[cell].term, counted.row(i)[cell].term);
      EXPECT_EQ(stored->row(i)[cell].count, counted.row(i)[cell].count);
    }
  }
  const Options stems(kCountOptions, {{"unit", "stem"}});
  EXPECT_FALSE(TermSource::open(corpus_.context(), selection, stems).stored_counts().has_value());
}

TEST_F(TokenTerms, NumbersAndMarksOnRequest) {
  EXPECT_EQ(value_of(corpus_.run("freq", {{"kind", "numbers"}, {"by", "lang"}}), "2025", "count"), 1.0);
  EXPECT_EQ(value_of(corpus_.run("freq", {{"kind", "all"}, {"by", "lang"}}), "!", "count"), 1.0);
}

TEST_F(TokenTerms, AStemIsShownAsItsCommonestForm) {
  const Table table = corpus_.run("freq", {{"unit", "stem"}, {"by", "lang"}});
  EXPECT_EQ(value_of(table, "caisse", "count"), 3.0);
  EXPECT_EQ(value_of(table, "caisses", "count"), 0.0);
}

TEST_F(TokenTerms, Sequences) {
  const Table table = corpus_.run("freq", {{"ngrams", "2"}, {"by", "lang"}});
  EXPECT_EQ(value_of(table, "la caisse", "count"), 2.0);
  EXPECT_EQ(value_of(table, "الاداره الاداره", "count"), 1.0);
}

TEST_F(TokenTerms, KeynessSetsAnOutletAgainstTheRestOfItsLanguage) {
  const Table table = corpus_.run("keyness", {{"target", "outlet:ledesk"}});
  EXPECT_EQ(value_of(table, "caisse", "target"), 2.0);
  EXPECT_EQ(value_of(table, "caisse", "reference"), 0.0);
  EXPECT_EQ(value_of(table, "pirates", "reference"), 1.0);
  EXPECT_EQ(value_of(table, "الاداره", "reference"), 0.0);
  const std::vector<double> g2 = numbers(table, "g2");
  EXPECT_TRUE(std::ranges::is_sorted(g2, std::greater<>()));
}

TEST_F(TokenTerms, KeynessInArabic) {
  const Table table = corpus_.run("keyness", {{"target", "outlet:hespress"}});
  EXPECT_EQ(value_of(table, "الاداره", "target"), 2.0);
  EXPECT_GT(value_of(table, "الاداره", "g2"), 0.0);
  EXPECT_EQ(value_of(table, "caisse", "reference"), 0.0);
}

TEST_F(TokenTerms, KeynessNeverMixesLanguages) {
  std::string message;
  EXPECT_EQ(test::error_of([&] { corpus_.run("keyness", {{"target", "outlet:ledesk,hespress"}}); }, &message),
            ErrorCode::usage);
  EXPECT_THAT(message, testing::HasSubstr("--lang"));
  EXPECT_GT(corpus_.run("keyness", {{"target", "outlet:ledesk,hespress"}, {"lang", "ar"}}).rows(), 0U);
}

TEST_F(TokenTerms, KeynessWithoutTargetOrReferenceSaysSo) {
  EXPECT_THROW(corpus_.run("keyness"), Error);
  EXPECT_THROW(corpus_.run("keyness", {{"target", "outlet:telquel"}}), Error);
  EXPECT_THROW(corpus_.run("keyness", {{"target", "*"}, {"lang", "fr"}}), Error);
}

TEST_F(TokenTerms, TopKeepsBothEnds) {
  const Table table = corpus_.run("keyness", {{"target", "outlet:ledesk"}, {"top", "1"}});
  ASSERT_EQ(table.rows(), 2U);
  EXPECT_GT(numbers(table, "g2")[0], 0.0);
  EXPECT_LT(numbers(table, "g2")[1], 0.0);
}

TEST_F(TokenTerms, ADuplicateCountsOnceUnlessAllIsAsked) {
  const ArticleId first = corpus_.add("d1", "telquel", "fr", "Dépêche commune sur le vol.");
  corpus_.join({first, corpus_.add("d2", "telquel", "fr", "Dépêche commune sur le vol .")});
  const ArticleId third = corpus_.add("d3", "lakome", "ar", "بلاغ مشترك حول السرقة.");
  corpus_.join({third, corpus_.add("d4", "lakome", "ar", "بلاغ مشترك حول السرقة .")});
  corpus_.update();
  const Table once = corpus_.run("freq");
  const Table all = corpus_.run("freq", {{"copies", "all"}});
  for (const char* term : {"depeche", "بلاغ"}) {
    EXPECT_EQ(value_of(once, term, "count"), 1.0);
    EXPECT_EQ(value_of(all, term, "count"), 2.0);
  }
}

TEST_F(TokenTerms, ArticlesThatAreNotTokenisedYetAreNoted) {
  corpus_.add("f3", "telquel", "fr");
  EXPECT_THAT(corpus_.run("freq").notes,
              testing::Contains(testing::HasSubstr("1 articles are not in the token store")));
}

TEST_F(TokenTerms, WrongOptionsAreRefused) {
  EXPECT_THROW(corpus_.run("freq", {{"unit", "lemma"}}), Error);
  EXPECT_THROW(corpus_.run("freq", {{"kind", "verbs"}}), Error);
  EXPECT_THROW(corpus_.run("freq", {{"ngrams", "0"}}), Error);
}

}  // namespace
}  // namespace sahafa
