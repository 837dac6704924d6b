// Rows opened into their sentences: the weights of the places add up to what was counted.
#include "analysis/evidence.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

#include "tests/analysis/test_corpus.h"
#include "text/fold.h"

namespace sahafa {
namespace {

using test::integers;
using test::numbers;
using test::TestCorpus;
using test::texts;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;

class Evidence : public ::testing::Test {
 protected:
  Evidence() {
    const ArticleId first =
        corpus_.add("f1", "ledesk", "fr", "La caisse se tait. La Caisse savait, en 2025 !\nLa caisse nie.");
    const ArticleId second =
        corpus_.add("f2", "le360", "fr", "La caisse se tait. La Caisse savait, en 2025 !");
    corpus_.add("f3", "ledesk", "fr", "Les pirates ont vidé la caisse publique ; l’État se tait.");
    corpus_.add("a1", "hespress", "ar", "صمتت الإدارة. الإدارة مسؤولة عن الصندوق.");
    corpus_.add("a2", "lakome", "ar", "صمت الصندوق والإدارة معا.");
    corpus_.join({first, second}, Relation::near);
    corpus_.claim(first, "cnss", "negligence");
    corpus_.claim(first, "cnss", "silence");
    corpus_.update();
  }

  struct Opened {
    Table table;
    Table evidence;
  };

  Opened open(std::string_view verb, TestCorpus::Values values) const {
    values.try_emplace("evidence-lines", "0");
    const Analysis& analysis = *find_analysis(verb);
    const Options options = TestCorpus::options(verb, std::move(values));
    Table table = analysis.run(corpus_.context(), options);
    Table evidence = analysis.evidence(corpus_.context(), options, table);
    return {std::move(table), std::move(evidence)};
  }

  /// Sums of the weights by row; rows without a place are 0.
  static std::vector<double> weights(const Opened& opened) {
    std::vector<double> sums(opened.table.rows(), 0.0);
    for (std::size_t i = 0; i < opened.evidence.rows(); ++i)
      sums[static_cast<std::size_t>(integers(opened.evidence, "row")[i] - 1)] +=
          numbers(opened.evidence, "weight")[i];
    return sums;
  }

  void expect_adds_up(std::string_view verb, const TestCorpus::Values& values,
                      std::string_view column) const {
    const Opened opened = open(verb, values);
    ASSERT_GT(opened.table.rows(), 0U);
    const std::vector<double> counted = numbers(opened.table, column);
    const std::vector<double> summed = weights(opened);
    for (std::size_t row = 0; row < counted.size(); ++row)
      EXPECT_NEAR(summed[row], counted[row], 1e-9) << verb << ", row " << row;
  }

  /// The bytes that a line points at, folded.
  std::string place(const Table& evidence, std::size_t line) const {
    const auto article = corpus_copy().catalogue().find_article({integers(evidence, "id")[line]});
    const auto begin = static_cast<std::size_t>(integers(evidence, "begin")[line]);
    return fold(
        article->text.substr(begin, static_cast<std::size_t>(integers(evidence, "end")[line]) - begin));
  }

  const Corpus& corpus_copy() const { return corpus_.context().corpus; }

