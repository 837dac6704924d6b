// Comparing words with short lists, case aside, without allocation.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

namespace sahafa {

inline char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

/// Three-way comparison for list order: ASCII letters without case, other bytes as they are.
inline int compare_ascii_case(std::string_view a, std::string_view b) {
  const std::size_t n = std::min(a.size(), b.size());
  for (std::size_t i = 0; i < n; ++i) {
    const auto x = static_cast<unsigned char>(ascii_lower(a[i]));
    const auto y = static_cast<unsigned char>(ascii_lower(b[i]));
    if (x != y) return x < y ? -1 : 1;
  }
  return a.size() < b.size() ? -1 : (a.size() > b.size() ? 1 : 0);
}

/// Whether `word` stands in `list`, which is sorted by bytes and in lower case. O(log n).
inline bool contains_word(std::span<const std::string_view> list, std::string_view word) {
  const auto less = [](std::string_view a, std::string_view b) { return compare_ascii_case(a, b) < 0; };
  return std::ranges::binary_search(list, word, less);
}

/// Bytes of `text` that spell `pattern` (lower-case ASCII) with any case and any accents, or 0.
std::size_t match_folded(std::string_view text, std::string_view pattern);

}  // namespace sahafa
