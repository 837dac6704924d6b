// Names of authors out of the lines that announce them: "Par Leïla Amrani et Paul Roux, le 8 avril 2025", "بقلم:
// سعاد العلوي".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sahafa {

/// The names in a byline, in order: without the words before them ("Par", "Propos recueillis par", "بقلم", "By"), a
/// date, a town or a role behind them; empty where nothing in it is a name. O(n).
std::vector<std::string> names_of_byline(std::string_view byline);

/// True if `line` says itself that it is a byline: one of those words, then names and nothing else.
bool is_byline(std::string_view line);

/// The name that is the last line of a text, or empty: two to four words with capitals (Latin script only, since only
/// it shows what a name is).
std::string signature_of(std::string_view text);

/// True if `line` is one of those words and nothing else; the names stand in the next line.
bool is_byline_word(std::string_view line);

/// True if `line` begins with one of those words and holds little more than names.
bool begins_like_byline(std::string_view line);

}  // namespace sahafa
