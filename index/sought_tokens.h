// Which tokens of an article's text are words that a query looks for: what a snippet marks.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/article.h"
#include "index/query_plan.h"
#include "index/search_keys.h"
#include "index/word_matcher.h"
#include "text/analyze.h"
#include "text/tokenize.h"

namespace sahafa {

/// The numbers of sought words (QueryPlan::words) by token; kNotSought (snippet.h) for the others.
using SoughtNumbers = std::vector<std::size_t>;

/// Not thread-safe. What is passed in has to live as long.
class SoughtTokens {
 public:
  SoughtTokens(const QueryPlan& plan, const Xapian::Database& database, Analyzer& analyzer, SearchKeys& keys);

  /// Every token is analysed: right for any text, and slow.
  SoughtNumbers find_in_text(std::string_view text, std::span<const Token> tokens);

  /// The same by the positions that the index has of this article, so that few tokens need analysis; nullopt when that
  /// cannot be told from these. The index has to be of the same revision as the article.
  std::optional<SoughtNumbers> find_by_positions(const Article& article, std::span<const Token> tokens);

 private:
  using Places = std::vector<std::pair<std::uint32_t, std::size_t>>;  ///< position, word; ascending

  Places read_places(Xapian::docid article) const;
  /// Moves `position` behind a text as place_words() does; calls `visit` with each word and the positions it has. False:
  /// a token cannot be read by itself.
  template <class Visit>
  bool walk(std::string_view text, std::span<const Token> tokens, std::uint32_t& position,
            const Visit& visit);
  /// nullptr when the token is not the same token by itself.
  const WordKeys* keys_of(std::string_view word);

  const QueryPlan* plan_;
  const Xapian::Database* database_;
  Analyzer* analyzer_;
  SearchKeys* keys_;
  WordMatcher matcher_;
  std::size_t terms_ = 0;  ///< whose positions have to be read
};

}  // namespace sahafa
