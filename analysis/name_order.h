// Tables of terms are sorted by a score, and terms of the same score by name: the same order on every machine.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sahafa {

/// The first eight bytes of a name as a number that compares as they do. Most comparisons of a sort end here and
/// never touch the strings.
inline std::uint64_t name_prefix(std::string_view name) {
  std::uint64_t prefix = 0;
  for (std::size_t i = 0; i < sizeof prefix; ++i)
    prefix = prefix << 8U | (i < name.size() ? static_cast<unsigned char>(name[i]) : 0U);
  return prefix;
}

/// Sorts rows that have a member `term` (index into `names`) by falling score(row), then by name in byte order.
template <class Row, class Score>
void sort_by_score(std::vector<Row>& rows, const std::vector<std::string>& names, const Score& score) {
  struct Key {
    double score;
    std::uint64_t prefix;
    std::uint32_t row;
  };
  std::vector<Key> keys;
  keys.reserve(rows.size());
  for (std::uint32_t i = 0; i < rows.size(); ++i)
    keys.push_back({score(rows[i]), name_prefix(names[rows[i].term]), i});
  std::ranges::sort(keys, [&](const Key& a, const Key& b) {
    if (a.score != b.score) return a.score > b.score;
    if (a.prefix != b.prefix) return a.prefix < b.prefix;
    return names[rows[a.row].term] < names[rows[b.row].term];
  });
  std::vector<Row> sorted;
  sorted.reserve(rows.size());
  for (const Key& key : keys) sorted.push_back(rows[key.row]);
  rows = std::move(sorted);
}

}  // namespace sahafa
