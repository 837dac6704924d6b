#include "analysis/stance.h"
#include "analysis/claim_evidence.h"
#include "analysis/copies_both.h"
#include "analysis/plot/plot_heat.h"

#include <algorithm>
#include <array>
#include <tuple>

#include <fmt/format.h>

#include "analysis/selection.h"

namespace sahafa {
namespace {

constexpr auto kOptions = with_selection(
    kClaimOptions, std::array<OptionSpec, 2>{{kCopiesOrBothOption, kPlotOption}}, kEvidenceOptions);

struct Row {
  CellKey key;
  std::size_t claims = 0;
  double articles = 0.0;
  double polarity = 0.0;
};

Row sum_cell(const CellKey& key, std::span<const CellMember> members) {
  Row row{key, 0, count_articles(members), 0.0};
  double balance = 0.0;
  double votes = 0.0;
  for (const CellMember& cell : members) {
    row.claims += cell.claims;
    balance += cell.member.weight * (cell.defends - cell.blames);
    votes += cell.member.weight * (cell.defends + cell.neutral + cell.blames);
  }
  row.polarity = votes > 0.0 ? balance / votes : 0.0;
  return row;
}

// The commonest first.
std::vector<Row> make_rows(const Cells& cells) {
  std::vector<Row> rows;
  for (const auto& [key, members] : cells) rows.push_back(sum_cell(key, members));
  std::ranges::sort(rows, {}, [](const Row& row) { return std::tuple(-row.articles, row.key); });
  return rows;
}

std::vector<Interval> share_intervals(const Group& group, const Cells& cells, std::span<const Row> rows,
                                      std::span<const Selected> selection, const BootstrapOptions& options) {
  const Group* const groups[] = {&group};
  const auto units = number_clusters(groups, selection);
  if (units.size() < kFewestClusters) return {};
  std::vector<CellKey> keys;
  for (const Row& row : rows) keys.push_back(row.key);
  return bootstrap_ratios(make_sample(group, cells, keys, selection, units), options);
}

double sum_weights(const Group& group) {
  double sum = 0.0;
  for (const Member& member : group.members) sum += member.weight;
  return sum;
}

Table run_once(const Context& context, const Options& options) {
  using enum TableBuilder::Type;
  TableBuilder table({{"group", text},
                      {"target", text},
                      {"frame", text},
                      {"claims", integer},
                      {"articles", number},
                      {"share", number},
                      {"ci_low", number},
                      {"ci_high", number},
                      {"polarity", number}});
  const std::vector<Selected> selection = select_articles(context, options);
  const auto claims = load_claims(context, selection, options);
  const BootstrapOptions bootstrap = bootstrap_options(options);
  std::size_t small_groups = 0;
  for (const Group& group :
       make_groups(selection, options.get("by"), copy_counting_from_string(options.get("copies")))) {
    const Cells cells = make_cells(group, claims, options.get("per"));
    const std::vector<Row> rows = make_rows(cells);
    const std::vector<Interval> intervals = share_intervals(group, cells, rows, selection, bootstrap);
    if (intervals.empty() && !rows.empty()) ++small_groups;
    const double articles = sum_weights(group);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const Row& row = rows[i];
      table.add(group.name).add(row.key.target).add(row.key.frame).add(row.claims).add(row.articles);
      table.add(row.articles / articles);
      if (intervals.empty()) {
        table.add_missing().add_missing();
      } else {
        table.add(intervals[i].low).add(intervals[i].high);
      }
      table.add(row.polarity);
    }
  }
  table.note(
      fmt::format("voice: {}; polarity of the claims: {}; one vote an article for each holder, target, frame "
                  "and polarity; copies "
                  "of a text: {}",
                  options.get("voice"), options.get("polarity"), options.get("copies")));
  table.note(fmt::format("intervals: 95 % percentile bootstrap over duplicate clusters, {} draws, seed {}",
                         bootstrap.replicates, bootstrap.seed));
  if (small_groups > 0) {
    table.note(fmt::format("{} groups have fewer than {} clusters: counts and no interval", small_groups,
                           kFewestClusters));
  }
  table.note("shares of French and Arabic articles come from different cue lists: compare within a language");
  return table.finish();
}

Table run(const Context& context, const Options& options) {
  return count_both_ways(context, options, {"group", "target", "frame"}, run_once);
}

Table evidence(const Context& context, const Options& options, const Table& table) {
  constexpr std::array<std::string_view, 1> kGroups = {"group"};
  return list_claim_evidence(context, options, table, kGroups);
}

}  // namespace

std::vector<Claim> find_evidence(const Context& context, const Options& options, std::string_view group,
                                 const CellKey& key) {
  const std::vector<Selected> selection = select_articles(context, options);
  const auto claims = load_claims(context, selection, options);
  const auto groups =
      make_groups(selection, options.get("by"), copy_counting_from_string(options.get("copies")));
  std::vector<Claim> evidence;
  const auto found = std::ranges::find(groups, group, &Group::name);
  if (found == groups.end()) return evidence;
  for (const Member& member : found->members) {
    for (const Claim& claim : claims[member.index]) {
      if (cell_of(claim, options.get("per")) == key) evidence.push_back(claim);
    }
  }
  return evidence;
}

constinit const Analysis kStance = {.name = "stance",
                                    .summary = "Whom each group holds responsible, and in what terms",
                                    .example = "sahafa stance cnss-corpus --by lang --per frame",
                                    .options = kOptions,
                                    .run = run,
                                    .renderings = {},
                                    .plot = plot_heat,
                                    .evidence = evidence};

}  // namespace sahafa
