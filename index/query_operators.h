// The operators of the query language in their three spellings.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "index/query_lexer.h"

namespace sahafa {

struct QueryOperator {
  QueryPiece::Type type = QueryPiece::Type::end;
  std::uint32_t distance = 0;
};

/// The operator that `chunk` is, which stands at byte `at` of `query`; nullopt when it is a word. Throws
/// Error(usage) for a distance that is none.
std::optional<QueryOperator> find_operator(std::string_view query, std::size_t at, std::string_view chunk);

/// True when `word` alone would be read as an operator.
bool is_operator(std::string_view word);

}  // namespace sahafa
