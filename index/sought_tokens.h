// Which tokens of an article's text are words that a query looks for: what a snippet marks.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/article.h"
#include "index/query_plan.h"
#include "index/search_keys.h"
#include "index/text_places.h"
#include "index/word_store.h"
#include "text/analyze.h"
#include "text/tokenize.h"

namespace sahafa {

/// The numbers of sought words (QueryPlan::words) by token; kNotSought (snippet.h) for the others.
using SoughtNumbers = std::vector<std::size_t>;

/// Words that are sought in titles are marked in texts, too; negated ones nowhere. Not thread-safe. What is passed in has to live as long.
class SoughtTokens {
 public:
  SoughtTokens(const QueryPlan& plan, Analyzer& analyzer, SearchKeys& keys);

  /// Reads where the words stand in these articles (ascending or not), for find_by_positions(). O(places of the words in the corpus).
  void read_positions(const WordStore& words, std::span<const Xapian::docid> articles);

  /// Every token is analysed: right for any text, and slow. `tokens`: how many the text has.
  SoughtNumbers find_in_text(const Article& article, std::size_t tokens);

  /// The same by what was read of the index, so that few tokens need analysis; nullopt when that cannot be told from it. The index has to be of the
  /// same revision as the article.
  std::optional<SoughtNumbers> find_by_positions(const Article& article, std::span<const Token> tokens);

 private:
  struct Place {
    std::uint64_t place = 0;  ///< find_hits.h
    std::size_t word = 0;
    friend auto operator<=>(const Place&, const Place&) = default;
  };

  bool is_marked(std::size_t word) const;
  /// Moves `position` behind a text as place_words() does; calls `visit` with each word and the positions it has. False:
  /// a token cannot be read by itself.
  template <class Visit>
  bool walk(std::string_view text, std::span<const Token> tokens, std::uint32_t& position,
            const Visit& visit);
  /// How many positions a token takes; nullopt when it is not the same token by itself.
  std::optional<std::uint32_t> count_positions(std::string_view word);

  const QueryPlan* plan_;
  Analyzer* analyzer_;
  SearchKeys* keys_;
  TextPlaces texts_;
  bool has_positions_ = false;
  std::vector<Place> places_;  ///< ascending
};

}  // namespace sahafa
