// Which of the words of a plan a token of a text is.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "index/query_plan.h"
#include "index/search_keys.h"

namespace sahafa {

struct WordMatch {
  std::uint32_t word = 0;       ///< in QueryPlan::words
  std::uint8_t first_part = 0;  ///< parts of a compound that it covers
  std::uint8_t last_part = 0;
  bool whole = false;  ///< matched by its closed form: one position, all of the compound
};

/// Remembers each word type, so that a known one costs a look-up by address. Not thread-safe.
class WordMatcher {
 public:
  /// The plan has to live as long.
  explicit WordMatcher(const QueryPlan& plan);

  /// `keys` lives in a SearchKeys that outlives the matcher. Exact words and titles are not told apart here.
  const std::vector<WordMatch>& match(const WordKeys& keys);

 private:
  using Numbers = std::unordered_map<std::string_view, std::vector<std::uint32_t>>;

  std::vector<WordMatch> make(const WordKeys& keys) const;
  static void add(const Numbers& numbers, std::string_view term, WordMatch like,
                  std::vector<WordMatch>& matches);

  Numbers by_key_;
  Numbers by_form_;
  std::unordered_map<const WordKeys*, std::vector<WordMatch>> known_;
};

}  // namespace sahafa
