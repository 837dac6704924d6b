// Sources that are named without a verb of saying: selon X, the statement of X, "X :".
#pragma once

#include <optional>

#include "analysis/claims/speech.h"

namespace sahafa::claims {

/// "Selon X, ...": needs its source at hand; "pour" opens a sentence or stands between commas.
std::optional<Speech> read_according(const Scene& scene, const Sentence& sentence, const WordHit& hit,
                                     const Discourse& discourse);

/// "la question écrite de la députée X", بيان الوزارة, "son communiqué": what follows the noun is said by its owner.
std::optional<Speech> read_statement(const Scene& scene, std::size_t index, const WordHit& hit);

/// "X : « ... »", and at the beginning of a headline "X : ...".
std::optional<Speech> read_colon(const Scene& scene, const Sentence& sentence);

}  // namespace sahafa::claims
