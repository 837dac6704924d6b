// The interpolated "dit-il" of French direct speech: "« Je pars, dit-il en se levant, et vous ? »".
#pragma once

#include <vector>

#include "text/prose.h"

namespace sahafa {

/// The parts of `speech` that are said: it without its interpolated clauses of saying. O(n).
std::vector<Extent> without_incises(const Prose& prose, Extent speech);

}  // namespace sahafa
