#include "analysis/reinert.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "analysis/columns.h"
#include "analysis/name_order.h"
#include "analysis/one_language.h"
#include "analysis/plot/plot_tree.h"
#include "analysis/selection.h"
#include "analysis/statistics/contrast.h"
#include "analysis/statistics/descending.h"
#include "analysis/statistics/distributions.h"
#include "analysis/statistics/multiplicity.h"
#include "analysis/term_evidence.h"
#include "analysis/term_source.h"
#include "text/error.h"

namespace sahafa {
namespace {

constexpr auto kOptions =
    with_selection(std::array<OptionSpec, 8>{{
                       {"segment", "N", "words of a segment", "40", false},
                       {"classes", "N", "classes at most", "6", false},
                       {"smallest", "N", "segments of a class at least; 0: a twentieth of all", "0", false},
                       {"min", "N", "only terms of N segments", "3", false},
                       {"skip", "N", "leave out the N commonest terms, which are grammar", "50", false},
                       {"top", "N", "terms of each class; 0 for all", "20", false},
                       kPlotOption,
                       kCopiesOption,
                   }},
                   kTermOptions, kEvidenceOptions);

std::size_t size_option(const Options& options, std::string_view name, std::int64_t least) {
  const std::int64_t value = options.get_integer(name);
  if (value < least) throw Error(ErrorCode::usage, fmt::format("--{} takes {} or more", name, least));
  return static_cast<std::size_t>(value);
}

struct Segmented {
  std::vector<std::vector<std::uint32_t>> words;  // by segment: ids, each once, sorted
  std::vector<std::size_t> article;               // by segment: position in the selection
  std::vector<std::pair<std::size_t, std::size_t>>
      bounds;  // by segment: [begin, end) among the words of its article
};

// Cuts of equal length within an article, so that no segment is a stump.
Segmented cut(const TermSource& source, const Group& group, std::size_t length) {
  Segmented segmented;
  std::vector<std::uint32_t> buffer;
  for (const Member& member : group.members) {
    const auto row = source.row(member.index, buffer);
    const std::size_t pieces = std::max<std::size_t>(1, (row.size() + length / 2) / length);
    for (std::size_t piece = 0; piece < pieces && !row.empty(); ++piece) {
      const std::size_t begin = row.size() * piece / pieces;
      const std::size_t end = row.size() * (piece + 1) / pieces;
      std::vector<std::uint32_t> words(row.begin() + static_cast<std::ptrdiff_t>(begin),
                                       row.begin() + static_cast<std::ptrdiff_t>(end));
      std::ranges::sort(words);
      words.erase(std::unique(words.begin(), words.end()), words.end());
      segmented.words.push_back(std::move(words));
      segmented.article.push_back(member.index);
      segmented.bounds.emplace_back(begin, end);
    }
  }
  return segmented;
}

struct Term {
  std::uint32_t term = 0;
  double segments = 0.0;
};

std::vector<Term> choose_terms(const Segmented& segmented, const std::vector<std::string>& names,
                               const Options& options) {
  std::vector<double> counts(names.size(), 0.0);
  for (const auto& words : segmented.words) {
    for (const std::uint32_t word : words) counts[word] += 1.0;
  }
  const double least = options.get_number("min");
  std::vector<Term> terms;
  for (std::uint32_t term = 0; term < counts.size(); ++term) {
    if (counts[term] >= least && counts[term] > 0.0) terms.push_back({term, counts[term]});
  }
  sort_by_score(terms, names, [](const Term& term) { return term.segments; });
  terms.erase(terms.begin(), terms.begin() + static_cast<std::ptrdiff_t>(
                                                 std::min(size_option(options, "skip", 0), terms.size())));
  return terms;
}

// Segments without a chosen term cannot be classed and are left out.
Presence make_presence(Segmented& segmented, const std::vector<Term>& terms, std::size_t types) {
  constexpr std::uint32_t kNone = 0xFFFFFFFF;
  std::vector<std::uint32_t> index(types, kNone);
  for (std::uint32_t i = 0; i < terms.size(); ++i) index[terms[i].term] = i;
  Presence presence;
  presence.words = terms.size();
  std::vector<std::size_t> articles;
  for (std::size_t segment = 0; segment < segmented.words.size(); ++segment) {
    for (const std::uint32_t word : segmented.words[segment]) {
      if (index[word] != kNone) presence.indices.push_back(index[word]);
    }
    if (presence.indices.size() == presence.offsets.back()) continue;
    presence.offsets.push_back(presence.indices.size());
    articles.push_back(segmented.article[segment]);
  }
  segmented.article = std::move(articles);
  return presence;
}

struct Leaf {
  std::size_t node;
  std::string path;
};

// The classes from left to right.
void collect_leaves(const std::vector<ClassNode>& nodes, std::size_t node, const std::string& path,
                    std::vector<Leaf>& leaves) {
  if (nodes[node].left == 0) {
    leaves.push_back({node, path});
    return;
  }
  collect_leaves(nodes, nodes[node].left, path + '0', leaves);
  collect_leaves(nodes, nodes[node].right, path + '1', leaves);
}

struct TermOfClass {
  std::uint32_t term = 0;  // index into the names
  std::size_t leaf = 0;
  Contrast counts;
  double chi2 = 0.0;
  double q = 1.0;
};

std::vector<TermOfClass> describe(const Presence& presence, const std::vector<Term>& terms,
                                  const std::vector<ClassNode>& nodes, const std::vector<Leaf>& leaves) {
  std::vector<TermOfClass> rows;
  std::vector<double> p;
  for (std::size_t leaf = 0; leaf < leaves.size(); ++leaf) {
    const auto& segments = nodes[leaves[leaf].node].segments;
    std::vector<double> inside(terms.size(), 0.0);
    for (const std::uint32_t segment : segments) {
      for (const std::uint32_t word : presence.of(segment)) inside[word] += 1.0;
    }
    const auto n1 = static_cast<double>(segments.size());
    const auto n2 = static_cast<double>(presence.segments()) - n1;
    for (std::size_t i = 0; i < terms.size(); ++i) {
      TermOfClass row{terms[i].term, leaf, {inside[i], terms[i].segments - inside[i], n1, n2}, 0.0, 1.0};
      row.chi2 = n2 > 0.0 ? chi_square(row.counts) : 0.0;
      p.push_back(chi_square_tail(std::abs(row.chi2)));
      rows.push_back(row);
    }
  }
  const std::vector<double> q = adjust_benjamini_hochberg(p);
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].q = q[i];
  return rows;
}

void add_class(const Leaf& leaf, std::size_t number, const std::vector<ClassNode>& nodes,
               const Segmented& segmented, std::span<const TermOfClass> rows,
               const std::vector<std::string>& names, Columns& columns) {
  const auto& segments = nodes[leaf.node].segments;
  std::set<std::size_t> articles;
  for (const std::uint32_t segment : segments) articles.insert(segmented.article[segment]);
  for (const TermOfClass& row : rows) {
    columns.integers("class").push_back(static_cast<std::int64_t>(number));
    columns.texts("path").push_back(leaf.path);
    columns.integers("segments").push_back(static_cast<std::int64_t>(segments.size()));
    columns.numbers("share").push_back(static_cast<double>(segments.size()) /
                                       static_cast<double>(nodes[0].segments.size()));
    columns.integers("articles").push_back(static_cast<std::int64_t>(articles.size()));
    columns.texts("term").push_back(names[row.term]);
    columns.numbers("chi2").push_back(row.chi2);
    columns.numbers("in_class").push_back(row.counts.a);
    columns.numbers("in_all").push_back(row.counts.a + row.counts.b);
    columns.numbers("p").push_back(chi_square_tail(row.chi2));
    columns.numbers("q").push_back(row.q);
  }
}

// The classification of a sub-corpus: what the table shows, and where its segments lie.
struct Classified {
  std::vector<Selected> selection;
  Group group;
  TermSource source;
  std::vector<std::string> names;
  Segmented segmented;
  std::vector<Term> terms;
  Presence presence;
  DescendingOptions divide;
  std::vector<ClassNode> nodes;
  std::vector<Leaf> leaves;
};

DescendingOptions divide_options(const Options& options, std::size_t segments) {
  constexpr std::size_t kPart = 20;
  DescendingOptions divide{.classes = size_option(options, "classes", 2),
                           .smallest = size_option(options, "smallest", 0)};
  if (divide.smallest == 0) divide.smallest = std::max<std::size_t>(2, segments / kPart);
  if (segments < 2 * divide.smallest) {
    throw Error(ErrorCode::usage,
                "too few segments to divide; choose more articles or a smaller --smallest, --min or --skip");
  }
  return divide;
}

Classified classify(const Context& context, const Options& options) {
  std::vector<Selected> selection = select_articles(context, options);
  Group group = one_language(selection, options.get("copies"));
  TermSource source = TermSource::open(context, selection, options);
  std::vector<std::string> names = source.names();
  Segmented segmented = cut(source, group, size_option(options, "segment", 5));
  std::vector<Term> terms = choose_terms(segmented, names, options);
  Presence presence = make_presence(segmented, terms, names.size());
  const DescendingOptions divide = divide_options(options, presence.segments());
  std::vector<ClassNode> nodes = classify_descending(presence, divide);
  std::vector<Leaf> leaves;
  collect_leaves(nodes, 0, "", leaves);
  return {std::move(selection), std::move(group), std::move(source),   std::move(names),
          std::move(segmented), std::move(terms), std::move(presence), divide,
          std::move(nodes),     std::move(leaves)};
}

Table run(const Context& context, const Options& options) {
  const Classified done = classify(context, options);
  const std::size_t top = size_option(options, "top", 0);
  const std::vector<TermOfClass> all = describe(done.presence, done.terms, done.nodes, done.leaves);
  Columns columns;
  columns.integers("class");
  for (std::size_t leaf = 0; leaf < done.leaves.size(); ++leaf) {
    std::vector<TermOfClass> rows;
    std::ranges::copy_if(all, std::back_inserter(rows),
                         [&](const TermOfClass& row) { return row.leaf == leaf && row.chi2 > 0.0; });
    sort_by_score(rows, done.names, [](const TermOfClass& row) { return row.chi2; });
    if (top > 0 && rows.size() > top) rows.resize(top);
    add_class(done.leaves[leaf], leaf + 1, done.nodes, done.segmented, rows, done.names, columns);
  }
  Table table = columns.finish();
  note_source(done.source, table);
  table.notes.push_back(
      fmt::format("descending classification (Reinert 1983): {} segments of about {} words, {} terms, {} "
                  "classes of at least {} segments; "
                  "language {}; copies of a text: {}",
                  done.presence.segments(), options.get("segment"), done.terms.size(), done.leaves.size(),
                  done.divide.smallest, done.group.lang, options.get("copies")));
  table.notes.emplace_back(
      "chi2: term and class over segments; q: Benjamini-Hochberg over all terms and classes, a screen only: "
      "the classes were "
      "made from the same words");
  return table;
}

// A row of the table as one name: the term of a class.
std::string name_row(std::size_t leaf, std::string_view term) {
  return fmt::format("{}: {}", leaf + 1, term);
}

TermRows rows_of_classes(const Table& table) {
  const auto& classes = std::get<std::vector<std::int64_t>>(table.get("class").values);
  const Texts& terms = std::get<Texts>(table.get("term").values);
  TermRows rows;
  for (std::size_t row = 0; row < table.rows(); ++row)
    rows.add(row, TermRows::kAllGroups, name_row(static_cast<std::size_t>(classes[row] - 1), terms[row]));
  return rows;
}

// The first place of a term in each segment of its class, which is what in_class counts.
PlaceFinder find_in_classes(const Classified& done, const TermRows& rows) {
  constexpr std::uint32_t kOfNoRow = static_cast<std::uint32_t>(-1);
  std::unordered_map<std::string_view, std::uint32_t> number_of;
  for (std::uint32_t i = 0; i < rows.terms.size(); ++i) number_of.emplace(rows.terms[i], i);
  std::map<std::size_t, std::vector<std::pair<std::size_t, std::size_t>>>
      segments_of;  // by article: segment, leaf
  for (std::size_t leaf = 0; leaf < done.leaves.size(); ++leaf) {
    for (const std::uint32_t segment : done.nodes[done.leaves[leaf].node].segments)
      segments_of[done.segmented.article[segment]].emplace_back(segment, leaf);
  }
  for (auto& [article, segments] : segments_of) std::ranges::sort(segments);
  std::vector<std::vector<std::uint32_t>> row_of(done.leaves.size());  // by leaf and term
  for (std::size_t leaf = 0; leaf < done.leaves.size(); ++leaf) {
    for (const std::string& name : done.names) {
      const auto found = number_of.find(name_row(leaf, name));
      row_of[leaf].push_back(found == number_of.end() ? kOfNoRow : found->second);
    }
  }
  return [segments_of = std::move(segments_of), row_of = std::move(row_of), &done](
             std::size_t article, std::span<const std::uint32_t> words, std::vector<TermPlace>& places) {
    const auto found = segments_of.find(article);
    if (found == segments_of.end()) return;
    for (const auto& [segment, leaf] : found->second) {
      const auto [begin, end] = done.segmented.bounds[segment];
      std::set<std::uint32_t> seen;
      for (std::size_t i = begin; i < end; ++i) {
        const std::uint32_t row = row_of[leaf][words[i]];
        const auto place = static_cast<std::uint32_t>(i);
        if (row != kOfNoRow && seen.insert(row).second) places.push_back({row, place, place});
      }
    }
  };
}

Table evidence(const Context& context, const Options& options, const Table& table) {
  const Classified done = classify(context, options);
  Group segments = done.group;
  for (Member& member : segments.members) member.weight = 1.0;  // a segment is in its class, or not
  const TermRows rows = rows_of_classes(table);
  return list_places(context, options, done.selection, {&segments, 1}, done.source, rows,
                     find_in_classes(done, rows));
}

}  // namespace

constinit const Analysis kReinert = {
    .name = "reinert",
    .summary = "Classes of segments that use the same words (Reinert, Alceste)",
    .example = "sahafa reinert cnss-corpus --lang fr --classes 4",
    .options = kOptions,
    .run = run,
    .renderings = {},
    .plot = plot_tree,
    .evidence = evidence};

}  // namespace sahafa
