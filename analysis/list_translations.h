// `translations`: which sentences of which articles say the same in the other language, or (rewrites) in other words.
// Columns: a, a_begin, a_end, b, b_begin, b_end (bytes of the texts), similarity (of the two passages, 0 to 1), a_text,
// b_text. Of a translation a is the French article. A row is one bead of the alignment: up to three sentences against one.
#pragma once

#include "analysis/analysis.h"

namespace sahafa {

extern const Analysis kListTranslations;

}  // namespace sahafa
