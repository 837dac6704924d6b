// A set of documents as bits: whole lists are joined a nanosecond or two an entry.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace sahafa {

class DocumentSet {
 public:
  explicit DocumentSet(std::uint32_t last) : words_(last / kBits + 1) {}

  /// Precondition: not above the last. Above it: has() says no.
  void add(std::uint32_t id) { words_[id / kBits] |= std::uint64_t{1} << (id % kBits); }
  bool has(std::uint32_t id) const {
    return id / kBits < words_.size() && (words_[id / kBits] >> (id % kBits) & 1U) != 0;
  }
  /// The first that is not below `id`; a number above the last when there is none.
  std::uint32_t next(std::uint32_t id) const {
    std::size_t at = id / kBits;
    if (at >= words_.size()) return id;
    std::uint64_t word = words_[at] & ~std::uint64_t{0} << (id % kBits);
    while (word == 0) {
      if (++at == words_.size()) return static_cast<std::uint32_t>(at * kBits);  // no document has that
      word = words_[at];
    }
    return static_cast<std::uint32_t>(at * kBits + std::size_t(std::countr_zero(word)));
  }
  bool may_hold(std::uint32_t id) const { return id / kBits < words_.size(); }

  void clear() { std::ranges::fill(words_, 0); }

  // Of sets with the same last document.
  void add(const DocumentSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
  }
  void keep(const DocumentSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
  }
  void remove(const DocumentSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
  }

  /// Ascending.
  std::vector<std::uint32_t> list() const {
    std::vector<std::uint32_t> ids;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::uint64_t word = words_[i]; word != 0; word &= word - 1)
        ids.push_back(static_cast<std::uint32_t>(i * kBits + std::size_t(std::countr_zero(word))));
    }
    return ids;
  }

 private:
  static constexpr std::size_t kBits = 64;
  std::vector<std::uint64_t> words_;
};

}  // namespace sahafa
