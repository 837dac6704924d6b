// How often each term stands in each article: the sparse matrix from which frequencies and keyness are
// computed. It knows nothing of files: token_terms.h fills it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "index/term_count.h"
#include "text/large_pages.h"

namespace sahafa {

/// Rows are articles in the order of a selection; term ids index `terms`.
struct TermCounts {
  std::vector<std::string> terms;                 ///< as shown
  std::vector<std::span<const TermCount>> cells;  ///< per row, terms by first appearance in the article
  std::shared_ptr<const void> memory;  ///< where the cells lie: counted here, or the mapped token store
  std::vector<std::uint32_t> tokens;   ///< per row: all counted tokens, whatever is trimmed later
  std::size_t unknown_rows = 0;        ///< articles whose tokens are not stored yet; their rows are empty

  std::size_t rows() const { return tokens.size(); }
  std::span<const TermCount> row(std::size_t i) const { return cells[i]; }
};

/// Counts ids row by row. O(ids) with one slot of memory an id: sorting each row would take six times as
/// long.
class TermCounter {
 public:
  /// Room for articles of `ids` terms in all, so that large counts are not copied while they grow. Room that is not used costs no memory.
  void reserve(std::size_t ids) { cells_.reserve(ids); }
  /// Adds an article as the ids of its terms.
  void add_row(std::span<const std::uint32_t> ids) { add_row(ids, ids.size()); }
  /// The same of an article of `tokens` tokens, not all of which are counted terms.
  void add_row(std::span<const std::uint32_t> ids, std::size_t tokens);

  /// The counts; `terms` names every id. The counter is empty afterwards.
  TermCounts finish(std::vector<std::string> terms);

 private:
  /// A large matrix is written once from end to end: a page of 4 KiB would cost more to be given than to be filled.
  using Cells = std::vector<TermCount, LargePageAllocator<TermCount>>;

  Cells cells_;
  std::vector<std::size_t> offsets_{0};
  std::vector<std::uint32_t> tokens_;
  // Half the size of whole positions, so that twice as many stay in the cache.
  static constexpr std::size_t kMostSlots = std::size_t{1} << 32U;
  std::vector<std::uint32_t> slots_;  // per id: one more than its last cell, counted from base_
  std::size_t base_ = 0;
};

/// Numbers sequences of ids, so that n-grams can be counted as terms.
class NgramVocabulary {
 public:
  /// `length` ids make an n-gram; at least 1.
  explicit NgramVocabulary(std::size_t length) : length_(length) {}

  /// Replaces the ids of an article by those of its n-grams: as many less one than `length` fewer.
  void to_ngrams(std::vector<std::uint32_t>& ids);

  /// The n-grams by id, their parts named by `names` and joined by spaces.
  std::vector<std::string> name(std::span<const std::string> names) const;

 private:
  // Pairs, triples, ...: the id of the n-gram one shorter in the high half, that of the term that follows in the
  // low half.
  using Level = std::unordered_map<std::uint64_t, std::uint32_t>;

  std::size_t length_;
  std::vector<Level> levels_;
};

}  // namespace sahafa
