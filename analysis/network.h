// `network`: which of the commonest words stand near each other: the edges of a co-occurrence network.
//
// Columns: source, target, count (pairs of places within the window, each once), expected (if places were dealt at random), pmi,
// log_dice. `--as gexf` and `--as graphml` write a graph for Gephi, Cytoscape or igraph: words with their frequency, edges with the
// same figures.
#pragma once

#include "analysis/analysis.h"

namespace sahafa {

extern const Analysis kNetwork;

}  // namespace sahafa
