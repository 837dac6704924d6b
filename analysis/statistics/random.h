// A counter-based random generator: every draw is a function of (seed, replicate, draw), so results do not
// depend on threads or on the order in which they are made.
//
// SplitMix64 (Steele, Lea and Flood 2014): the stream of a replicate starts at mix(seed + g (replicate + 1))
// and its draw i is mix(start + g (i + 1)), g = 2^64 / golden ratio. Good for resampling, not for secrets.
#pragma once

#include <cstdint>

namespace sahafa {

class RandomStream {
 public:
  RandomStream(std::uint64_t seed, std::uint64_t replicate) : start_(mix(seed + kGamma * (replicate + 1))) {}

  /// 64 even bits.
  std::uint64_t bits(std::uint64_t draw) const { return mix(start_ + kGamma * (draw + 1)); }

  /// A number in [0, bound), bound > 0: the high word of bits x bound (Lemire 2019), whose bias is below
  /// bound / 2^64.
  std::uint64_t below(std::uint64_t draw, std::uint64_t bound) const {
    __extension__ using Wide = unsigned __int128;
    return static_cast<std::uint64_t>((Wide{bits(draw)} * bound) >> 64U);
  }

 private:
  static constexpr std::uint64_t kGamma = 0x9E3779B97F4A7C15U;

  static constexpr std::uint64_t mix(std::uint64_t z) {
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }

  std::uint64_t start_;
};

}  // namespace sahafa
