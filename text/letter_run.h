// Skipping plain letters eight bytes at a time. The length of a word is what a processor cannot predict; a
// loop over its letters pays for that at every word, these two do not (measured: twice the speed of the whole
// tokenizer).
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace sahafa {

static_assert(std::endian::native == std::endian::little, "letter runs are counted from the low byte");

namespace detail {

inline std::uint64_t load_eight(std::string_view text, std::size_t at) {
  std::uint64_t eight = 0;
  std::memcpy(&eight, text.data() + at, sizeof eight);
  return eight;
}

constexpr std::uint64_t in_every_byte(std::uint64_t value) { return value * 0x0101010101010101U; }
constexpr std::uint64_t in_every_pair(std::uint64_t value) { return value * 0x0001000100010001U; }

/// High bit of each byte that is an ASCII letter.
inline std::uint64_t ascii_letters(std::uint64_t bytes) {
  const std::uint64_t low = (bytes | in_every_byte(0x20)) & in_every_byte(0x7F);
  const std::uint64_t from_a = low + in_every_byte(0x80 - 'a');
  const std::uint64_t after_z = low + in_every_byte(0x7F - 'z');
  return from_a & ~after_z & ~bytes & in_every_byte(0x80);
}

/// High bit of each pair of bytes that is a letter of U+0620 to U+064A: every Arabic letter that Arabic
/// itself uses, and tatweel.
inline std::uint64_t arabic_letters(std::uint64_t bytes) {
  constexpr std::uint64_t kFirst = 0xD8A0 & 0x7FFF;
  constexpr std::uint64_t kLast = 0xD98A & 0x7FFF;
  const std::uint64_t pairs = (bytes & in_every_pair(0xFF)) << 8 | (bytes >> 8 & in_every_pair(0xFF));
  const std::uint64_t low = pairs & in_every_pair(0x7FFF);
  const std::uint64_t from_first = low + in_every_pair(0x8000 - kFirst);
  const std::uint64_t after_last = low + in_every_pair(0x7FFF - kLast);
  return from_first & ~after_last & pairs & in_every_pair(0x8000);
}

}  // namespace detail

/// End of the run of ASCII letters at `at`, or a place inside it when the text ends within eight bytes.
inline std::size_t skip_ascii_letters(std::string_view text, std::size_t at) {
  constexpr std::uint64_t kHigh = detail::in_every_byte(0x80);
  while (at + 8 <= text.size()) {
    const std::uint64_t others = ~detail::ascii_letters(detail::load_eight(text, at)) & kHigh;
    if (others != 0) return at + static_cast<std::size_t>(std::countr_zero(others)) / 8;
    at += 8;
  }
  return at;
}

/// The same for ASCII letters and the letters of U+00C0 to U+00FF, which are nearly all that French has.
inline std::size_t skip_latin_letters(std::string_view text, std::size_t at) {
  constexpr char kLead = '\xC3';
  constexpr char kTimes = '\x97';
  constexpr char kDivided = '\xB7';
  while (true) {
    at = skip_ascii_letters(text, at);
    if (at + 1 >= text.size() || text[at] != kLead || text[at + 1] == kTimes || text[at + 1] == kDivided)
      return at;
    at += 2;
  }
}

/// The same for Arabic letters; `at` lies on a character.
inline std::size_t skip_arabic_letters(std::string_view text, std::size_t at) {
  constexpr std::uint64_t kHigh = detail::in_every_pair(0x8000);
  while (at + 8 <= text.size()) {
    const std::uint64_t others = ~detail::arabic_letters(detail::load_eight(text, at)) & kHigh;
    if (others != 0) return at + static_cast<std::size_t>(std::countr_zero(others)) / 16 * 2;
    at += 8;
  }
  return at;
}

}  // namespace sahafa
