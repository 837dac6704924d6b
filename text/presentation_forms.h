// Arabic presentation forms and Latin f-ligatures: characters that exist for old fonts and stand for plain
// letters.
#pragma once

#include <string>

namespace sahafa {

/// Appends the letters for which `c` stands if it is such a form (ﻻ to لا, ﷲ to الله, ﬁ to fi), else `c`
/// itself. A spacing haraka becomes the combining one. Thread-safe.
void append_presentation_form(char32_t c, std::string& out);

}  // namespace sahafa
