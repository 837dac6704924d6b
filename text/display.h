// How much room a text takes in a terminal. All functions take valid UTF-8 and may be called from several
// threads.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sahafa {

/// Terminal columns: 0 for combining marks (harakat, accents) and format characters, 2 for wide East Asian
/// characters and emoji, else 1 (Unicode Standard Annex 11). "été" 3, "مُحَمَّد" 4, "東京" 4. O(n).
std::size_t display_width(std::string_view text);

/// `text`, or its beginning with an ellipsis so that it takes at most `width` columns (at least 1). Marks
/// stay with their base.
std::string cut_to_width(std::string_view text, std::size_t width);

/// `text`, or an ellipsis and its end, likewise.
std::string cut_front_to_width(std::string_view text, std::size_t width);

/// `text` with every control character, line ends included, replaced by a space.
std::string to_one_line(std::string_view text);

/// True when `text` has a letter of a right-to-left script.
bool has_right_to_left(std::string_view text);

}  // namespace sahafa