  TestCorpus corpus_;
};

TEST_F(Evidence, WeightsAddUpToTheFrequenciesHoweverCopiesCount) {
  for (const char* copies : {"once", "fraction", "all"})
    expect_adds_up("freq", {{"by", "outlet"}, {"copies", copies}}, "count");
  expect_adds_up("freq", {{"by", "lang"}, {"kind", "all"}}, "count");
  expect_adds_up("freq", {{"by", "lang"}, {"unit", "stem"}}, "count");
  expect_adds_up("freq", {{"by", "lang"}, {"ngrams", "2"}}, "count");
  expect_adds_up("freq", {{"by", "lang"}, {"tokenisation", "T1"}}, "count");
  expect_adds_up("freq", {{"by", "lang"}, {"concepts", "actors"}}, "count");
  expect_adds_up("dispersion", {{"by", "lang"}, {"min", "1"}}, "count");
  expect_adds_up("dfm", {{"copies", "fraction"}}, "count");
}

TEST_F(Evidence, ALinePointsAtTheTermInItsSentence) {
  const Opened opened = open("freq", {{"by", "lang"}});
  const std::vector<std::string> terms = texts(opened.evidence, "term");
  for (std::size_t line = 0; line < opened.evidence.rows(); ++line)
    EXPECT_EQ(place(opened.evidence, line), terms[line]);
  EXPECT_THAT(texts(opened.evidence, "sentence"), Contains("La Caisse savait, en 2025 !"));
  EXPECT_THAT(texts(opened.evidence, "sentence"), Contains("الإدارة مسؤولة عن الصندوق."));
}

TEST_F(Evidence, CompanyAndNetworkOpenToBothWords) {
  expect_adds_up("colloc", {{"node", "caisse"}, {"lang", "fr"}, {"window", "3"}, {"min", "1"}}, "observed");
  expect_adds_up("colloc", {{"node", "الصندوق"}, {"lang", "ar"}, {"min", "1"}}, "observed");
  expect_adds_up("colloc", {{"node", "*"}, {"span", "next"}, {"lang", "fr"}, {"min", "1"}}, "observed");
  expect_adds_up("colloc", {{"node", "la"}, {"span", "next"}, {"lang", "fr"}, {"min", "1"}}, "observed");
  expect_adds_up("network", {{"lang", "fr"}, {"min", "1"}, {"window", "4"}}, "count");
  const Opened opened = open("colloc", {{"node", "la"}, {"span", "next"}, {"lang", "fr"}, {"min", "2"}});
  EXPECT_EQ(place(opened.evidence, 0), "la caisse");
}

TEST_F(Evidence, KeynessOpensBothSides) {
  const Opened opened = open("keyness", {{"target", "outlet:ledesk"}, {"copies", "all"}});
  std::map<std::string, double> target;
  std::map<std::string, double> reference;
  for (std::size_t line = 0; line < opened.evidence.rows(); ++line) {
    auto& side = texts(opened.evidence, "group")[line] == "target" ? target : reference;
    side[texts(opened.evidence, "term")[line]] += numbers(opened.evidence, "weight")[line];
  }
  const std::vector<std::string> terms = texts(opened.table, "term");
  for (std::size_t row = 0; row < terms.size(); ++row) {
    EXPECT_EQ(target[terms[row]], numbers(opened.table, "target")[row]) << terms[row];
    EXPECT_EQ(reference[terms[row]], numbers(opened.table, "reference")[row]) << terms[row];
  }
}

TEST_F(Evidence, HitsOfAQueryByGroupAndPeriod) {
  for (const char* verb : {"count", "trend"}) {
    const Opened opened = open(verb, {{"query", "caisse OR الصندوق"}, {"by", "lang"}, {"copies", "all"}});
    const std::vector<std::int64_t> hits = integers(opened.table, "hits");
    const std::vector<double> summed = weights(opened);
    for (std::size_t row = 0; row < hits.size(); ++row)
      EXPECT_EQ(summed[row], static_cast<double>(hits[row])) << verb;
  }
  const Opened opened = open("count", {{"query", "caisse"}});
  EXPECT_THAT(texts(opened.evidence, "sentence"), Each(HasSubstr("aisse")));
}

TEST_F(Evidence, OfOneRowIsThatOfTheRowInTheWholeTable) {
  const std::pair<const char*, TestCorpus::Values> calls[] = {
      {"freq", {{"by", "lang"}}},
      {"keyness", {{"target", "outlet:ledesk"}, {"copies", "all"}}},
      {"dispersion", {{"by", "lang"}}},
      {"colloc", {{"node", "la"}, {"span", "next"}, {"lang", "fr"}}},
      {"network", {{"lang", "ar"}, {"min", "1"}, {"skip", "0"}}},
      {"dfm", {{"lang", "ar"}}},
      {"count", {{"query", "caisse OR الصندوق"}, {"by", "outlet"}}},
      {"trend", {{"query", "caisse OR الصندوق"}, {"by", "lang"}}},
      {"stance", {{"by", "outlet"}, {"per", "frame"}}},
      {"lexdiv", {{"by", "lang"}}},
      {"readability", {{"by", "lang"}}}};
  for (const auto& [verb, values] : calls) {
    const Opened opened = open(verb, values);
    TestCorpus::Values all = values;
    all["evidence-lines"] = "0";
    const Options options = TestCorpus::options(verb, std::move(all));
    std::vector<std::string> sentences;
    for (std::size_t row = 0; row < opened.table.rows(); ++row) {
      const Table one =
          find_analysis(verb)->evidence(corpus_.context(), options, take_row(opened.table, row));
      std::ranges::copy(texts(one, "sentence"), std::back_inserter(sentences));
    }
    EXPECT_EQ(sentences, texts(opened.evidence, "sentence")) << verb;
  }
}

TEST_F(Evidence, SharesOpenToTheirClaims) {
  const Opened opened = open("stance", {{"by", "outlet"}, {"per", "frame"}});
  const std::vector<std::int64_t> claims = integers(opened.table, "claims");
  const std::vector<double> summed = weights(opened);
  ASSERT_FALSE(claims.empty());
  for (std::size_t row = 0; row < claims.size(); ++row)
    EXPECT_EQ(summed[row], static_cast<double>(claims[row]));
}

TEST_F(Evidence, DiversityOpensToTheFirstPlaceOfEveryType) {
  for (const char* copies : {"once", "all", "both"}) {
    const Opened opened = open("lexdiv", {{"by", "lang"}, {"copies", copies}});
    const std::string which = std::string_view(copies) == "both" ? "_all" : "";
    const std::vector<double> summed = weights(opened);
    std::vector<std::int64_t> types(opened.table.rows(), 0);
    std::vector<std::int64_t> hapax(opened.table.rows(), 0);
    for (std::size_t line = 0; line < opened.evidence.rows(); ++line) {
      const auto row = static_cast<std::size_t>(integers(opened.evidence, "row")[line] - 1);
      ++types[row];
      hapax[row] += numbers(opened.evidence, "weight")[line] == 1.0 ? 1 : 0;
      EXPECT_EQ(place(opened.evidence, line), texts(opened.evidence, "term")[line]);
    }
    EXPECT_EQ(types, integers(opened.table, "types" + which)) << copies;
    EXPECT_EQ(hapax, integers(opened.table, "hapax" + which)) << copies;
    for (std::size_t row = 0; row < summed.size(); ++row)
      EXPECT_EQ(summed[row], static_cast<double>(integers(opened.table, "tokens" + which)[row])) << copies;
  }
}

TEST_F(Evidence, ReadabilityOpensToItsSentencesInBothLanguages) {
  for (const char* by : {"lang", "outlet", "article"}) expect_adds_up("readability", {{"by", by}}, "words");
  const Opened opened = open("readability", {{"by", "lang"}});
  EXPECT_THAT(texts(opened.evidence, "sentence"), Contains("La Caisse savait, en 2025 !"));
  EXPECT_THAT(texts(opened.evidence, "term"), Contains("4 words"));  // الإدارة مسؤولة عن الصندوق
}

TEST_F(Evidence, ClassesOpenToTheSegmentsThatHaveTheTerm) {
  TestCorpus corpus;
  for (int i = 0; i < 6; ++i) {
    const std::string n = std::to_string(i);
    corpus.add("p" + n, "ledesk", "fr",
               "Les pirates vident les serveurs ; les pirates vendent les fichiers volés.");
    corpus.add("m" + n, "ledesk", "fr",
               "Le ministre promet une enquête et le ministre défend la loi du parlement.");
    corpus.add("q" + n, "hespress", "ar", "سرق القراصنة ملفات الخوادم وباع القراصنة ملفات الأجراء.");
    corpus.add("w" + n, "hespress", "ar", "وعد الوزير بفتح تحقيق ودافع الوزير عن قانون البرلمان.");
  }
  corpus.update();
  const Analysis& reinert = *find_analysis("reinert");
  for (const char* lang : {"fr", "ar"}) {
    const Options options = TestCorpus::options(
        "reinert", {{"lang", lang}, {"classes", "2"}, {"skip", "0"}, {"evidence-lines", "0"}});
    const Table table = reinert.run(corpus.context(), options);
    const Opened opened{table, reinert.evidence(corpus.context(), options, table)};
    ASSERT_GT(table.rows(), 2U) << lang;
    EXPECT_EQ(weights(opened), numbers(table, "in_class")) << lang;
  }
}

TEST_F(Evidence, WhatIsLeftOutIsTold) {
  const Opened opened = open("freq", {{"by", "lang"}, {"terms", "caisse"}, {"evidence-lines", "2"}});
  EXPECT_EQ(opened.evidence.rows(), 2U);
  EXPECT_THAT(opened.evidence.notes, Contains(HasSubstr("2 places; 2 more are left out")));
}

TEST_F(Evidence, TermsOfScalesAndTopicsOpenToo) {
  for (const char* verb : {"map", "wordfish"}) {
    const Opened opened = open(verb, {{"lang", "fr"}, {"by", "outlet"}, {"min", "1"}, {"copies", "all"}});
    EXPECT_GT(opened.evidence.rows(), 0U) << verb;
    const std::vector<std::string> kinds = texts(opened.table, "kind");
    for (const std::int64_t row : integers(opened.evidence, "row"))
      EXPECT_EQ(kinds[static_cast<std::size_t>(row - 1)], "term") << verb;
  }
}

}  // namespace
}  // namespace sahafa
