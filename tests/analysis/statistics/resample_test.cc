#include "analysis/statistics/resample.h"

#include <gtest/gtest.h>

#include <numeric>

#include "analysis/statistics/random.h"

namespace sahafa {
namespace {

std::vector<Stratum> one_stratum(std::size_t units) {
  Stratum stratum(units);
  std::iota(stratum.begin(), stratum.end(), std::size_t{0});
  return {stratum};
}

TEST(Resample, SumsAreThoseOfDrawingReplicateByReplicate) {
  constexpr std::size_t kUnits = 37;
  constexpr std::size_t kReplicates = 150;
  const auto strata = one_stratum(kUnits);
  const DrawTable draws(strata, kUnits, kReplicates, 7, 1);
  // Small counts, counts near the limit of 16 bits, and one beyond it.
  std::vector<UnitCount> counts;
  const RandomStream random(3, 0);
  for (std::uint32_t unit = 0; unit < kUnits; ++unit) {
    const std::uint64_t range = unit % 5 == 0 ? 9000 : 4;
    counts.push_back({unit, static_cast<std::uint32_t>(random.below(unit, range))});
  }
  counts.back().count = 1000000;
  std::vector<std::uint32_t> sums(kReplicates);
  resample_counts(draws, counts, sums);

  std::vector<std::uint32_t> units;
  std::vector<double> weights;
  for (const UnitCount& count : counts) {
    units.push_back(count.unit);
    weights.push_back(count.count);
  }
  std::vector<double> weighted(kReplicates);
  resample_weights(draws, units, weights, weighted);

  std::vector<std::uint32_t> times(kUnits);
  for (std::size_t replicate = 0; replicate < kReplicates; ++replicate) {
    draw_units(strata, 7, replicate, times);
    std::uint64_t expected = 0;
    for (const UnitCount& count : counts) expected += std::uint64_t{times[count.unit]} * count.count;
    EXPECT_EQ(sums[replicate], expected);
    EXPECT_EQ(weighted[replicate], static_cast<double>(expected));
  }
}

TEST(Resample, DrawsDoNotDependOnThreads) {
  const auto strata = one_stratum(50);
  const DrawTable one(strata, 50, 300, 1, 1);
  const DrawTable three(strata, 50, 300, 1, 3);
  for (std::size_t unit = 0; unit < 50; ++unit) {
    EXPECT_TRUE(std::ranges::equal(one.of(unit), three.of(unit)));
  }
}

}  // namespace
}  // namespace sahafa
