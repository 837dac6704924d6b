// Lower case by the rules of Unicode's root locale, so that no language of the machine changes what is counted.
#pragma once

#include <string>
#include <string_view>

namespace sahafa {

/// `text` (valid UTF-8) in lower case.
std::string lower_case(std::string_view text);

}  // namespace sahafa
