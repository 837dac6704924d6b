// `dispersion`: how evenly each term is spread over the articles, outlets or months of each group.
//
// Columns: group, term, count, parts (of the group), range (parts with the term), dp, dp_norm, juilland_d, carroll_d2,
// rosengren_s, kl (bits). Formulas with a worked example: statistics/dispersion.h. Over a few outlets all of them are
// coarse; articles are the better parts.
#pragma once

#include "analysis/analysis.h"

namespace sahafa {

extern const Analysis kDispersion;

}  // namespace sahafa
