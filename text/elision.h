// French elision: which words lose their vowel before an apostrophe, and which apostrophes do not cut a word.
#pragma once

#include <string_view>

namespace sahafa {

/// Whether the apostrophe behind `word` ends a token of its own (l’, jusqu’, Qu’), given the text that
/// follows it. False for words written with an apostrophe of their own: presqu’île, quelqu’un, c’est-à-dire,
/// M’Hamed, N’Diaye, aujourd’hui. Thread-safe, no allocation.
bool is_elision(std::string_view word, std::string_view after_apostrophe);

}  // namespace sahafa
