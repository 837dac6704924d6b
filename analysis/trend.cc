#include "analysis/trend.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <span>
#include <string>
#include <string_view>
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

struct Cell {
  std::string_view period;
  std::string_view group;
  double hits = 0.0;
  double words = 0.0;
  std::vector<RatioUnit> units = {};  // clusters with words
};

// The periods of a selection, by the numbers of its dates.
struct Periods {
  std::vector<std::string> names;    // ascending; empty: a date that is not exact enough
  std::vector<std::size_t> of_date;  // index into `names`
};

Periods read_periods(const std::vector<std::string>& dates, PeriodUnit unit) {
  std::vector<std::string> of_date;
  for (const std::string& date : dates) of_date.push_back(period_of(date, unit));
  Periods periods{of_date, {}};
  std::ranges::sort(periods.names);
  const auto doubles = std::ranges::unique(periods.names);
  periods.names.erase(doubles.begin(), doubles.end());
  for (const std::string& period : of_date)
    periods.of_date.push_back(
        static_cast<std::size_t>(std::ranges::lower_bound(periods.names, period) - periods.names.begin()));
  return periods;
}

// What a trend counts: a text, its period and its hits.
struct Counted {
  const std::vector<Group>& groups;
  const NumberedSelection& selection;
  const Periods& periods;
  std::span<const double> hits;  // by article of the selection

  std::size_t period_of(const Member& member) const {
    return periods.of_date[selection.articles[member.index].date];
  }
};

// Hits of the articles of a selection, in its order.
std::vector<double> hits_of(std::span<const NumberedArticle> articles, std::span<const ArticleHits> counted) {
  std::vector<double> hits(articles.size());
  auto next = counted.begin();
  for (std::size_t i = 0; i < articles.size(); ++i) {
    while (next != counted.end() && next->article < articles[i].article) ++next;
    if (next != counted.end() && next->article == articles[i].article)
      hits[i] = static_cast<double>(next->hits);
  }
  return hits;
}

// What a text brings to its period.
struct Part {
  ArticleId cluster;
  double hits = 0.0;
  double words = 0.0;
};

struct PartsByPeriod {
  std::vector<Part> parts;
  std::vector<std::size_t> ends;  // by period: behind its last part
};

PartsByPeriod sort_by_period(const Counted& counted, const Group& group) {
  std::vector<std::size_t> next(counted.periods.names.size() + 1);
  for (const Member& member : group.members) ++next[counted.period_of(member) + 1];
  std::partial_sum(next.begin(), next.end(), next.begin());
  std::vector<Part> parts(group.members.size());
  for (const Member& member : group.members) {
    const NumberedArticle& article = counted.selection.articles[member.index];
    parts[next[counted.period_of(member)]++] = {article.cluster, member.weight * counted.hits[member.index],
                                                member.weight * article.words};
  }
  return {std::move(parts), std::move(next)};
}

Cell make_cell(std::span<Part> parts) {
  Cell cell;
  if (!std::ranges::is_sorted(parts, {}, &Part::cluster)) std::ranges::sort(parts, {}, &Part::cluster);
  cell.units.reserve(parts.size());
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i == 0 || parts[i].cluster != parts[i - 1].cluster) cell.units.emplace_back();
    cell.units.back().numerator += parts[i].hits;
    cell.units.back().denominator += parts[i].words;
    cell.hits += parts[i].hits;
    cell.words += parts[i].words;
  }
  std::erase_if(cell.units, [](const RatioUnit& unit) { return unit.denominator <= 0.0; });
  return cell;
}

// By period, then group.
std::vector<Cell> make_cells(const Counted& counted, std::size_t& undated) {
  std::vector<Cell> cells;
  for (const Group& group : counted.groups) {
    PartsByPeriod sorted = sort_by_period(counted, group);
    std::size_t begin = 0;
    for (std::size_t period = 0; period < counted.periods.names.size(); ++period) {
      const auto parts = std::span(sorted.parts).subspan(begin, sorted.ends[period] - begin);
      begin = sorted.ends[period];
      if (parts.empty()) continue;
      if (counted.periods.names[period].empty()) {
        undated += parts.size();
        continue;
      }
      cells.push_back(make_cell(parts));
      cells.back().period = counted.periods.names[period];
      cells.back().group = group.name;
    }
  }
  std::ranges::sort(cells, {}, [](const Cell& cell) { return std::pair(cell.period, cell.group); });
  return cells;
}

void add_interval(TableBuilder& table, const Cell& cell) {
  if (cell.units.size() < 2 || cell.hits == 0.0) {
    table.add_missing().add_missing();
    return;
  }
  const Interval interval = ratio_estimate(cell.units).interval;
  table.add(std::max(0.0, interval.low) * kMillion).add(interval.high * kMillion);
}

Table run_once(const Context& context, const Options& options) {
  const IndexReader index(context.corpus);
  const AskedQuery asked = read_query(context, options);
  const PeriodUnit unit = period_unit_from_string(options.get("period"));
  const bool all_copies = count_all_copies(asked, options);
  const NumberedSelection selection = select_numbered(context, options, index, options.get("by"));
  const std::vector<Group> groups =
      make_groups(selection, all_copies ? CopyCounting::all : CopyCounting::once);
  const Periods periods = read_periods(selection.dates, unit);
  const std::vector<double> hits = hits_of(selection.articles, index.count_hits(asked.query));
  std::size_t undated = 0;
  const std::vector<Cell> cells = make_cells({groups, selection, periods, hits}, undated);
  using enum TableBuilder::Type;
  TableBuilder table{{"period", text},        {"group", text},    {"hits", integer},
                     {"per_million", number}, {"ci_low", number}, {"ci_high", number}};
  for (const Cell& cell : cells) {
    table.add(cell.period).add(cell.group).add(static_cast<std::int64_t>(cell.hits));
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
  const Texts& shown = std::get<Texts>(table.get("period").values);
  const Texts& names = std::get<Texts>(table.get("group").values);
  std::map<std::pair<std::string, std::string>, std::size_t> rows;
  for (std::size_t row = 0; row < table.rows(); ++row)
    rows[{std::string(shown[row]), std::string(names[row])}] = row;
  const NumberedSelection selection = select_numbered(context, options, index, options.get("by"));
  const Periods periods = read_periods(selection.dates, period_unit_from_string(options.get("period")));
  const std::vector<ArticleHits> hits = index.count_hits(asked.query);
  std::vector<CountedArticle> counted;
  for (const Group& group :
       make_groups(selection, count_all_copies(asked, options) ? CopyCounting::all : CopyCounting::once)) {
    for (const Member& member : group.members) {
      const NumberedArticle& one = selection.articles[member.index];
      if (!std::ranges::binary_search(hits, one.article, {}, &ArticleHits::article)) continue;
      const auto row = rows.find({periods.names[periods.of_date[one.date]], group.name});
      if (row != rows.end()) counted.push_back({one.article, row->second, group.name, member.weight});
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
