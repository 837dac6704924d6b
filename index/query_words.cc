#include "index/query_words.h"

#include <algorithm>
#include <iterator>

#include "index/query_error.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

std::vector<Token> without_marks(std::string_view text) {
  std::vector<Token> tokens = tokenize(text);
  std::erase_if(tokens, [](const Token& token) { return token.kind == TokenKind::mark; });
  return tokens;
}

}  // namespace

bool is_query_space(char32_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xa0 || c == 0x202f ||
         (c >= 0x2000 && c <= 0x200a) || c == 0x3000;
}

std::u32string_view closing_quotes(char32_t c) {
  constexpr std::u32string_view kDouble = U"\"“”„‟″＂";
  if (kDouble.find(c) != std::u32string_view::npos) return kDouble;
  switch (c) {
    case U'«':
      return U"»";
    case U'»':
      return U"«";
    case U'‹':
      return U"›";
    default:
      return {};
  }
}

bool is_query_quote(char32_t c) { return !closing_quotes(c).empty() || c == U'›'; }

std::vector<Token> query_words(std::string_view text) {
  std::vector<Token> tokens = without_marks(text);
  const auto is_elision = [&](const Token& token) { return fold(slice(text, token.span())).ends_with('\''); };
  if (!std::ranges::all_of(tokens, is_elision)) std::erase_if(tokens, is_elision);
  return tokens;
}

std::vector<std::string> words_alone(std::string_view token) {
  token.remove_prefix(std::min(token.find_first_not_of('-'), token.size()));
  const std::vector<Token> words = query_words(token);
  if (words.empty() || words.front().span().size() == token.size()) return {std::string(token)};
  std::vector<std::string> alone;
  for (const Token& word : words)
    std::ranges::move(words_alone(slice(token, word.span())), std::back_inserter(alone));
  return alone;
}

std::string collapse_spaces(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' || !out.ends_with(' ')) out += c;
  }
  return out;
}

std::string trim_phrase(std::string text) {
  // Again until nothing changes: without the marks behind it the last word may end otherwise (etc. and etc).
  while (true) {
    const std::vector<Token> words = without_marks(text);
    if (words.empty()) return {};
    std::string trimmed = collapse_spaces(
        std::string_view(text).substr(words.front().begin, words.back().end - words.front().begin));
    if (trimmed == text) return text;
    text = std::move(trimmed);
  }
}

QueryNode make_pattern(std::string_view query, std::size_t at, std::string_view field,
                       std::string_view chunk) {
  bool enough = false;
  for (std::size_t begin = 0; begin < chunk.size();) {
    const std::size_t end = std::min(chunk.find('*', begin), chunk.size());
    const std::string_view piece = chunk.substr(begin, end - begin);
    begin = end + 1;
    if (piece.empty()) continue;
    if (without_marks(piece).size() != 1)
      fail_query(query, at, "* stands for letters of one word", "write one word, as in cyber* or dés*tion");
    enough = enough || count_code_points(fold(piece)) >= 2;
  }
  if (!enough) {
    fail_query(query, at, "* needs one word of at least two letters beside it",
               "write more of the word, as in cyber*");
  }
  return {.kind = QueryNode::Kind::pattern, .field = std::string(field), .text = std::string(chunk)};
}

}  // namespace sahafa
