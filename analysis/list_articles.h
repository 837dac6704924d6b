// `articles`: every article of the sub-corpus, a row each.
// Columns: id, key, outlet, lang, date, title, words, copies (in the sources), cluster (id of its canonical
// article), url.
#pragma once

#include "analysis/analysis.h"

namespace sahafa {

extern const Analysis kListArticles;

}  // namespace sahafa
