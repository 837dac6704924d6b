// Syllables of French words, as a careful reader says them: what readability formulas count.
#pragma once

#include <cstddef>
#include <string_view>

namespace sahafa {

/// Number of syllables of a French word (valid UTF-8, lower case), at least 1. Vowels that stand together are one syllable
/// (eau, oui, tien), but for those that are said apart: behind é, before a diaeresis, i and u behind two consonants of which the
/// second is l or r (ou-bli-er, cru-el), a before o, o before a, y between vowels (ro-yaume). Silent are e and es at the end, ent at the end
/// of verbs, and u in qu, gue, gui. Right for about nineteen words of twenty; what is left are words that speakers cut differently.
std::size_t count_french_syllables(std::string_view word);

}  // namespace sahafa
