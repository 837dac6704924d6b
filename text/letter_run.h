// Skipping plain letters eight bytes at a time. The length of a word is what a processor cannot predict; a
// loop over its letters pays for that at every word, these two do not (measured: a third off the time of the
// whole tokenizer).
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

constexpr std::uint64_t kHighBits = in_every_byte(0x80);

/// High bit of each byte that is `value`.
inline std::uint64_t equal_bytes(std::uint64_t bytes, unsigned char value) {
  const std::uint64_t difference = bytes ^ in_every_byte(value);
  return ~(((difference & ~kHighBits) + ~kHighBits) | difference) & kHighBits;
}

/// High bit of each byte of an ASCII letter or of a character led by C3, U+00C0 to U+00FF: nearly all that
/// French has. Of these, × and ÷ are no letters; their second bytes, 97 and B7, are left out.
inline std::uint64_t latin_letters(std::uint64_t bytes) {
  const std::uint64_t low = (bytes | in_every_byte(0x20)) & ~kHighBits;
  const std::uint64_t from_a = low + in_every_byte(0x80 - 'a');
  const std::uint64_t after_z = low + in_every_byte(0x7F - 'z');
  const std::uint64_t ascii = from_a & ~after_z & ~bytes;
  const std::uint64_t lead = equal_bytes(bytes, 0xC3);
  const std::uint64_t tail = bytes & ~(bytes << 1) & ~equal_bytes(bytes | in_every_byte(0x20), 0xB7);
  return (ascii | lead | tail) & kHighBits;
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

/// End of the run at `at` of letters that latin_letters() knows, or a place inside it when the text ends
/// within eight bytes. `at` lies on a character.
inline std::size_t skip_latin_letters(std::string_view text, std::size_t at) {
  while (at + 8 <= text.size()) {
    const std::uint64_t others = ~detail::latin_letters(detail::load_eight(text, at)) & detail::kHighBits;
    if (others != 0) {
      at += static_cast<std::size_t>(std::countr_zero(others)) / 8;
      break;
    }
    at += 8;
  }
  const bool inside = at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
  return inside ? at - 1 : at;
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
