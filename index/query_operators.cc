#include "index/query_operators.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "index/query_error.h"
#include "text/fold.h"

namespace sahafa {
namespace {

using Type = QueryPiece::Type;

struct Spelling {
  std::string_view word;
  Type type;
  std::uint32_t distance = 0;  ///< without a number behind it; 0: takes none
};
constexpr std::array kSpellings = {
    Spelling{"AND", Type::conjunction},   Spelling{"ET", Type::conjunction},
    Spelling{"/و/", Type::conjunction},   Spelling{"OR", Type::disjunction},
    Spelling{"OU", Type::disjunction},    Spelling{"/أو/", Type::disjunction},
    Spelling{"NOT", Type::negation},      Spelling{"SAUF", Type::negation},
    Spelling{"/ليس/", Type::negation},    Spelling{"NEAR", Type::near, 10},
    Spelling{"PRÈS", Type::near, 10},     Spelling{"PRES", Type::near, 10},
    Spelling{"/قرب/", Type::near, 10},    Spelling{"ADJ", Type::ordered, 1},
    Spelling{"SUIVI", Type::ordered, 1},  Spelling{"/يلي/", Type::ordered, 1},
    Spelling{"SENTENCE", Type::sentence}, Spelling{"PHRASE", Type::sentence},
    Spelling{"/جملة/", Type::sentence},
};

const Spelling* find_spelling(std::string_view word) {
  const auto* found = std::ranges::find(kSpellings, word, &Spelling::word);
  return found == kSpellings.end() ? nullptr : found;
}

/// Behind the word: "/5", or "5" where the word ends with a slash itself.
std::string_view number_of(std::string_view rest, const Spelling& spelling) {
  return spelling.word.ends_with('/') ? rest : rest.substr(1);
}

const Spelling* find_with_number(std::string_view chunk) {
  for (const Spelling& spelling : kSpellings) {
    if (spelling.distance == 0 || !chunk.starts_with(spelling.word) || chunk == spelling.word) continue;
    if (spelling.word.ends_with('/') || chunk[spelling.word.size()] == '/') return &spelling;
  }
  return nullptr;
}

}  // namespace

std::optional<QueryOperator> find_operator(std::string_view query, std::size_t at, std::string_view chunk) {
  if (const Spelling* plain = find_spelling(chunk)) return QueryOperator{plain->type, plain->distance};
  const Spelling* spelling = find_with_number(chunk);
  if (spelling == nullptr) return std::nullopt;
  const std::string number = fold(number_of(chunk.substr(spelling->word.size()), *spelling));
  std::uint32_t distance = 0;
  const auto [stop, error] = std::from_chars(number.data(), number.data() + number.size(), distance);
  if (error != std::errc() || stop != number.data() + number.size() || distance < 1 ||
      distance > kMaxQueryDistance) {
    const std::string_view slash = spelling->word.ends_with('/') ? "" : "/";
    fail_query(query, at,
               fmt::format("{} needs a distance in words from 1 to {}", spelling->word, kMaxQueryDistance),
               fmt::format("write it as {}{}5", spelling->word, slash));
  }
  return QueryOperator{spelling->type, distance};
}

bool is_operator(std::string_view word) {
  return find_spelling(word) != nullptr || find_with_number(word) != nullptr;
}

}  // namespace sahafa
