// `wordfish`: articles or groups on one line, found from their words alone.
//
// Columns: kind (text, term), name, position (theta of a text, beta of a term), fixed (alpha, psi), se (of theta; missing for terms), low and high (95 %
// interval of theta). The notes give the objective and how many starts reached it. Model and constraints: statistics/wordfish.h. The line has no
// meaning of its own: read the terms at its ends. The standard error takes words as independent, so it is too small.
#pragma once

#include "analysis/analysis.h"

namespace sahafa {

extern const Analysis kWordfish;

}  // namespace sahafa
