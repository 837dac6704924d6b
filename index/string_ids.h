// Numbers strings by first appearance. Made for vocabularies of millions of words: the strings lie in one block, a slot of the table has 8 bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/large_pages.h"

namespace sahafa {

class StringIds {
 public:
  /// The id of a string, the next one where it is new. O(its length). Throws Error(usage) beyond four billion strings.
  std::uint32_t intern(std::string_view string) { return intern(string, hash(string)); }
  /// The same in two steps, for callers with many strings: those who know `hash`, which is that of the string, can ask for the memory before.
  std::uint32_t intern(std::string_view string, std::uint32_t hash);
  static std::uint32_t hash(std::string_view string);
  /// Asks for the memory that intern() will look at first.
  void fetch(std::uint32_t hash) const;
  std::size_t size() const { return ends_.size(); }
  /// Precondition: id < size(). Valid until the next intern().
  std::string_view get(std::uint32_t id) const;

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t id_plus_one = 0;  // 0: free
  };

  void grow();

  template <class T>
  using Large = std::vector<T, LargePageAllocator<T>>;

  Large<Slot> slots_ = Large<Slot>(1U << 10U);  // a power of two, at most two thirds full
  std::basic_string<char, std::char_traits<char>, LargePageAllocator<char>> bytes_;
  Large<std::uint64_t> ends_;
};

}  // namespace sahafa
