// How anchors are numbered: the kind in the two highest bits, a hash below.
#pragma once

#include <cstdint>
#include <string_view>

namespace sahafa {

enum class AnchorKind : std::uint8_t {
  row,     ///< of the bilingual list, or a concept
  figure,  ///< a number
  name,    ///< a word in Latin letters, or a consonant skeleton
  word,    ///< a word of one language only: says nothing across
};

/// FNV-1a of `text` below its kind. The same on every machine.
constexpr std::uint64_t anchor_id(AnchorKind kind, std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return (hash >> 2) | static_cast<std::uint64_t>(kind) << 62;
}

constexpr AnchorKind kind_of(std::uint64_t anchor) { return static_cast<AnchorKind>(anchor >> 62); }

}  // namespace sahafa
