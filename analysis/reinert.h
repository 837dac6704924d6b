// `reinert`: what an affair is talked about in: descending classification of segments of text, as Alceste and IRaMuTeQ do it.
//
// Articles are cut into segments of about --segment words, a segment has a term or has it not, and the segments are divided as statistics/descending.h says.
// Columns: class (numbered as the tree is drawn), path (the divisions that lead to it: 0 left, 1 right), segments, share, articles, term, chi2 (of term and
// class over segments, 1 degree of freedom; only terms that the class has more than it should), in_class (segments of the class with the term), in_all, p, q
// (Benjamini-Hochberg over all terms and classes; a screen, since the classes were made from the same words). Terms by chi2 within a class.
#pragma once

#include "analysis/analysis.h"

namespace sahafa {

extern const Analysis kReinert;

}  // namespace sahafa
