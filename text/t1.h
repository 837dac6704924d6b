// Tokenisation "T1": the bare rule by which published figures can be recomputed with any tool. Runs of letters,
// marks and numbers (Unicode general categories L*, M*, N*) of the text in NFC, lower-cased by the root locale;
// all else separates, so l'audit is l, audit. Nothing is folded, stemmed or left out. The program's own
// tokenizer (tokenize.h) knows more about both languages; this one is for comparison with other tools.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace sahafa {

inline constexpr std::string_view kT1 = "T1";

struct T1Token {
  Span span;         ///< of the text
  std::string form;  ///< lower case
};

/// The tokens of valid UTF-8 in NFC (the stored form is), in order. O(n). May be called from several threads.
std::vector<T1Token> tokenize_t1(std::string_view text);

}  // namespace sahafa
