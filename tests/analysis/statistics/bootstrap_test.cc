#include "analysis/statistics/bootstrap.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <sstream>

#include "analysis/statistics/quantile.h"
#include "analysis/statistics/random.h"
#include "tests/analysis/reference.h"

namespace sahafa {
namespace {

using test::agrees;
using test::number;
using test::ReferenceCorpus;
using test::Row;

RatioSample sample_of(const std::vector<double>& numerators, const std::vector<double>& denominators) {
  RatioSample sample{denominators, {{}}};
  for (std::size_t unit = 0; unit < numerators.size(); ++unit) {
    if (numerators[unit] != 0.0) sample.ratios[0].push_back({unit, numerators[unit]});
  }
  return sample;
}

// All resamples of the units, each equally likely: 4^4 for four.
std::vector<double> enumerate_resamples(const RatioSample& sample) {
  const std::size_t size = sample.denominators.size();
  std::vector<double> values;
  std::vector<std::size_t> draws(size, 0);
  for (;;) {
    std::vector<std::uint32_t> times(size, 0);
    for (const std::size_t unit : draws) ++times[unit];
    values.push_back(resampled_ratios(sample, times)[0]);
    std::size_t at = 0;
    while (at < size && ++draws[at] == size) draws[at++] = 0;
    if (at == size) return values;
  }
}

RatioSample sample_of(const ReferenceCorpus& corpus, const Row& row) {
  std::vector<double> hits;
  std::vector<double> tokens;
  std::istringstream docs(row.at("docs"));
  for (std::string doc; docs >> doc;) {
    hits.push_back(static_cast<double>(corpus.count_term(doc, row.at("term"))));
    tokens.push_back(static_cast<double>(corpus.ids[corpus.index_of.at(doc)].size()));
  }
  return sample_of(hits, tokens);
}

TEST(Bootstrap, ReferenceEnumerationOfAllResamples) {
  SAHAFA_NEEDS_SHARED("reference/bootstrap_exact_enumeration.csv");
  const ReferenceCorpus corpus = ReferenceCorpus::load();
  const std::vector<Row> rows = test::read_reference("bootstrap_exact_enumeration.csv");
  ASSERT_EQ(rows.size(), 4U);
  for (const Row& row : rows) {
    SCOPED_TRACE(row.at("term") + " in " + row.at("outlet"));
    std::vector<double> values = enumerate_resamples(sample_of(corpus, row));
    ASSERT_EQ(values.size(), 256U);
    for (double& value : values) value *= 1e6;
    std::ranges::sort(values);
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / 256.0;
    double squares = 0.0;
    for (const double value : values) squares += (value - mean) * (value - mean);
    EXPECT_TRUE(agrees(mean, number(row, "mean")));
    EXPECT_TRUE(agrees(std::sqrt(squares / 256.0), number(row, "sd_population")));
    EXPECT_TRUE(agrees(quantile(values, 0.025), number(row, "q025")));
    EXPECT_TRUE(agrees(quantile(values, 0.05), number(row, "q05")));
    EXPECT_TRUE(agrees(quantile(values, 0.5), number(row, "q50")));
    EXPECT_TRUE(agrees(quantile(values, 0.95), number(row, "q95")));
    EXPECT_TRUE(agrees(quantile(values, 0.975), number(row, "q975")));
  }
}

TEST(Bootstrap, DrawsApproachTheEnumeration) {
  const RatioSample sample = sample_of({1, 0, 2, 1}, {10, 10, 10, 10});
  std::vector<double> values = enumerate_resamples(sample);
  std::ranges::sort(values);
  const Interval interval = bootstrap_ratios(sample, {.replicates = 20000, .seed = 7})[0];
  EXPECT_NEAR(interval.low, quantile(values, 0.025), 1e-9);
  EXPECT_NEAR(interval.high, quantile(values, 0.975), 1e-9);
}

TEST(Bootstrap, TheSeedDecidesAndNothingElse) {
  const RatioSample sample = sample_of({1, 0, 2, 1, 5, 0, 3, 8}, {10, 12, 9, 31, 44, 7, 5, 20});
  const Interval first = bootstrap_ratios(sample, {.seed = 1})[0];
  const Interval again = bootstrap_ratios(sample, {.seed = 1})[0];
  const Interval other = bootstrap_ratios(sample, {.seed = 2})[0];
  EXPECT_EQ(first.low, again.low);
  EXPECT_EQ(first.high, again.high);
  EXPECT_NE(first.low, other.low);
}

TEST(Bootstrap, ManyRatiosTogetherAreEachAsAlone) {
  RatioSample both = sample_of({1, 0, 1, 1, 0, 1, 0, 0}, std::vector<double>(8, 1.0));
  const Interval alone = bootstrap_ratios(both, {})[0];
  both.ratios.push_back({{2, 1.0}});
  const std::vector<Interval> together = bootstrap_ratios(both, {});
  EXPECT_EQ(together[0].low, alone.low);
  EXPECT_EQ(together[0].high, alone.high);
  EXPECT_EQ(together[1].low, 0.0);
}

TEST(Bootstrap, StrataKeepTheirSizes) {
  const Stratum strata[] = {{0, 2, 4}, {1, 3}};
  std::vector<std::uint32_t> times(5);
  for (std::uint64_t replicate = 0; replicate < 50; ++replicate) {
    draw_units(strata, 3, replicate, times);
    EXPECT_EQ(times[0] + times[2] + times[4], 3U);
    EXPECT_EQ(times[1] + times[3], 2U);
  }
}

TEST(Bootstrap, ADispatchThatBothGroupsCarryMakesNoDifference) {
  // Eight clusters, all in both groups, all with the same value in both: nothing can differ.
  const RatioSample group = sample_of({1, 0, 1, 0, 0, 1, 1, 0}, std::vector<double>(8, 1.0));
  const Interval interval = bootstrap_differences(group, group, {})[0];
  EXPECT_EQ(interval.low, 0.0);
  EXPECT_EQ(interval.high, 0.0);
}

TEST(Bootstrap, DifferenceOfDisjointGroupsCoversTheObservedOne) {
  const std::vector<double> in_a = {1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0};
  const std::vector<double> in_b = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1};
  const RatioSample a = sample_of({1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, in_a);
  const RatioSample b = sample_of({0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0}, in_b);
  const Interval interval = bootstrap_differences(a, b, {})[0];
  EXPECT_GT(interval.low, 0.0);
  EXPECT_LT(interval.low, 0.625);
  EXPECT_GT(interval.high, 0.625);
  EXPECT_LE(interval.high, 1.0);
}

TEST(Bootstrap, ReplicatesWithoutDenominatorAreLeftOut) {
  std::vector<double> values = {std::nan(""), 1.0, 3.0, std::nan("")};
  const Interval interval = percentile_interval(values, 0.5);
  EXPECT_EQ(interval.low, 1.5);
  EXPECT_EQ(interval.high, 2.5);
  std::vector<double> none = {std::nan("")};
  EXPECT_TRUE(std::isnan(percentile_interval(none, 0.95).low));
}

TEST(Quantile, Type7) {
  const std::vector<double> values = {1, 2, 4};
  EXPECT_EQ(quantile(values, 0.75), 3.0);
  EXPECT_EQ(quantile(values, 1.0), 4.0);
}

// SplitMix64 as published: a state that grows and is mixed.
class SplitMix64 {
 public:
  explicit SplitMix64(std::uint64_t state) : state_(state) {}
  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15U;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }

 private:
  std::uint64_t state_;
};

TEST(RandomStream, IsSplitMix64ByCounter) {
  constexpr std::uint64_t kSeed = 1234567;
  SplitMix64 starts(kSeed);
  for (std::uint64_t replicate = 0; replicate < 5; ++replicate) {
    const std::uint64_t start = starts.next();
    if (replicate == 0) {
      EXPECT_EQ(start, 6457827717110365317U);  // the published test value
    }
    SplitMix64 draws(start);
    for (std::uint64_t draw = 0; draw < 5; ++draw) {
      EXPECT_EQ(RandomStream(kSeed, replicate).bits(draw), draws.next());
    }
  }
}

TEST(RandomStream, DrawsAreEvenOverTheRange) {
  std::vector<int> seen(6, 0);
  const RandomStream stream(5, 9);
  constexpr int kDraws = 60000;
  for (std::uint64_t draw = 0; draw < kDraws; ++draw) ++seen[stream.below(draw, seen.size())];
  for (const int times : seen) EXPECT_NEAR(times, kDraws / 6, 400);  // four standard deviations
}

}  // namespace
}  // namespace sahafa
