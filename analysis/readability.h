// `readability`: how hard French articles are to read.
//
// Columns: unit, lang, words, sentences, syllables, words_per_sentence, syllables_per_word, kandel_moles: 207 - 1.015 words /
// sentences - 73.6 syllables / words (Kandel and Moles 1958, Flesch for French): about 100 for a child's book, 50 for a newspaper, 0 for a statute.
// Example: 100 words in 5 sentences with 170 syllables are 61.6. Arabic has no value: formulas for it need vowelled texts (El-Haj and Rayson 2016),
// which the press does not write; words and sentences are counted all the same.
#pragma once

#include "analysis/analysis.h"

namespace sahafa {

/// The formula; words and sentences above 0.
double kandel_moles(double words, double sentences, double syllables);

extern const Analysis kReadability;

}  // namespace sahafa
