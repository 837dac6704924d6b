// Which of the cues found in a sentence count.
#pragma once

#include "analysis/claims/scene.h"

namespace sahafa::claims {

/// A cue that is part of an actor's name or of an idiom says nothing, and a verb's form after a determiner is a noun; the same for verbs of saying.
void drop_false_cues(const Scene& scene, Sentence& sentence);

/// Of cues that lie inside a longer one, only the longer one counts; what stands in the gap of a pattern with another frame is none
/// of its words. An accusation without a fault never hides one with, and no noun hides a verb of accusing.
void keep_longest(const Scene& scene, std::vector<CueHit>& cues);

}  // namespace sahafa::claims
