#include "analysis/term_counts.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "tests/analysis/reference.h"

namespace sahafa {
namespace {

using test::number;
using test::ReferenceCorpus;
using test::Row;

const std::vector<std::string> kNames = {"caisse", "الصندوق", "audit"};

TEST(TermCounts, RowsKeepTheirOwnCounts) {
  TermCounter counter;
  counter.add_row(std::vector<std::uint32_t>{0, 1, 0});
  counter.add_row(std::vector<std::uint32_t>{});
  counter.add_row(std::vector<std::uint32_t>{1});
  const TermCounts counts = counter.finish(kNames);
  ASSERT_EQ(counts.rows(), 3U);
  ASSERT_EQ(counts.row(0).size(), 2U);
  EXPECT_EQ(counts.row(0)[0].count, 2U);
  EXPECT_TRUE(counts.row(1).empty());
  ASSERT_EQ(counts.row(2).size(), 1U);
  EXPECT_EQ(counts.terms[counts.row(2)[0].term], "الصندوق");
  EXPECT_EQ(counts.tokens, (std::vector<std::uint32_t>{3, 0, 1}));
}

TEST(NgramVocabulary, SequencesAreNamedInOrder) {
  NgramVocabulary triples(3);
  std::vector<std::uint32_t> ids = {0, 1, 2, 0, 1, 2};
  triples.to_ngrams(ids);
  ASSERT_EQ(ids.size(), 4U);
  EXPECT_EQ(ids[0], ids[3]);
  const std::vector<std::string> names = triples.name(kNames);
  EXPECT_EQ(names[ids[0]], "caisse الصندوق audit");
  EXPECT_EQ(names[ids[1]], "الصندوق audit caisse");
}

TEST(NgramVocabulary, TextShorterThanTheSequenceHasNone) {
  NgramVocabulary triples(3);
  std::vector<std::uint32_t> ids = {0, 1};
  triples.to_ngrams(ids);
  EXPECT_TRUE(ids.empty());
  std::vector<std::uint32_t> none;
  triples.to_ngrams(none);
  EXPECT_TRUE(none.empty());
}

TEST(NgramVocabulary, ReferenceCountsInBothLanguages) {
  SAHAFA_NEEDS_SHARED("reference/ngrams.csv");
  const ReferenceCorpus corpus = ReferenceCorpus::load();
  const std::vector<Row> rows = test::read_reference("ngrams.csv");
  ASSERT_EQ(rows.size(), 185U);
  for (const std::size_t length : {2U, 3U}) {
    const TermCounts counts = corpus.count(length);
    std::map<std::string, double> totals;
    for (std::size_t row = 0; row < counts.rows(); ++row) {
      for (const TermCount& cell : counts.row(row)) {
        totals[corpus.selection[row].article.lang + counts.terms[cell.term]] += cell.count;
      }
    }
    for (const Row& row : rows) {
      if (row.at("n") == std::to_string(length)) {
        EXPECT_EQ(totals.at(row.at("lang") + row.at("ngram")), number(row, "count")) << row.at("ngram");
      }
    }
  }
}

}  // namespace
}  // namespace sahafa
