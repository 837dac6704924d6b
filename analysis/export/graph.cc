#include "analysis/export/graph.h"

#include <array>
#include <ostream>
#include <string_view>

#include <fmt/format.h>

#include "analysis/export/article_writer.h"
#include "analysis/report/number.h"

namespace sahafa {
namespace {

struct EdgeField {
  std::string_view name;
  double GraphEdge::* value;
};

constexpr std::array<EdgeField, 3> kEdgeFields = {
    {{"expected", &GraphEdge::expected}, {"pmi", &GraphEdge::pmi}, {"log_dice", &GraphEdge::log_dice}}};

}  // namespace

void write_gexf(const Graph& graph, std::ostream& out) {
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<gexf xmlns=\"http://www.gexf.net/1.2draft\" version=\"1.2\">\n"
         "<graph mode=\"static\" defaultedgetype=\"undirected\">\n"
         "<attributes class=\"node\"><attribute id=\"count\" title=\"count\" type=\"double\"/></attributes>\n"
         "<attributes class=\"edge\">";
  for (const EdgeField& field : kEdgeFields)
    out << fmt::format("<attribute id=\"{0}\" title=\"{0}\" type=\"double\"/>", field.name);
  out << "</attributes>\n<nodes>\n";
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    out << fmt::format(
        "<node id=\"{}\" label=\"{}\"><attvalues><attvalue for=\"count\" value=\"{}\"/></attvalues></node>\n",
        i, xml_escaped(graph.nodes[i].label), format_number(graph.nodes[i].count));
  }
  out << "</nodes>\n<edges>\n";
  for (std::size_t i = 0; i < graph.edges.size(); ++i) {
    const GraphEdge& edge = graph.edges[i];
    out << fmt::format("<edge id=\"{}\" source=\"{}\" target=\"{}\" weight=\"{}\"><attvalues>", i, edge.a,
                       edge.b, format_number(edge.count));
    for (const EdgeField& field : kEdgeFields)
      out << fmt::format("<attvalue for=\"{}\" value=\"{}\"/>", field.name, format_number(edge.*field.value));
    out << "</attvalues></edge>\n";
  }
  out << "</edges>\n</graph>\n</gexf>\n";
}

void write_graphml(const Graph& graph, std::ostream& out) {
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
         "<key id=\"label\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>\n"
         "<key id=\"count\" for=\"node\" attr.name=\"count\" attr.type=\"double\"/>\n"
         "<key id=\"weight\" for=\"edge\" attr.name=\"weight\" attr.type=\"double\"/>\n";
  for (const EdgeField& field : kEdgeFields)
    out << fmt::format("<key id=\"{0}\" for=\"edge\" attr.name=\"{0}\" attr.type=\"double\"/>\n", field.name);
  out << "<graph edgedefault=\"undirected\">\n";
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    out << fmt::format("<node id=\"n{}\"><data key=\"label\">{}</data><data key=\"count\">{}</data></node>\n",
                       i, xml_escaped(graph.nodes[i].label), format_number(graph.nodes[i].count));
  }
  for (const GraphEdge& edge : graph.edges) {
    out << fmt::format("<edge source=\"n{}\" target=\"n{}\"><data key=\"weight\">{}</data>", edge.a, edge.b,
                       format_number(edge.count));
    for (const EdgeField& field : kEdgeFields)
      out << fmt::format("<data key=\"{}\">{}</data>", field.name, format_number(edge.*field.value));
    out << "</edge>\n";
  }
  out << "</graph>\n</graphml>\n";
}

}  // namespace sahafa
