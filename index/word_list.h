// Where one word stands in many articles, in few bytes. For each article, ascending: its distance from the one before, doubled, plus one where
// the word stands there once; else its number of places; then, in a list with positions, the first position and the distances of the
// others. All numbers are little-endian base 128, seven bits a byte. From kCountWithBytes places on the bytes that they take stand before the first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "index/document_set.h"

namespace sahafa {

/// Adds an article behind `before`, the last one of the list (0: there is none). `positions` ascending, at least one.
void append_article(std::string& list, std::uint32_t before, std::uint32_t article,
                    std::span<const std::uint32_t> positions, bool with_positions);

inline constexpr std::uint32_t kCountWithBytes = 4;

/// A place in a list from which it can be read on: in front of an article.
struct WordListSkip {
  std::uint32_t before = 0;  ///< the article in front of it
  std::uint32_t byte = 0;    ///< of the list
};

/// Every so many articles of a list can be leapt to.
inline constexpr std::uint32_t kSkipArticles = 32;

/// Goes through a list.
class WordListReader {
 public:
  /// `skips` of the list, ascending; none for a short one.
  WordListReader(std::span<const std::byte> list, bool with_positions,
                 std::span<const WordListSkip> skips = {})
      : begin_(list.data()),
        at_(list.data()),
        end_(list.data() + list.size()),
        skips_(skips),
        with_positions_(with_positions) {}

  /// Moves to the next article; false behind the last. Throws Error(malformed) when the bytes are no list.
  bool next() {
    pass_positions();
    if (at_ == end_) return false;
    const std::uint32_t step = read();
    article_ += step >> 1U;
    count_ = (step & 1U) != 0 ? 1 : read();
    left_ = with_positions_ ? count_ : 0;
    bytes_ = left_ >= kCountWithBytes ? read() : 0;
    return true;
  }

  /// Makes next() move to the first article that is not before `wanted`, or to one that is before it, behind the one at hand.
  void leap_towards(std::uint32_t wanted) {
    if (skip_ == skips_.size() || skips_[skip_].before >= wanted) return;
    leap(wanted);
  }

  std::uint32_t article() const { return article_; }
  std::uint32_t count() const { return count_; }

  /// The positions in the article at hand, ascending; once an article, and of a list with positions.
  template <class Visit>
  void visit_positions(const Visit& visit) {
    std::uint32_t position = 0;
    bytes_ = 0;
    for (; left_ > 0; --left_) {
      position += read();
      visit(position);
    }
  }

  /// What is not read yet; precondition: the positions of the article at hand are.
  std::span<const std::byte> rest() const { return {at_, end_}; }

 private:
  [[noreturn]] static void fail();
  void pass_positions() {
    if (bytes_ > 0) {
      if (bytes_ > static_cast<std::size_t>(end_ - at_)) fail();
      at_ += bytes_;
      bytes_ = 0;
      left_ = 0;
    }
    for (; left_ > 0; --left_) read();
  }
  void leap(std::uint32_t wanted);

  /// Most numbers have one byte.
  std::uint32_t read() {
    if (at_ == end_) fail();
    const auto byte = static_cast<std::uint32_t>(*at_++);
    return byte < 0x80U ? byte : read_more(byte & 0x7FU);
  }
  std::uint32_t read_more(std::uint32_t value) {
    for (unsigned shift = 7; shift < 35; shift += 7) {
      if (at_ == end_) fail();
      const auto byte = static_cast<std::uint32_t>(*at_++);
      value |= (byte & 0x7FU) << shift;
      if (byte < 0x80U) return value;
    }
    fail();
  }

  const std::byte* begin_;
  const std::byte* at_;
  const std::byte* end_;
  std::span<const WordListSkip> skips_;
  std::size_t skip_ = 0;  ///< the first one that lies ahead, or that was not looked at
  bool with_positions_;
  std::uint32_t article_ = 0;
  std::uint32_t count_ = 0;
  std::uint32_t left_ = 0;   ///< positions of the article at hand that were not read
  std::uint32_t bytes_ = 0;  ///< that they take, where the list says it
};

/// The places of a list that can be leapt to. O(list).
std::vector<WordListSkip> find_skips(std::span<const std::byte> list, bool with_positions);

/// Adds the articles of `more` to a list whose last article is `before`; returns the last one then. All articles of `more` are higher.
std::uint32_t append_list(std::string& list, std::uint32_t before, std::span<const std::byte> more,
                          bool with_positions);

/// The same without the articles that are `gone`; counts the others in `articles`.
std::uint32_t append_list_without(std::string& list, std::uint32_t before, std::span<const std::byte> more,
                                  bool with_positions, const DocumentSet& gone, std::uint32_t& articles);

}  // namespace sahafa
