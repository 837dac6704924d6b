// Membership in a fixed list of words.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace sahafa::claims {

template <std::size_t N>
bool is_one_of(std::string_view form, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, form) != words.end();
}

}  // namespace sahafa::claims
