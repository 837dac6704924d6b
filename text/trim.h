// White space at the ends of a text.
#pragma once

#include <string_view>

namespace sahafa {

/// `text` without white space at its ends, narrow and no-break spaces included.
std::string_view trim(std::string_view text);

}  // namespace sahafa
