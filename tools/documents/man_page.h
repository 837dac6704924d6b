// Manual pages (man 7 groff_man) out of the list of verbs.
#pragma once

#include <string>

#include "tools/verb.h"

namespace sahafa::tools {

/// sahafa(1): what the program is, its verbs, the options that all of them have, exit codes.
std::string make_overview_page(std::span<const Verb> verbs, std::string_view version);

/// sahafa-VERB(1).
std::string make_verb_page(const Verb& verb, std::string_view version);

}  // namespace sahafa::tools
