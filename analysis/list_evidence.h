// `evidence`: the claims behind a number of stance or compare, each in its sentence.
// Takes the same options; a group, target or frame that is not given is every one.
// Columns: id, key, outlet, lang, date, title, url (of the article), sentence, holder, holder_name, voice,
// target, frame, polarity, modality, cue, rule, left, match, right (the sentence around the evidence).
#pragma once

#include "analysis/analysis.h"

namespace sahafa {

extern const Analysis kEvidence;

}  // namespace sahafa
