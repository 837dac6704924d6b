// Sorting of 64-bit words by their low bits: least significant digit first, eleven bits a pass. Duplicates
// sort tens of millions of words, where this is three times as fast as std::sort.
#pragma once

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace sahafa {

/// Sorts `words` by the bits [0, bits); all higher ones must be equal. O(n * bits / 11), as much memory again.
inline void radix_sort(std::vector<std::uint64_t>& words, unsigned bits) {
  constexpr unsigned kDigit = 11;
  constexpr std::size_t kValues = std::size_t{1} << kDigit;
  std::vector<std::uint64_t> other(words.size());
  for (unsigned shift = 0; shift < bits; shift += kDigit) {
    const auto digit = [shift](std::uint64_t word) { return (word >> shift) & (kValues - 1); };
    std::array<std::size_t, kValues> place{};
    for (const std::uint64_t word : words) ++place[digit(word)];
    std::size_t next = 0;
    for (std::size_t& value : place) next += std::exchange(value, next);
    for (const std::uint64_t word : words) other[place[digit(word)]++] = word;
    words.swap(other);
  }
}

}  // namespace sahafa
