// `colloc`: the words that keep company with a word.
//
// Columns: term, observed, expected, log_dice, pmi, g2, t; with --show also mi3, npmi, z, dice, chi2, log_dice_margins,
// delta_p_term (given the node), delta_p_node (given the term), lambda, lambda_z. Formulas with a worked example:
// statistics/association.h.
//
// `--span window` (default): within --window words on either side of the node, in the same article. observed counts the places of
// the term that lie in the window of some node, so a place between two nodes counts once and no cell of the table is
// negative; r1 is the number of all places in windows, c1 the frequency of the term, n all words. `--span next`: the word right after the
// node; places are then pairs of neighbours. Node "*" with `--span next` takes all pairs, and term is "first second".
// Sorted by log_dice, never by p.
#pragma once

#include "analysis/analysis.h"

namespace sahafa {

extern const Analysis kColloc;

}  // namespace sahafa
