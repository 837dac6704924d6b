// `dfm`: how often each term stands in each article: the document-term matrix.
//
// Columns of the table (long form, only what occurs): group (language), article (its key, or its id where it has none), term, count,
// weight. --weight: count (weight = count), tfidf = count log10(N / df), tfidf-prop = count / tokens of the article x ln(N / df), prop =
// count / tokens. N and df (articles, articles with the term) are those of the article's language. `--as mtx` and `--as npz` write a sparse
// matrix, `--as csv` a dense one with a column a term. Terms in byte order.
#pragma once

#include "analysis/analysis.h"

namespace sahafa {

extern const Analysis kDfm;

}  // namespace sahafa
