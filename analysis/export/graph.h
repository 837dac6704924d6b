// Networks on their way to other programs: Gephi (GEXF 1.2), Cytoscape and igraph (GraphML).
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

namespace sahafa {

struct GraphNode {
  std::string label;
  double count = 0.0;
};

struct GraphEdge {
  std::size_t a = 0;
  std::size_t b = 0;
  double count = 0.0;
  double expected = 0.0;
  double pmi = 0.0;
  double log_dice = 0.0;
};

struct Graph {
  std::vector<GraphNode> nodes;
  std::vector<GraphEdge> edges;  ///< undirected
};

void write_gexf(const Graph& graph, std::ostream& out);
void write_graphml(const Graph& graph, std::ostream& out);

}  // namespace sahafa
