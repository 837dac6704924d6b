// Consonant skeletons: a name as both scripts write it. Arabic leaves short vowels out and writes sounds that it
// lacks with the nearest letter, so names meet in the consonants, with b and p, v and f, s and z, k, q and hard g
// taken together: Merkel and ميركل are MRKL, Shevchenko and شيفتشينكو XFXNK.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sahafa {

/// The skeletons of one folded word of either script, one capital a consonant, doubled ones once; at most two,
/// because Arabic ج stands for soft and, in Egypt, for hard g. May be empty strings for words of vowels only. O(n).
std::vector<std::string> consonant_skeletons(std::string_view folded_word);

}  // namespace sahafa
