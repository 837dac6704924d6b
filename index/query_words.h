// Plain text inside a query as words. Shared by the lexer and by phrases.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "index/query.h"
#include "text/tokenize.h"

namespace sahafa {

bool is_query_space(char32_t c);
bool is_query_quote(char32_t c);
/// The closing partners of a quotation mark; empty when `c` opens nothing. Double marks close one another: people
/// mix them.
std::u32string_view closing_quotes(char32_t c);

/// The words of a stretch of plain text. Elided articles (l', d') say nothing and are left out where a word
/// stands beside them.
std::vector<Token> query_words(std::string_view text);

/// A token as the words that it is when it stands alone, as it does in the text of the query: beside others it may have kept
/// a full stop, or letters behind its figures, that it loses then.
std::vector<std::string> words_alone(std::string_view token);

/// A phrase without what stands before its first and behind its last word; empty when it has none.
std::string trim_phrase(std::string text);

std::string collapse_spaces(std::string_view text);

/// The pattern that a word with a * is. `at` is its place in `query`, for the Error(usage).
QueryNode make_pattern(std::string_view query, std::size_t at, std::string_view field,
                       std::string_view chunk);

}  // namespace sahafa
