// Counting over columns of ids: the loops that every table of a large corpus begins with. Some billion tokens a second.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace sahafa {

/// Adds how often each id stands in `ids` to `counts`, which has an entry for each.
void count_ids(std::span<const std::uint32_t> ids, std::span<std::uint32_t> counts);

/// How often each id stands in the documents of each group, group after group: entry group * types + id. `offsets` has one more entry than
/// there are documents.
std::vector<std::uint32_t> count_ids_by_group(std::span<const std::uint32_t> ids,
                                              std::span<const std::uint64_t> offsets,
                                              std::span<const std::uint32_t> group_of, std::size_t groups,
                                              std::size_t types);

/// Appends the positions of `id` in `ids`, in order. Reads at the speed of memory where the id is rare.
void find_id(std::span<const std::uint32_t> ids, std::uint32_t id, std::vector<std::size_t>& positions);

}  // namespace sahafa
