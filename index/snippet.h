// The piece of a text that shows why it was found: whole tokens, with the words that were sought marked.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"
#include "text/tokenize.h"

namespace sahafa {

struct Snippet {
  std::string text;         ///< one line: line feeds became spaces
  std::vector<Span> marks;  ///< sought words, in bytes of `text`, in order
  Span source;              ///< where it stands in the article's text
  bool cut_before = false;  ///< the article's text goes on before it
  bool cut_after = false;
};

/// No sought word (the number of a word otherwise).
inline constexpr std::size_t kNotSought = static_cast<std::size_t>(-1);

/// The `length` tokens with the most different sought words, then with the most of them, then the first; the
/// beginning of the text when there are none. `sought` has the number of the sought word for each of
/// `tokens`. O(tokens + hits * length).
Snippet make_snippet(std::string_view text, std::span<const Token> tokens,
                     std::span<const std::size_t> sought, std::size_t length);

/// Takes words that say little (text/stop_words.h) off `sought` where they stand by themselves, unless no other was found: the de of
/// "Caisse nationale de sécurité sociale" is a hit there and nowhere else. O(tokens).
void drop_lone_stop_words(std::string_view text, std::span<const Token> tokens,
                          std::span<std::size_t> sought);

/// The snippet as one string, with `open` and `close` around each marked word and … where it was cut. For
/// HTML, escape the pieces yourself: nothing is escaped here.
std::string mark_up(const Snippet& snippet, std::string_view open, std::string_view close);

}  // namespace sahafa
