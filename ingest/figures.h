// Figures as both languages write them: 1 234,5 and 1,234.5 and ١٬٢٣٤٫٥ are one number.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sahafa {

/// The numbers of a folded number token: grouping taken out, the decimal sign a full stop, no trailing zeros behind
/// it. Scores, ranges and dates (4-0, 25/01/06) are several. Empty for a token without digits. O(n).
std::vector<std::string> plain_numbers(std::string_view folded_token);

}  // namespace sahafa
