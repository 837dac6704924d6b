#include "analysis/colloc_counts.h"

#include <algorithm>

#include "analysis/id_counts.h"

namespace sahafa {
namespace {

// Members of the same weight are counted in whole numbers and added together: `count` sees each member, `add` the weight of those that
// came since the last call.
template <class Count, class Add>
void visit_by_weight(const Group& group, const Count& count, const Add& add) {
  std::vector<Member> members = group.members;
  std::ranges::stable_sort(members, {}, &Member::weight);
  for (std::size_t i = 0; i < members.size(); ++i) {
    count(members[i]);
    if (i + 1 == members.size() || members[i + 1].weight != members[i].weight) add(members[i].weight);
  }
}

}  // namespace

WordTotals count_words(const TermSource& source, const Group& group) {
  WordTotals totals{std::vector<double>(source.types(), 0.0), 0.0};
  std::vector<std::uint32_t> buffer;
  std::vector<std::uint32_t> counts(source.types(), 0);
  visit_by_weight(
      group, [&](const Member& member) { count_ids(source.row(member.index, buffer), counts); },
      [&](double weight) {
        for (std::size_t term = 0; term < counts.size(); ++term) {
          totals.by_term[term] += weight * counts[term];
          totals.words += weight * counts[term];
        }
        std::ranges::fill(counts, 0U);
      });
  return totals;
}

namespace {

// Marks the places of a row that lie within `window` of one of its nodes other than themselves.
void mark_windows(std::span<const std::uint32_t> row, std::span<const std::size_t> nodes, std::size_t window,
                  std::vector<std::uint8_t>& marked) {
  marked.assign(row.size(), 0);
  for (const std::size_t i : nodes) {
    const std::size_t begin = i < window ? 0 : i - window;
    const std::size_t end = std::min(row.size(), i + window + 1);
    for (std::size_t at = begin; at < end; ++at) marked[at] |= at != i ? 1U : 0U;
  }
}

}  // namespace

std::vector<Collocate> count_window(const TermSource& source, const Group& group, const WordTotals& totals,
                                    std::uint32_t node, std::size_t window) {
  std::vector<double> observed(source.types(), 0.0);
  double places = 0.0;
  std::vector<std::uint32_t> buffer;
  std::vector<std::uint8_t> marked;
  std::vector<std::size_t> nodes;
  for (const Member& member : group.members) {
    const auto row = source.row(member.index, buffer);
    nodes.clear();
    find_id(row, node, nodes);
    if (nodes.empty()) continue;
    mark_windows(row, nodes, window, marked);
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (marked[i] == 0) continue;
      observed[row[i]] += member.weight;
      places += member.weight;
    }
  }
  std::vector<Collocate> collocates;
  for (std::uint32_t term = 0; term < observed.size(); ++term) {
    if (observed[term] == 0.0) continue;
    collocates.push_back({node,
                          term,
                          {observed[term], places, totals.by_term[term], totals.words, totals.by_term[node],
                           totals.by_term[term]}});
  }
  return collocates;
}

std::vector<Collocate> count_neighbours(const TermSource& source, const Group& group,
                                        const WordTotals& totals) {
  std::unordered_map<std::uint64_t, double> pairs;
  std::vector<double> as_first(source.types(), 0.0);
  std::vector<double> as_second(source.types(), 0.0);
  double places = 0.0;
  std::vector<std::uint32_t> buffer;
  for (const Member& member : group.members) {
    const auto row = source.row(member.index, buffer);
    for (std::size_t i = 0; i + 1 < row.size(); ++i) {
      pairs[std::uint64_t{row[i]} << 32U | row[i + 1]] += member.weight;
      as_first[row[i]] += member.weight;
      as_second[row[i + 1]] += member.weight;
      places += member.weight;
    }
  }
  std::vector<Collocate> collocates;
  collocates.reserve(pairs.size());
  for (const auto& [key, observed] : pairs) {
    const auto first = static_cast<std::uint32_t>(key >> 32U);
    const auto second = static_cast<std::uint32_t>(key);
    collocates.push_back({first,
                          second,
                          {observed, as_first[first], as_second[second], places, totals.by_term[first],
                           totals.by_term[second]}});
  }
  return collocates;
}

void add_cooccurrences(std::span<const std::uint32_t> words, const std::vector<std::uint32_t>& index_of,
                       std::size_t nodes, std::size_t window, std::vector<std::uint32_t>& counts) {
  // The nodes of the window, as a ring of positions: words that are no nodes cost one look-up.
  struct Seen {
    std::size_t position;
    std::uint32_t node;
  };
  std::vector<Seen> recent;
  std::size_t first = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::uint32_t node = index_of[words[i]];
    if (node == kNoNode) continue;
    while (first < recent.size() && recent[first].position + window < i) ++first;
    for (std::size_t at = first; at < recent.size(); ++at) {
      const std::uint32_t other = recent[at].node;
      ++counts[std::min(node, other) * nodes + std::max(node, other)];
    }
    recent.push_back({i, node});
  }
}

CooccurrenceMatrix count_cooccurrences(const TermSource& source, const Group& group,
                                       const std::vector<std::uint32_t>& index_of, std::size_t nodes,
                                       std::size_t window) {
  CooccurrenceMatrix matrix{nodes, std::vector<double>(nodes * nodes, 0.0)};
  std::vector<std::uint32_t> buffer;
  std::vector<std::uint32_t> counts(nodes * nodes, 0);
  visit_by_weight(
      group,
      [&](const Member& member) {
        add_cooccurrences(source.row(member.index, buffer), index_of, nodes, window, counts);
      },
      [&](double weight) {
        for (std::size_t at = 0; at < counts.size(); ++at) matrix.counts[at] += weight * counts[at];
        std::ranges::fill(counts, 0U);
      });
  for (std::size_t a = 0; a < nodes; ++a) {
    for (std::size_t b = 0; b < a; ++b) matrix.counts[a * nodes + b] = matrix.at(b, a);
  }
  return matrix;
}

}  // namespace sahafa
