#include "analysis/trend.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "analysis/asked_query.h"
#include "analysis/copies_both.h"
#include "analysis/grouping.h"
#include "analysis/hit_evidence.h"
#include "analysis/periods.h"
#include "analysis/plot/plot_lines.h"
#include "analysis/statistics/intervals.h"
#include "index/analysis_version.h"

namespace sahafa {
namespace {

constexpr auto kOptions =
    with_selection(std::array<OptionSpec, 6>{{
                       kQueryArgument,
                       {"period", "UNIT", "day, week (ISO 8601) or month", "day", false},
                       {"by", "FIELD", "groups: lang, outlet, country, genre or none", "lang", false},
                       kHitCopiesOption,
                       kTranslateOption,
                       kPlotOption,
                   }},
                   kEvidenceOptions);

constexpr double kMillion = 1e6;

// Hits and words by cluster.
struct Cell {
  std::map<ArticleId, RatioUnit> clusters;
  double hits = 0.0;
  double words = 0.0;
};

using Cells = std::map<std::pair<std::string, std::string>, Cell>;  // period, group

Cells make_cells(const std::vector<Group>& groups, std::span<const Selected> selection,
                 std::span<const ArticleHits> hits, PeriodUnit unit, std::size_t& undated) {
  Cells cells;
  for (const Group& group : groups) {
    for (const Member& member : group.members) {
      const Selected& selected = selection[member.index];
      const std::string period = period_of(selected.article.date, unit);
      if (period.empty()) {
        ++undated;
        continue;
      }
      const auto match = std::ranges::lower_bound(hits, selected.article.id, {}, &ArticleHits::article);
      const bool matches = match != hits.end() && match->article == selected.article.id;
      const double found = matches ? member.weight * static_cast<double>(match->hits) : 0.0;
      const double words = member.weight * static_cast<double>(selected.article.words);
      Cell& cell = cells[{period, group.name}];
      RatioUnit& cluster = cell.clusters[selected.cluster];
      cluster.numerator += found;
      cluster.denominator += words;
      cell.hits += found;
      cell.words += words;
    }
  }
  return cells;
}

void add_interval(TableBuilder& table, const Cell& cell) {
  std::vector<RatioUnit> units;
  for (const auto& [cluster, unit] : cell.clusters) {
    if (unit.denominator > 0.0) units.push_back(unit);
  }
  if (units.size() < 2 || cell.hits == 0.0) {
    table.add_missing().add_missing();
    return;
  }
  const Interval interval = ratio_estimate(units).interval;
  table.add(std::max(0.0, interval.low) * kMillion).add(interval.high * kMillion);
}

Table run_once(const Context& context, const Options& options) {
  const IndexReader index(context.corpus);
  const AskedQuery asked = read_query(context, options);
  const PeriodUnit unit = period_unit_from_string(options.get("period"));
  const bool all_copies = count_all_copies(asked, options);
  const std::vector<Selected> selection = select_articles(context, options);
  const auto groups =
      make_groups(selection, options.get("by"), all_copies ? CopyCounting::all : CopyCounting::once);
  std::size_t undated = 0;
  const Cells cells = make_cells(groups, selection, index.count_hits(asked.query), unit, undated);
  using enum TableBuilder::Type;
  TableBuilder table{{"period", text},        {"group", text},    {"hits", integer},
                     {"per_million", number}, {"ci_low", number}, {"ci_high", number}};
  for (const auto& [place, cell] : cells) {
    table.add(place.first).add(place.second).add(static_cast<std::int64_t>(cell.hits));
    if (cell.words == 0.0) {
      table.add_missing().add_missing().add_missing();
      continue;
    }
    table.add(cell.hits / cell.words * kMillion);
    add_interval(table, cell);
  }
  for (const std::string& note : asked.notes) table.note(note);
  for (const std::string& note : suggestion_notes(index, asked.query)) table.note(note);
  table.note(
      "per million words of the texts of group and period; intervals: 95 %, ratio over duplicate clusters");
  table.note(fmt::format("words of the sahafa tokenizer ({}); copies of a text: {}", analysis_version(),
                         all_copies ? "all" : "once"));
  if (std::string note = language_note(groups); !note.empty()) table.note(std::move(note));
  if (undated > 0)
    table.note(fmt::format("{} articles have no date exact to the {}", undated, options.get("period")));
  return table.finish();
}

Table run(const Context& context, const Options& options) {
  return count_both_ways(context, options, {"period", "group"}, run_once);
}

// The articles with hits, each in the row of its period and group.
std::vector<CountedArticle> find_counted(const IndexReader& index, const AskedQuery& asked,
                                         const Context& context, const Options& options, const Table& table) {
  const Texts& periods = std::get<Texts>(table.get("period").values);
  const Texts& names = std::get<Texts>(table.get("group").values);
  std::map<std::pair<std::string, std::string>, std::size_t> rows;
  for (std::size_t row = 0; row < table.rows(); ++row)
    rows[{std::string(periods[row]), std::string(names[row])}] = row;
  const PeriodUnit unit = period_unit_from_string(options.get("period"));
  const std::vector<Selected> selection = select_articles(context, options);
  const std::vector<ArticleHits> hits = index.count_hits(asked.query);
  std::vector<CountedArticle> counted;
  for (const Group& group :
       make_groups(selection, options.get("by"),
                   count_all_copies(asked, options) ? CopyCounting::all : CopyCounting::once)) {
    for (const Member& member : group.members) {
      const Article& article = selection[member.index].article;
      if (!std::ranges::binary_search(hits, article.id, {}, &ArticleHits::article)) continue;
      const auto row = rows.find({period_of(article.date, unit), group.name});
      if (row != rows.end()) counted.push_back({article.id, row->second, group.name, member.weight});
    }
  }
  std::ranges::sort(counted, {}, &CountedArticle::article);
  return counted;
}

Table evidence(const Context& context, const Options& asked_options, const Table& table) {
  const Options options = options_of_evidence(asked_options);
  const IndexReader index(context.corpus);
  const AskedQuery asked = read_query(context, options);
  return list_hit_evidence(options, index, asked.query, find_counted(index, asked, context, options, table));
}

}  // namespace

constinit const Analysis kTrend = {.name = "trend",
                                   .summary = "Hits of a query in time, per million words with intervals",
                                   .example = "sahafa trend cnss-corpus \"fuite OR تسريب\" --period week",
                                   .options = kOptions,
                                   .run = run,
                                   .renderings = {},
                                   .plot = plot_lines,
                                   .evidence = evidence};

}  // namespace sahafa
