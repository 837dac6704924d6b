// `claims`: every attribution of responsibility with its evidence.
// Columns: id, key, outlet, lang (of the article), sentence, holder, holder_name, voice, target, frame,
// polarity, modality, begin, end (bytes of the stored text), cue, rule, evidence (the words themselves).
#pragma once

#include "analysis/analysis.h"

namespace sahafa {

extern const Analysis kListClaims;

}  // namespace sahafa
