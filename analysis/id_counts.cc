#include "analysis/id_counts.h"

#include <algorithm>

namespace sahafa {

void count_ids(std::span<const std::uint32_t> ids, std::span<std::uint32_t> counts) {
  for (const std::uint32_t id : ids) ++counts[id];
}

std::vector<std::uint32_t> count_ids_by_group(std::span<const std::uint32_t> ids,
                                              std::span<const std::uint64_t> offsets,
                                              std::span<const std::uint32_t> group_of, std::size_t groups,
                                              std::size_t types) {
  std::vector<std::uint32_t> table(groups * types, 0);
  for (std::size_t document = 0; document + 1 < offsets.size(); ++document) {
    count_ids(ids.subspan(offsets[document], offsets[document + 1] - offsets[document]),
              std::span(table).subspan(group_of[document] * types, types));
  }
  return table;
}

void find_id(std::span<const std::uint32_t> ids, std::uint32_t id, std::vector<std::size_t>& positions) {
  // Blocks without the id are passed by in a loop that compilers turn into vector instructions.
  constexpr std::size_t kBlock = 64;
  std::size_t at = 0;
  for (; at + kBlock <= ids.size(); at += kBlock) {
    std::uint32_t hits = 0;
    for (std::size_t i = 0; i < kBlock; ++i) hits += ids[at + i] == id ? 1U : 0U;
    for (std::size_t i = 0; hits > 0; ++i) {
      if (ids[at + i] != id) continue;
      positions.push_back(at + i);
      --hits;
    }
  }
  for (; at < ids.size(); ++at) {
    if (ids[at] == id) positions.push_back(at);
  }
}

}  // namespace sahafa
