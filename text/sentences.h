// Sentences. Paragraph ends (line feeds) are hard limits; a sentence never ends inside a short quotation;
// abbreviations, initials, numbers and ellipses do not end one. No language has to be given: the rules of
// both hold at once.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "text/span.h"
#include "text/tokenize.h"

namespace sahafa {

/// The sentences of `text` in order, trimmed of white space; `tokens` must be tokenize(text). Every token
/// lies in exactly one sentence. O(n).
std::vector<Span> split_sentences(std::string_view text, std::span<const Token> tokens);

/// The paragraphs of `text`: maximal runs without line feed, trimmed, empty ones left out.
std::vector<Span> split_paragraphs(std::string_view text);

}  // namespace sahafa
