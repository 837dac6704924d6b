// Words that say little about what a text is about: articles, prepositions, pronouns, auxiliaries, and the words that make a
// question. Ranking gives them a small weight; nothing else may leave them out.
#pragma once

#include <string_view>

namespace sahafa {

/// `form` is folded (fold.h). French and Arabic; elided French words end with an apostrophe.
bool is_stop_word(std::string_view form);

}  // namespace sahafa
