#include "analysis/frequency.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <string>

#include "analysis/statistics/dispersion.h"
#include "tests/analysis/reference.h"

namespace sahafa {
namespace {

using test::agrees;
using test::number;
using test::ReferenceCorpus;
using test::Row;

std::map<std::string, TermFrequency> by_name(const TermCounts& counts, const GroupFrequencies& frequencies) {
  std::map<std::string, TermFrequency> named;
  for (const TermFrequency& term : frequencies.terms) named[counts.terms[term.term]] = term;
  return named;
}

TEST(Frequency, ReferenceCountsInBothLanguages) {
  SAHAFA_NEEDS_SHARED("reference/freq.csv");
  const ReferenceCorpus corpus = ReferenceCorpus::load();
  const TermCounts counts = corpus.count();
  const std::vector<Row> rows = test::read_reference("freq.csv");
  ASSERT_EQ(rows.size(), 1025U);
  std::map<std::string, std::size_t> terms_of;
  for (const Row& row : rows) {
    SCOPED_TRACE(row.at("outlet") + " " + row.at("term"));
    ++terms_of[row.at("lang") + "," + row.at("outlet")];
    const GroupFrequencies frequencies =
        count_frequencies(counts, corpus.group(row.at("lang"), row.at("outlet")));
    const TermFrequency term = by_name(counts, frequencies).at(row.at("term"));
    EXPECT_EQ(term.count, number(row, "count"));
    EXPECT_EQ(term.articles, number(row, "doc_freq"));
    EXPECT_EQ(frequencies.tokens, number(row, "subcorpus_tokens"));
    EXPECT_TRUE(agrees(1e6 * term.count / frequencies.tokens, number(row, "per_million")));
  }
  for (const auto& [group, terms] : terms_of) {
    const std::size_t comma = group.find(',');
    const Group members = corpus.group(group.substr(0, comma), group.substr(comma + 1));
    EXPECT_EQ(count_frequencies(counts, members).terms.size(), terms) << group;
  }
}

TEST(Frequency, ReferenceCountsOfDuplicates) {
  SAHAFA_NEEDS_SHARED("reference/freq_dedup.csv");
  ReferenceCorpus corpus = ReferenceCorpus::load();
  corpus.join_duplicates();
  const TermCounts counts = corpus.count();
  const std::vector<Row> rows = test::read_reference("freq_dedup.csv");
  ASSERT_EQ(rows.size(), 161U);
  const std::map<std::string, CopyCounting> columns = {{"count_raw", CopyCounting::all},
                                                       {"count_first_only", CopyCounting::once},
                                                       {"count_fractional", CopyCounting::fraction}};
  for (const std::string lang : {"fr", "ar"}) {
    for (const auto& [column, copies] : columns) {
      auto terms = by_name(counts, count_frequencies(counts, corpus.group(lang, "ALL", copies)));
      for (const Row& row : rows) {
        if (row.at("lang") != lang) continue;
        EXPECT_TRUE(agrees(terms[row.at("term")].count, number(row, column)))
            << row.at("term") << " " << column;
      }
    }
  }
}

TEST(Frequency, ReferenceDispersionOverArticles) {
  SAHAFA_NEEDS_SHARED("reference/dispersion.csv");
  const ReferenceCorpus corpus = ReferenceCorpus::load();
  const TermCounts counts = corpus.count();
  std::map<std::string, std::map<std::string, TermFrequency>> terms;
  for (const std::string lang : {"fr", "ar"}) {
    terms[lang] = by_name(counts, count_frequencies(counts, corpus.group(lang, "ALL")));
  }
  std::size_t checked = 0;
  for (const Row& row : test::read_reference("dispersion.csv")) {
    if (row.at("parts") != "document") continue;
    const TermFrequency term = terms.at(row.at("lang")).at(row.at("term"));
    EXPECT_TRUE(agrees(term.dispersion, number(row, "DPnorm"))) << row.at("term");
    EXPECT_EQ(term.articles, number(row, "range"));
    ++checked;
  }
  EXPECT_GT(checked, 50U);
}

TEST(Frequency, DispersionOfTheHeader) {
  const PartCount counts[] = {{0, 3.0}, {1, 1.0}};
  const double sizes[] = {50.0, 50.0};
  const double dp = dispersion_dp(counts, sizes, 100.0);
  EXPECT_NEAR(dp, 0.25, 1e-15);
  EXPECT_NEAR(dispersion_dp_norm(dp, 50.0, 100.0), 0.5, 1e-15);
  EXPECT_TRUE(std::isnan(dispersion_dp_norm(0.0, 100.0, 100.0)));
  const Parts parts{sizes, 100.0, 50.0};
  EXPECT_NEAR(juilland_d(counts, parts), 0.5, 1e-15);
  EXPECT_NEAR(carroll_d2(counts, parts), 0.811, 5e-4);
  EXPECT_NEAR(rosengren_s(counts, parts), 0.933, 5e-4);
  EXPECT_NEAR(divergence(counts, parts), 0.189, 5e-4);
}

TEST(Frequency, OrderOfTheArticlesDoesNotMatter) {
  SAHAFA_NEEDS_SHARED("reference/tokens.csv");
  ReferenceCorpus corpus = ReferenceCorpus::load();
  const TermCounts counts = corpus.count();
  const auto forward = count_frequencies(counts, corpus.group("ar", "ALL"));
  std::ranges::reverse(corpus.ids);
  std::ranges::reverse(corpus.selection);
  const TermCounts reversed_counts = corpus.count();
  const auto backward = count_frequencies(reversed_counts, corpus.group("ar", "ALL"));
  ASSERT_EQ(forward.terms.size(), backward.terms.size());
  for (std::size_t i = 0; i < forward.terms.size(); ++i) {
    EXPECT_EQ(counts.terms[forward.terms[i].term], reversed_counts.terms[backward.terms[i].term]);
    EXPECT_EQ(forward.terms[i].count, backward.terms[i].count);
    EXPECT_NEAR(forward.terms[i].dispersion, backward.terms[i].dispersion, 1e-12);
  }
}

}  // namespace
}  // namespace sahafa
