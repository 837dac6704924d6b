// `quotations`: direct speech with the one who says it.
// Columns: id, key, outlet, lang (of the article), date, sentence, holder, holder_name (both empty where the text names nobody), begin, end
// (bytes of the stored text), words, quotation (the words themselves).
#pragma once

#include "analysis/analysis.h"

namespace sahafa {

extern const Analysis kListQuotations;

}  // namespace sahafa
