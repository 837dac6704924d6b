// What a word sounds like in both scripts, roughly: consonants as capitals, with b and p, v and f, k, q and hard g taken together,
// vowels as a, e, i, u. Arabic writes long vowels only. Folded words; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sahafa {

/// The sounds of one folded word of either script, doubled ones once; at most two readings, because Arabic ج stands for soft and, in
/// Egypt, for hard g. May be empty strings. O(n).
std::vector<std::string> word_sounds(std::string_view folded_word);

/// The classes of consonants (s and z are one, k and kh another) of sounds, doubled ones once also across a vowel.
std::string consonants_of(std::string_view sounds);

/// How alike a name of each script sounds, from 0 to 1: one less the cost of the cheapest alignment for each sound of the longer. A
/// vowel that Arabic does not write costs 0.2 (e 0.1, at an end 0.5), a long one that the other lacks 0.6 (ا 0.3), another consonant of the
/// class 0.4, of another class 1. Boubrik and بوبريك: 1.
/// O(length x length).
double sound_likeness(std::string_view latin, std::string_view arabic);

}  // namespace sahafa
