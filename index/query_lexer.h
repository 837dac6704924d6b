// Cuts a query into pieces: marks of the language, and operands that are ready.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "index/query.h"

namespace sahafa {

struct QueryPiece {
  enum class Type {
    open,
    close,
    conjunction,
    disjunction,
    negation,
    minus,
    near,
    ordered,
    sentence,
    operand,
    end
  };
  Type type = Type::end;
  std::size_t at = 0;  ///< byte in the query
  QueryNode operand = {};
  std::uint32_t distance = 0;  ///< of near and ordered
};

/// The pieces of a query in the stored form, the last of type end. Throws Error(usage), see Query::parse.
std::vector<QueryPiece> lex_query(std::string_view query, const Codebook& codebook);

}  // namespace sahafa
