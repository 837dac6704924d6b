#include "analysis/keyness.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <string>
#include <tuple>

#include "tests/analysis/reference.h"

namespace sahafa {
namespace {

using test::agrees;
using test::number;
using test::ReferenceCorpus;
using test::Row;

std::vector<TermKeyness> contrast(const ReferenceCorpus& corpus, const TermCounts& counts, const Row& row) {
  const std::string& target = row.at("target");
  const std::string& reference = row.at("reference");
  const auto in_reference = [&](const Article& article) {
    return reference == "REST" ? article.outlet != target : article.outlet == reference;
  };
  return contrast_terms(counts, corpus.group(row.at("lang"), target),
                        corpus.choose(row.at("lang"), CopyCounting::all, in_reference));
}

TEST(Keyness, ReferenceComparisonsInBothLanguages) {
  SAHAFA_NEEDS_SHARED("reference/keyness.csv");
  const ReferenceCorpus corpus = ReferenceCorpus::load();
  const TermCounts counts = corpus.count();
  std::map<std::tuple<std::string, std::string, std::string>, std::map<std::string, TermKeyness>> comparisons;
  std::size_t rows = 0;
  for (const Row& row : test::read_reference("keyness.csv")) {
    SCOPED_TRACE(row.at("lang") + " " + row.at("target") + " " + row.at("term"));
    auto& terms = comparisons[{row.at("lang"), row.at("target"), row.at("reference")}];
    if (terms.empty()) {
      for (const TermKeyness& term : contrast(corpus, counts, row)) terms[counts.terms[term.term]] = term;
    }
    const TermKeyness& term = terms.at(row.at("term"));
    EXPECT_EQ(term.counts.a, number(row, "a"));
    EXPECT_EQ(term.counts.b, number(row, "b"));
    EXPECT_EQ(term.counts.n1, number(row, "n1"));
    EXPECT_EQ(term.counts.n2, number(row, "n2"));
    EXPECT_TRUE(agrees(term.g2, number(row, "G2_4cell_signed")));
    EXPECT_TRUE(agrees(term.p, number(row, "p_G2_4cell")));
    EXPECT_TRUE(agrees(term.q, number(row, "p_BH")));
    ++rows;
  }
  std::size_t tested = 0;
  for (const auto& [comparison, terms] : comparisons) tested += terms.size();
  EXPECT_EQ(tested, rows);
}

TEST(Keyness, TypicalTermsFirstAvoidedTermsLast) {
  // caisse: 3 of 4 against 1 of 4; audit the other way round.
  TermCounter counter;
  counter.add_row(std::vector<std::uint32_t>{0, 0, 0, 1});
  counter.add_row(std::vector<std::uint32_t>{0, 1, 1, 1});
  const TermCounts counts = counter.finish({"caisse", "audit"});
  const auto terms = contrast_terms(counts, {"a", "fr", {{0, 1.0}}}, {"b", "fr", {{1, 1.0}}});
  ASSERT_EQ(terms.size(), 2U);
  EXPECT_EQ(counts.terms[terms[0].term], "caisse");
  EXPECT_GT(terms[0].g2, 0.0);
  EXPECT_LT(terms[1].g2, 0.0);
}

}  // namespace
}  // namespace sahafa
