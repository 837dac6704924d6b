// French enclitics: the pronouns and particles that a hyphen ties to the word before (a-t-il, est-ce,
// dis-le-moi, ce jour-là).
#pragma once

#include <string_view>

namespace sahafa {

/// Offset of the hyphen before the last enclitic of `word` (a-t-il: 1, donne-le-moi: 8), or npos. Compounds
/// stay whole: celui-ci, rendez-vous, Kim Jong-il. Thread-safe, no allocation.
std::size_t find_enclitic(std::string_view word);

}  // namespace sahafa
