// Abbreviations of the French and the Arabic press to which a full stop belongs, and the words by which one
// tells them from the end of a sentence. Case of ASCII letters aside; thread-safe, no allocation.
#pragma once

#include <cstdint>
#include <string_view>

namespace sahafa {

enum class Abbreviation : std::uint8_t {
  none,
  before_name,    ///< M. Dupont, د. محمد: no sentence ends with it
  before_number,  ///< p. 5, art. 12: nor with it
  anywhere,       ///< etc., av., Inc.
};

/// What `word`, written without its full stop, abbreviates.
Abbreviation abbreviation(std::string_view word);

/// Whether `letters`, glued behind a figure, are a unit and so a word of their own: 160km, 14h, 2m.
bool is_glued_unit(std::string_view letters);

/// Whether `word` is a function word, which has a capital at the start
/// of a sentence only: it tells "U.S. Army" from "aux U.S. Le président".
bool is_function_word(std::string_view word);

}  // namespace sahafa
