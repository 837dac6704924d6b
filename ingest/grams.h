// Grams: all runs of 16 letters of a letters stream, hashed. What two texts share is measured in grams, and
// where a text stands again is found by them. Letters rather than words: a changed word, accent, hyphen or
// clitic costs few grams. Sixteen letters are two or three words, so that chance and idiom seldom agree.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sahafa {

inline constexpr std::size_t kGramLetters = 16;

/// The finalizer of SplitMix64 (Steele, Lea, Flood 2014): all bits of the result depend on all of the state.
constexpr std::uint64_t mix_bits(std::uint64_t state) {
  state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9U;
  state = (state ^ (state >> 27)) * 0x94D049BB133111EBU;
  return state ^ (state >> 31);
}

inline constexpr std::uint64_t kGramBase = 0x9E3779B97F4A7C15U;

/// A hash of letters of any number.
constexpr std::uint64_t hash_letters(std::u16string_view letters) {
  std::uint64_t state = letters.size();
  for (const char16_t c : letters) state = state * kGramBase + c;
  return mix_bits(state);
}

/// Calls visit(position, hash) for every gram, in order. A rolling polynomial hash (Karp and Rabin): two
/// multiplications a letter, and two to mix.
template <class Visit>
void visit_grams(std::u16string_view letters, const Visit& visit) {
  constexpr std::uint64_t kOldest = [] {
    std::uint64_t power = 1;
    for (std::size_t i = 0; i < kGramLetters; ++i) power *= kGramBase;
    return power;
  }();
  if (letters.size() < kGramLetters) return;
  std::uint64_t state = 0;
  for (std::size_t i = 0; i < kGramLetters; ++i) state = state * kGramBase + letters[i];
  for (std::size_t at = 0;; ++at) {
    visit(at, mix_bits(state));
    if (at + kGramLetters == letters.size()) return;
    state = state * kGramBase + letters[at + kGramLetters] - kOldest * letters[at];
  }
}

}  // namespace sahafa
