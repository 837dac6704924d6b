// Tokens: words, numbers and marks with their spans. One tokenizer serves everything: what is counted is what
// is searched is what is deduplicated.
//
// French: elisions are tokens of their own (l’ | enquête, jusqu’ | à; aujourd’hui, presqu’île, M’Hamed stay
// whole); hyphenated words stay whole unless a clitic follows the hyphen (a-t-il: a | -t-il), as the
// treebanks cut them. Arabic: the orthographic word is the token; its clitics are an analysis beside it
// (clitics.h). Both: numbers with their grouping and decimals (1 234,5 / 500.000 / ٥٠٠٬٠٠٠) are one token,
// acronyms with dots one token (C.N.S.S.), handles, addresses and e-mails one token; Latin glued to Arabic
// (الـCNSS) is cut where the script changes.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace sahafa {

enum class TokenKind : std::uint8_t {
  word,    ///< has a letter
  number,  ///< digits, perhaps grouped, perhaps with a unit sign glued on
  mark,    ///< punctuation, symbols, emoji
};

struct Token {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  TokenKind kind = TokenKind::word;

  Span span() const { return {begin, end}; }
  friend bool operator==(const Token&, const Token&) = default;
};

/// Appends the tokens of `text` (valid UTF-8, at most 4 GiB) to `out`, in order, without overlap. Everything
/// that is not white space or ignorable belongs to a token. O(n), no allocation but `out`. May be called from
/// several threads.
void tokenize(std::string_view text, std::vector<Token>& out);

std::vector<Token> tokenize(std::string_view text);

}  // namespace sahafa
