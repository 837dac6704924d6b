// Numbers that are written with a word for a thousand, a million or a milliard: 500 mille, 1,5 million, deux milliards, ٥٠٠ ألف, مليوني.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sahafa {

/// The number in digits that two folded words make, or nothing: 500 الف and 500 mille make 500000, 1.5 million 1500000,
/// deux millions 2000000.
std::optional<std::string> read_number(std::string_view count, std::string_view magnitude);

/// The number in digits that one folded word makes, or nothing: مليوني makes 2000000.
std::optional<std::string> read_dual_number(std::string_view word);

/// How else a number in digits is written.
struct NumberSpellings {
  std::vector<std::string> phrases;  ///< of two words
  std::vector<std::string> forms;    ///< folded, one word each, perhaps behind clitics
};
NumberSpellings spell_number(std::string_view digits);

}  // namespace sahafa
