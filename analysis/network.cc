#include "analysis/network.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>

#include "analysis/colloc_counts.h"
#include "analysis/copies_both.h"
#include "analysis/export/graph.h"
#include "analysis/name_order.h"
#include "analysis/one_language.h"
#include "analysis/plot/plot_network.h"
#include "analysis/selection.h"
#include "analysis/term_evidence.h"
#include "analysis/term_source.h"
#include "text/error.h"

namespace sahafa {
namespace {

constexpr auto kOptions =
    with_selection(std::array<OptionSpec, 8>{{
                       {"window", "N", "words within which two words stand together", "5", false},
                       {"nodes", "N", "the N commonest words", "100", false},
                       {"terms", "LIST", "these words instead, with commas", "", false},
                       {"skip", "N", "leave out the N commonest words, which are grammar", "0", false},
                       {"min", "N", "only pairs that stand together N times", "2", false},
                       {"as", "FORM", "gexf or graphml instead of a table", "", false},
                       kPlotOption,
                       kCopiesOrBothOption,
                   }},
                   kTermOptions, kEvidenceOptions);

struct Node {
  std::uint32_t term = 0;
  double count = 0.0;
};

std::vector<Node> listed_nodes(const TermSource& source, const WordTotals& totals, const Options& options) {
  std::vector<Node> nodes;
  for (const std::string_view word : options.get_list("terms")) {
    const std::vector<std::uint32_t> ids = source.find_sequence(word);
    if (ids.size() != 1) {
      throw Error(ErrorCode::usage,
                  fmt::format("\"{}\" is not one word of this corpus; `sahafa freq` lists them", word));
    }
    nodes.push_back({ids.front(), totals.by_term[ids.front()]});
  }
  return nodes;
}

std::vector<Node> choose_nodes(const TermSource& source, const WordTotals& totals,
                               const std::vector<std::string>& names, const Options& options) {
  if (options.has("terms")) return listed_nodes(source, totals, options);
  std::vector<Node> nodes;
  for (std::uint32_t term = 0; term < totals.by_term.size(); ++term) {
    if (totals.by_term[term] > 0.0) nodes.push_back({term, totals.by_term[term]});
  }
  sort_by_score(nodes, names, [](const Node& node) { return node.count; });
  const auto skip = static_cast<std::size_t>(std::max<std::int64_t>(0, options.get_integer("skip")));
  const auto most = static_cast<std::size_t>(std::max<std::int64_t>(1, options.get_integer("nodes")));
  nodes.erase(nodes.begin(), nodes.begin() + static_cast<std::ptrdiff_t>(std::min(skip, nodes.size())));
  if (nodes.size() > most) nodes.resize(most);
  return nodes;
}

// Pairs of places that lie within the window, whatever stands there.
double count_pairs(const TermSource& source, const Group& group, std::size_t window) {
  std::vector<std::uint32_t> buffer;
  double pairs = 0.0;
  for (const Member& member : group.members) {
    const std::size_t size = source.row(member.index, buffer).size();
    for (std::size_t distance = 1; distance <= window && distance < size; ++distance)
      pairs += member.weight * static_cast<double>(size - distance);
  }
  return pairs;
}

struct Network {
  Graph graph;
  std::vector<std::string> notes;
};

Network build(const Context& context, const Options& options) {
  const std::int64_t asked = options.get_integer("window");
  if (asked < 1) throw Error(ErrorCode::usage, "--window takes 1 or more");
  const auto window = static_cast<std::size_t>(asked);
  const std::vector<Selected> selection = select_articles(context, options);
  const Group group = one_language(selection, options.get("copies"));
  const TermSource source = TermSource::open(context, selection, options);
  const std::vector<std::string> names = source.names();
  const WordTotals totals = count_words(source, group);
  const std::vector<Node> nodes = choose_nodes(source, totals, names, options);
  std::vector<std::uint32_t> index_of(source.types(), kNoNode);
  Network network;
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    index_of[nodes[i].term] = i;
    network.graph.nodes.push_back({names[nodes[i].term], nodes[i].count});
  }
  const CooccurrenceMatrix matrix = count_cooccurrences(source, group, index_of, nodes.size(), window);
  const double pairs = count_pairs(source, group, window);
  const double least = options.get_number("min");
  for (std::size_t a = 0; a < nodes.size(); ++a) {
    for (std::size_t b = a; b < nodes.size(); ++b) {
      const double count = matrix.at(a, b);
      if (count == 0.0 || count < least) continue;
      // Of two different words each pair of places can hold them in two orders.
      const double orders = a == b ? 1.0 : 2.0;
      const double expected =
          orders * pairs * (nodes[a].count / totals.words) * (nodes[b].count / totals.words);
      const WordPair pair{
          .o11 = count, .r1 = 0, .c1 = 0, .n = 0, .first = nodes[a].count, .second = nodes[b].count};
      network.graph.edges.push_back({a, b, count, expected, std::log2(count / expected), log_dice(pair)});
    }
  }
  std::ranges::stable_sort(network.graph.edges, std::greater<>(), &GraphEdge::count);
  Table notes;
  note_source(source, notes);
  network.notes = std::move(notes.notes);
  network.notes.push_back(fmt::format(
      "count: pairs of places at most {} words apart in an article, each once, also of a word with itself; "
      "expected: the "
      "same words dealt at random; log_dice: from word frequencies; language {}; copies of a text: {}",
      window, group.lang, options.get("copies")));
  return network;
}

Table run_once(const Context& context, const Options& options) {
  const Network network = build(context, options);
  using enum TableBuilder::Type;
  TableBuilder table({{"source", text},
                      {"target", text},
                      {"count", number},
                      {"expected", number},
                      {"pmi", number},
                      {"log_dice", number}});
  for (const GraphEdge& edge : network.graph.edges) {
    table.add(network.graph.nodes[edge.a].label).add(network.graph.nodes[edge.b].label);
    table.add(edge.count).add(edge.expected).add(edge.pmi).add(edge.log_dice);
  }
  Table result = table.finish();
  result.notes = network.notes;
  return result;
}

Table run(const Context& context, const Options& options) {
  return count_both_ways(context, options, {"source", "target"}, run_once);
}

// An edge is named by its two words in the order of the table.
TermRows edges_of(const Table& table) {
  const Texts& sources = std::get<Texts>(table.get("source").values);
  const Texts& targets = std::get<Texts>(table.get("target").values);
  TermRows rows;
  for (std::size_t row = 0; row < table.rows(); ++row)
    rows.add(row, TermRows::kAllGroups, std::string(sources[row]) + ' ' + std::string(targets[row]));
  return rows;
}

PlaceFinder find_pairs(const TermSource& source, const TermRows& rows, std::size_t window) {
  std::unordered_map<std::string, std::uint32_t> wanted;
  std::set<std::string, std::less<>> ends;
  for (std::uint32_t i = 0; i < rows.terms.size(); ++i) {
    const std::size_t space = rows.terms[i].find(' ');
    const std::string first = rows.terms[i].substr(0, space);
    const std::string second = rows.terms[i].substr(space + 1);
    ends.insert({first, second});
    wanted.emplace(rows.terms[i], i);
    wanted.emplace(second + ' ' + first, i);
  }
  std::vector<std::string> names = source.names();
  std::vector<std::uint8_t> is_end;
  for (const std::string& name : names) is_end.push_back(ends.contains(name) ? 1 : 0);
  return [wanted = std::move(wanted), names = std::move(names), is_end = std::move(is_end), window](
             std::size_t /*article*/, std::span<const std::uint32_t> words, std::vector<TermPlace>& places) {
    for (std::uint32_t i = 0; i < words.size(); ++i) {
      if (is_end[words[i]] == 0) continue;
      for (std::uint32_t j = i + 1; j < words.size() && j <= i + window; ++j) {
        if (is_end[words[j]] == 0) continue;
        const auto edge = wanted.find(names[words[i]] + ' ' + names[words[j]]);
        if (edge != wanted.end()) places.push_back({edge->second, i, j});
      }
    }
  };
}

Table evidence(const Context& context, const Options& asked, const Table& table) {
  const Options options = options_of_evidence(asked);
  const std::vector<Selected> selection = select_articles(context, options);
  const Group groups[] = {one_language(selection, options.get("copies"))};
  const TermSource source = TermSource::open(context, selection, options);
  const TermRows rows = edges_of(table);
  return list_places(context, options, selection, groups, source, rows,
                     find_pairs(source, rows, options.get_count("window")));
}

constexpr std::array<Rendering, 2> kRenderings = {
    {{"gexf", [](const Context& context, const Options& options,
                 std::ostream& out) { write_gexf(build(context, options).graph, out); }},
     {"graphml", [](const Context& context, const Options& options, std::ostream& out) {
        write_graphml(build(context, options).graph, out);
      }}}};

}  // namespace

constinit const Analysis kNetwork = {.name = "network",
                                     .summary = "Which words stand near each other: a co-occurrence network",
                                     .example = "sahafa network cnss-corpus --lang ar --nodes 40 --min 3",
                                     .options = kOptions,
                                     .run = run,
                                     .renderings = kRenderings,
                                     .plot = plot_network,
                                     .evidence = evidence};

}  // namespace sahafa
