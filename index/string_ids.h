// Numbers strings by first appearance. Made for vocabularies of millions of words: the strings lie in one block, a slot of the table has 8 bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sahafa {

class StringIds {
 public:
  /// The id of a string, the next one where it is new. O(its length). Throws Error(usage) beyond four billion strings.
  std::uint32_t intern(std::string_view string);
  std::size_t size() const { return ends_.size(); }
  /// Precondition: id < size(). Valid until the next intern().
  std::string_view get(std::uint32_t id) const;

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t id_plus_one = 0;  // 0: free
  };

  void grow();

  std::vector<Slot> slots_ = std::vector<Slot>(1U << 10U);  // a power of two, at most two thirds full
  std::string bytes_;
  std::vector<std::uint64_t> ends_;
};

}  // namespace sahafa
