// `lexdiv`: how varied the words of each article or group are.
//
// Columns: unit, tokens, types, hapax, ttr, mattr, mtld, hdd, yule_k, guiraud, cttr, herdan. Formulas with a worked example:
// statistics/lexical_diversity.h. The articles of a group are read one after the other, in order of their ids. Missing where a text is
// too short for the measure. French and Arabic are not comparable: what Arabic writes in one word are two or three types' worth in French.
#pragma once

#include "analysis/analysis.h"

namespace sahafa {

extern const Analysis kLexdiv;

}  // namespace sahafa
