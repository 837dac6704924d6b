#include "index/string_ids.h"

#include <xxhash.h>

#include <limits>

#include "text/error.h"

namespace sahafa {

std::uint32_t StringIds::hash(std::string_view string) {
  return static_cast<std::uint32_t>(XXH3_64bits(string.data(), string.size()));
}

std::string_view StringIds::get(std::uint32_t id) const {
  const std::uint64_t begin = id == 0 ? 0 : ends_[id - 1];
  return std::string_view(bytes_).substr(begin, ends_[id] - begin);
}

void StringIds::fetch(std::uint32_t hash) const { __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]); }

std::uint32_t StringIds::intern(std::string_view string, std::uint32_t hash) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].id_plus_one != 0; at = (at + 1) & mask) {
    const std::uint32_t id = slots_[at].id_plus_one - 1;
    if (slots_[at].hash == hash && get(id) == string) return id;
  }
  if (size() == std::numeric_limits<std::uint32_t>::max() - 1)
    throw Error(ErrorCode::usage, "token store: more than 4 billion word types; split the corpus");
  bytes_ += string;
  ends_.push_back(bytes_.size());
  slots_[at] = {hash, static_cast<std::uint32_t>(size())};
  const std::uint32_t id = slots_[at].id_plus_one - 1;
  if (size() * 3 > slots_.size() * 2) grow();
  return id;
}

void StringIds::grow() {
  Large<Slot> larger(slots_.size() * 2);
  const std::size_t mask = larger.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.id_plus_one == 0) continue;
    std::size_t at = slot.hash & mask;
    while (larger[at].id_plus_one != 0) at = (at + 1) & mask;
    larger[at] = slot;
  }
  slots_ = std::move(larger);
}

}  // namespace sahafa
