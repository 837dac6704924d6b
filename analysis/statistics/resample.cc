#include "analysis/statistics/resample.h"

#include <algorithm>
#include <limits>

#include "corpus/parallel.h"

namespace sahafa {
namespace {

constexpr std::size_t kBlock = 64;  // replicates written together: one cache line of each unit's row

std::uint8_t saturate(std::uint32_t times) {
  constexpr std::uint32_t kMost = std::numeric_limits<std::uint8_t>::max();
  return static_cast<std::uint8_t>(std::min(times, kMost));
}

// 16-bit sums: twice as many a register as 32-bit ones. The caller sees that they do not overflow.
void add_row(std::span<const std::uint8_t> times, std::uint16_t count, std::span<std::uint16_t> sums) {
  for (std::size_t i = 0; i < sums.size(); ++i) {
    sums[i] = static_cast<std::uint16_t>(sums[i] + count * times[i]);
  }
}

void flush(std::vector<std::uint16_t>& narrow, std::span<std::uint32_t> sums) {
  for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += narrow[i];
  std::ranges::fill(narrow, std::uint16_t{0});
}

}  // namespace

DrawTable::DrawTable(std::span<const Stratum> strata, std::size_t units, std::size_t replicates,
                     std::uint64_t seed, std::size_t jobs)
    : units_(units), replicates_(replicates), times_(units * replicates) {
  const std::size_t blocks = (replicates + kBlock - 1) / kBlock;
  std::vector<std::uint8_t> most(blocks, 0);
  parallel_for(blocks, jobs, [&](std::size_t block, std::size_t) {
    const std::size_t begin = block * kBlock;
    const std::size_t end = std::min(replicates, begin + kBlock);
    std::vector<std::uint32_t> times(units);
    std::vector<std::uint8_t> drawn(units * (end - begin));
    for (std::size_t replicate = begin; replicate < end; ++replicate) {
      draw_units(strata, seed, replicate, times);
      for (std::size_t unit = 0; unit < units; ++unit)
        drawn[unit * (end - begin) + (replicate - begin)] = saturate(times[unit]);
    }
    for (std::size_t unit = 0; unit < units; ++unit) {
      std::copy_n(drawn.begin() + static_cast<std::ptrdiff_t>(unit * (end - begin)), end - begin,
                  times_.begin() + static_cast<std::ptrdiff_t>(unit * replicates_ + begin));
    }
    if (!drawn.empty()) most[block] = *std::ranges::max_element(drawn);
  });
  if (!most.empty()) most_ = *std::ranges::max_element(most);
}

void resample_counts(const DrawTable& draws, std::span<const UnitCount> counts,
                     std::span<std::uint32_t> sums) {
  constexpr std::uint64_t kRoom = std::numeric_limits<std::uint16_t>::max();
  std::ranges::fill(sums, 0U);
  std::vector<std::uint16_t> narrow(sums.size(), 0);
  std::uint64_t used = 0;
  for (const auto& [unit, count] : counts) {
    const std::uint64_t needed = std::uint64_t{count} * draws.most();
    if (needed > kRoom) {
      const auto times = draws.of(unit);
      for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += count * times[i];
      continue;
    }
    if (used + needed > kRoom) {
      flush(narrow, sums);
      used = 0;
    }
    add_row(draws.of(unit), static_cast<std::uint16_t>(count), narrow);
    used += needed;
  }
  flush(narrow, sums);
}

void resample_weights(const DrawTable& draws, std::span<const std::uint32_t> units,
                      std::span<const double> weights, std::span<double> sums) {
  std::ranges::fill(sums, 0.0);
  for (std::size_t i = 0; i < units.size(); ++i) {
    const auto times = draws.of(units[i]);
    for (std::size_t replicate = 0; replicate < sums.size(); ++replicate)
      sums[replicate] += weights[i] * times[replicate];
  }
}

}  // namespace sahafa
