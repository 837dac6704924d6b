// The bootstrap of a whole table of terms at once. All draws are made first and kept unit by unit; a term's count in
// all replicates is then one linear pass over the units that have it, so the cost is (occupied cells x replicates) bytes
// read in order, and memory does not grow with the number of terms.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "analysis/statistics/bootstrap.h"

namespace sahafa {

/// How often each unit is drawn in each replicate, at most 255 times.
class DrawTable {
 public:
  /// The draws of draw_units() for replicates 0, 1, ... of `seed`, on `jobs` threads. Memory: units x replicates bytes.
  DrawTable(std::span<const Stratum> strata, std::size_t units, std::size_t replicates, std::uint64_t seed,
            std::size_t jobs);

  std::size_t replicates() const { return replicates_; }
  std::size_t units() const { return units_; }
  /// Of one unit, by replicate.
  std::span<const std::uint8_t> of(std::size_t unit) const {
    return std::span(times_).subspan(unit * replicates_, replicates_);
  }
  std::uint8_t most() const { return most_; }  ///< the largest entry

 private:
  std::size_t units_;
  std::size_t replicates_;
  std::uint8_t most_ = 0;
  std::vector<std::uint8_t> times_;
};

/// What one unit brings to a sum.
struct UnitCount {
  std::uint32_t unit = 0;
  std::uint32_t count = 0;
};

/// Sums of count x times drawn, by replicate. `sums` has an entry a replicate and is overwritten. O(counts x replicates).
void resample_counts(const DrawTable& draws, std::span<const UnitCount> counts,
                     std::span<std::uint32_t> sums);

/// The same for weights that are not whole numbers.
void resample_weights(const DrawTable& draws, std::span<const std::uint32_t> units,
                      std::span<const double> weights, std::span<double> sums);

}  // namespace sahafa
