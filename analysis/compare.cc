#include "analysis/compare.h"
#include "analysis/claim_evidence.h"
#include "analysis/copies_both.h"
#include "analysis/plot/plot_dots.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "analysis/claim_cells.h"
#include "analysis/selection.h"
#include "analysis/statistics/multiplicity.h"
#include "analysis/statistics/permutation.h"
#include "corpus/parallel.h"
#include "text/error.h"

namespace sahafa {
namespace {

constexpr double kSignificant = 0.05;

constexpr auto kOptions =
    with_selection(kClaimOptions,
                   std::array<OptionSpec, 3>{
                       {{"min-clusters", "N", "leave out groups with fewer duplicate clusters", "3", false},
                        kCopiesOrBothOption,
                        kPlotOption}},
                   kEvidenceOptions);

struct Test {
  Interval interval;
  double p = 1.0;
  double q = 1.0;
  bool is_exact = true;
};

struct Row {
  CellKey key;
  double share_a = 0.0;
  double share_b = 0.0;
  std::optional<Test> test;  // none where there are too few clusters

  double difference() const { return share_a - share_b; }
};

struct GroupCells {
  Group group;
  Cells cells;
  std::size_t clusters = 0;
};

struct Pair {
  const GroupCells* a = nullptr;
  const GroupCells* b = nullptr;
  std::vector<Row> rows;
};

struct Settings {
  BootstrapOptions bootstrap;
  PermutationOptions permutation;
};

std::vector<CellKey> keys_of(const Pair& pair) {
  std::set<CellKey> keys;
  for (const GroupCells* side : {pair.a, pair.b}) {
    for (const auto& [key, members] : side->cells) keys.insert(key);
  }
  return {keys.begin(), keys.end()};
}

// One ratio of a sample, unit by unit.
std::vector<RatioUnit> spread(const RatioSample& sample, std::size_t ratio) {
  std::vector<RatioUnit> units;
  units.reserve(sample.denominators.size());
  for (const double denominator : sample.denominators) units.push_back({0.0, denominator});
  for (const auto& part : sample.ratios[ratio]) units[part.unit].numerator += part.numerator;
  return units;
}

void add_to(RatioUnit& sum, const RatioUnit& unit) {
  sum.numerator += unit.numerator;
  sum.denominator += unit.denominator;
}

PermutationResult permute(const RatioSample& a, const RatioSample& b, std::size_t ratio,
                          const PermutationOptions& options) {
  const std::vector<RatioUnit> in_a = spread(a, ratio);
  const std::vector<RatioUnit> in_b = spread(b, ratio);
  std::vector<RatioUnit> only_a;
  std::vector<RatioUnit> only_b;
  SharedUnits shared;
  for (std::size_t unit = 0; unit < in_a.size(); ++unit) {
    const bool has_a = in_a[unit].denominator > 0.0;
    const bool has_b = in_b[unit].denominator > 0.0;
    if (has_a && has_b) {
      add_to(shared.a, in_a[unit]);
      add_to(shared.b, in_b[unit]);
    } else if (has_a) {
      only_a.push_back(in_a[unit]);
    } else {
      only_b.push_back(in_b[unit]);
    }
  }
  return permutation_test(only_a, only_b, shared, options);
}

void compare_pair(Pair& pair, std::span<const Selected> selection, const Settings& settings) {
  const std::vector<CellKey> keys = keys_of(pair);
  const Group* const groups[] = {&pair.a->group, &pair.b->group};
  const auto units = number_clusters(groups, selection);
  const RatioSample a = make_sample(pair.a->group, pair.a->cells, keys, selection, units);
  const RatioSample b = make_sample(pair.b->group, pair.b->cells, keys, selection, units);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    pair.rows.push_back({keys[i], ratio(spread(a, i)), ratio(spread(b, i)), {}});
  }
  if (std::min(pair.a->clusters, pair.b->clusters) >= kFewestClusters) {
    const std::vector<Interval> intervals = bootstrap_differences(a, b, settings.bootstrap);
    for (std::size_t i = 0; i < keys.size(); ++i) {
      const PermutationResult permutation = permute(a, b, i, settings.permutation);
      pair.rows[i].test = Test{intervals[i], permutation.p, 1.0, permutation.is_exact};
    }
  }
  std::ranges::sort(pair.rows, {},
                    [](const Row& row) { return std::tuple(-std::abs(row.difference()), row.key); });
}

// Tests of all pairs are one family.
void adjust(std::vector<Pair>& pairs) {
  std::vector<Test*> tests;
  std::vector<double> p;
  for (Pair& pair : pairs) {
    for (Row& row : pair.rows) {
      if (!row.test) continue;
      tests.push_back(&*row.test);
      p.push_back(row.test->p);
    }
  }
  const std::vector<double> q = adjust_holm(p);
  for (std::size_t i = 0; i < q.size(); ++i) tests[i]->q = q[i];
}

std::string name_of(const CellKey& key) { return fmt::format("{} / {}", key.target, key.frame); }

std::string sentence(const Pair& pair, const Row& row, const Test& test) {
  return fmt::format(
      "{}: in {:.0f} % of the articles of {} and {:.0f} % of {}, a difference of {:+.0f} points (95 % "
      "interval {:+.0f} to "
      "{:+.0f}, q {:.2g}): the corpus carries it",
      name_of(row.key), 100.0 * row.share_a, pair.a->group.name, 100.0 * row.share_b, pair.b->group.name,
      100.0 * row.difference(), 100.0 * test.interval.low, 100.0 * test.interval.high, test.q);
}

void note_verdict(const std::vector<Pair>& pairs, TableBuilder& table) {
  constexpr std::size_t kMostSentences = 10;
  std::size_t tested = 0;
  std::size_t untested = 0;
  std::size_t carried = 0;
  std::size_t drawn = 0;
  for (const Pair& pair : pairs) {
    for (const Row& row : pair.rows) {
      ++(row.test ? tested : untested);
      if (row.test && !row.test->is_exact) ++drawn;
      if (!row.test || row.test->q >= kSignificant) continue;
      if (++carried <= kMostSentences) table.note(sentence(pair, row, *row.test));
    }
  }
  if (tested > 0) {
    table.note(fmt::format(
        "{} of {} tested differences are carried by the corpus (q < {} after Holm); the others may be chance",
        carried, tested, kSignificant));
  }
  if (drawn > 0) {
    table.note(fmt::format("p of {} differences comes from {} seeded permutations, the others are exact",
                           drawn, PermutationOptions{}.replicates));
  }
  if (untested > 0) {
    table.note(
        fmt::format("{} differences are shown without test: a group of the pair has fewer than {} clusters, "
                    "which carries no "
                    "conclusion",
                    untested, kFewestClusters));
  }
}

void add_rows(const Pair& pair, TableBuilder& table) {
  for (const Row& row : pair.rows) {
    table.add(pair.a->group.name)
        .add(pair.b->group.name)
        .add(row.key.target)
        .add(row.key.frame)
        .add(row.difference());
    if (row.test) {
      table.add(row.test->interval.low).add(row.test->interval.high).add(row.test->p).add(row.test->q);
    } else {
      table.add_missing().add_missing().add_missing().add_missing();
    }
  }
}

std::vector<Pair> make_pairs(const std::vector<GroupCells>& groups) {
  std::vector<Pair> pairs;
  for (auto a = groups.begin(); a != groups.end(); ++a) {
    for (auto b = std::next(a); b != groups.end(); ++b) {
      if (a->group.lang == b->group.lang) pairs.push_back({&*a, &*b, {}});
    }
  }
  return pairs;
}

Table run_once(const Context& context, const Options& options) {
  if (options.get("by") == "lang") {
    throw Error(
        ErrorCode::usage,
        "levels of French and Arabic are not compared: their cues find more or less; compare contrasts "
        "within each, such as --by outlet or --by genre");
  }
  const std::vector<Selected> selection = select_articles(context, options);
  const auto claims = load_claims(context, selection, options);
  const auto fewest =
      static_cast<std::size_t>(std::max<std::int64_t>(options.get_integer("min-clusters"), 1));
  const CopyCounting copies = copy_counting_from_string(options.get("copies"));
  Settings settings{bootstrap_options(options), {}};
  settings.permutation.seed = settings.bootstrap.seed;

  std::vector<GroupCells> groups;
  std::size_t left_out = 0;
  for (Group& group : make_groups(selection, options.get("by"), copies)) {
    if (!group.known) continue;  // what is not known is nobody to compare with
    const std::size_t clusters = count_clusters(group, selection);
    if (clusters < fewest) {
      ++left_out;
      continue;
    }
    Cells cells = make_cells(group, claims, options.get("per"));
    groups.push_back({std::move(group), std::move(cells), clusters});
  }
  std::vector<Pair> pairs = make_pairs(groups);
  parallel_for(pairs.size(), context.jobs,
               [&](std::size_t i, std::size_t) { compare_pair(pairs[i], selection, settings); });
  adjust(pairs);

  using enum TableBuilder::Type;
  TableBuilder table({{"a", text},
                      {"b", text},
                      {"target", text},
                      {"frame", text},
                      {"difference", number},
                      {"ci_low", number},
                      {"ci_high", number},
                      {"p", number},
                      {"q", number}});
  for (const Pair& pair : pairs) add_rows(pair, table);
  note_verdict(pairs, table);
  table.note(fmt::format(
      "voice: {}; polarity of the claims: {}; difference of shares of articles; copies of a text: {}",
      options.get("voice"), options.get("polarity"), options.get("copies")));
  table.note(
      fmt::format("intervals: 95 % percentile bootstrap over duplicate clusters, {} draws, seed {}; p: "
                  "permutation of clusters; q: Holm",
                  settings.bootstrap.replicates, settings.bootstrap.seed));
  if (left_out > 0)
    table.note(fmt::format("{} groups with fewer than {} clusters were left out", left_out, fewest));
  table.note(
      "only groups of the same language are compared: cues of French and Arabic find more or less; "
      "compare contrasts");
  return table.finish();
}

Table run(const Context& context, const Options& options) {
  return count_both_ways(context, options, {"a", "b", "target", "frame"}, run_once);
}

std::string plot(const Table& table, const Options& options) {
  const std::vector<std::string_view> labels =
      options.get("per") == "target"  ? std::vector<std::string_view>{"a", "b", "target"}
      : options.get("per") == "frame" ? std::vector<std::string_view>{"a", "b", "frame"}
                                      : std::vector<std::string_view>{"a", "b", "target", "frame"};
  return plot_dots(
      "Differences between groups: the first less the second",
      "difference of shares of articles, 95 % intervals; those without an interval cannot be told from none",
      dots_of(table, {.labels = labels, .value = "difference", .low = "ci_low", .high = "ci_high"}));
}

Table evidence(const Context& context, const Options& options, const Table& table) {
  constexpr std::array<std::string_view, 2> kGroups = {"a", "b"};
  return list_claim_evidence(context, options, table, kGroups);
}

}  // namespace

constinit const Analysis kCompare = {
    .name = "compare",
    .summary = "Pairwise differences between groups, with intervals and tests",
    .example = "sahafa compare cnss-corpus --by genre --per frame",
    .options = kOptions,
    .run = run,
    .renderings = {},
    .plot = plot,
    .evidence = evidence};

}  // namespace sahafa
