// `map`: correspondence analysis of groups x terms: outlets that use the same words lie together, with the words they use.
//
// Columns: kind (group, term), name, x, y, mass, quality (share of the point's inertia that the two axes show; distrust points below 0.2); with
// --axes N dim3, ...; with --replicates N ellipse_a, ellipse_b and angle for groups: the 95 % ellipse of the places that a group takes when its
// clusters of articles are resampled and projected on the same axes (partial bootstrap, Greenacre 2017). The notes give each axis's inertia. Formulas:
// statistics/correspondence.h.
#pragma once

#include "analysis/analysis.h"

namespace sahafa {

extern const Analysis kMap;

}  // namespace sahafa
