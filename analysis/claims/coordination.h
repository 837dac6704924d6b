// Actors that share a role: joined by et, و, ainsi que, mais aussi, or listed.
#pragma once

#include <vector>

#include "analysis/claims/scene.h"

namespace sahafa::claims {

/// True when `right` follows `left` and shares its role. A comma joins only in a list: "X, Y et Z".
bool is_joined(const Scene& scene, const Sentence& sentence, const Mention& left, const Mention& right);

/// `first` and the mentions joined to it.
std::vector<const Mention*> with_coordinated(const Scene& scene, const Sentence& sentence,
                                             const Mention& first);

}  // namespace sahafa::claims
