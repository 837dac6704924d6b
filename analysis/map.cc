#include "analysis/map.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <numeric>
#include <vector>

#include <fmt/format.h>

#include "analysis/columns.h"
#include "analysis/one_language.h"
#include "analysis/plot/plot_map.h"
#include "analysis/report/number.h"
#include "analysis/selection.h"
#include "analysis/statistics/bootstrap.h"
#include "analysis/statistics/correspondence.h"
#include "analysis/statistics/ellipse.h"
#include "analysis/term_evidence.h"
#include "analysis/term_table.h"
#include "analysis/token_terms.h"
#include "text/error.h"

namespace sahafa {
namespace {

constexpr auto kOptions = with_selection(
    std::array<OptionSpec, 6>{{
        {"by", "FIELD", "the groups: outlet, country, genre, month", "outlet", false},
        {"axes", "N", "axes in the table", "2", false},
        {"replicates", "N", "adds 95 % ellipses of the groups: bootstrap over clusters, N replicates", "0",
         false},
        {"seed", "N", "of the random draws", "1", false},
        kPlotOption,
        kCopiesOption,
    }},
    kTermChoiceOptions, kCountOptions, kEvidenceOptions);

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

std::string axis_name(std::size_t axis) {
  if (axis == 0) return "x";
  return axis == 1 ? "y" : fmt::format("dim{}", axis + 1);
}

void add_points(std::string_view kind, const std::vector<std::string>& names, const CaPoints& points,
                std::size_t axes, Columns& columns) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    columns.texts("kind").push_back(kind);
    columns.texts("name").push_back(names[i]);
    for (std::size_t axis = 0; axis < 2; ++axis)
      columns.numbers(axis_name(axis))
          .push_back(axis < points.principal.size() ? points.principal[axis][i] : 0.0);
    columns.numbers("mass").push_back(points.masses[i]);
    columns.numbers("quality").push_back(points.quality[i]);
    for (std::size_t axis = 2; axis < std::min(axes, points.principal.size()); ++axis)
      columns.numbers(axis_name(axis)).push_back(points.principal[axis][i]);
  }
}

// What each cluster of a group adds to the place of the group: sums of standard coordinates over its chosen words.
RatioSample place_sample(const TermCounts& counts, const Group& group, std::span<const Selected> selection,
                         const std::vector<double>& x_of, const std::vector<double>& y_of) {
  RatioSample sample;
  sample.ratios.resize(2);
  std::map<ArticleId, std::size_t> units;
  for (const Member& member : group.members) {
    const auto [unit, is_new] = units.emplace(selection[member.index].cluster, units.size());
    if (is_new) sample.denominators.push_back(0.0);
    double words = 0.0;
    double x = 0.0;
    double y = 0.0;
    for (const TermCount& cell : counts.row(member.index)) {
      if (x_of[cell.term] != x_of[cell.term]) continue;
      words += cell.count;
      x += cell.count * x_of[cell.term];
      y += cell.count * y_of[cell.term];
    }
    sample.denominators[unit->second] += member.weight * words;
    sample.ratios[0].push_back({unit->second, member.weight * x});
    sample.ratios[1].push_back({unit->second, member.weight * y});
  }
  return sample;
}

Ellipse resample_place(const RatioSample& sample, std::size_t replicates, std::uint64_t seed) {
  std::array<Stratum, 1> units;
  units[0].resize(sample.denominators.size());
  std::iota(units[0].begin(), units[0].end(), std::size_t{0});
  std::vector<std::uint32_t> times(sample.denominators.size());
  std::vector<double> x;
  std::vector<double> y;
  for (std::size_t replicate = 0; replicate < replicates; ++replicate) {
    draw_units(units, seed, replicate, times);
    const std::vector<double> place = resampled_ratios(sample, times);
    if (place[0] != place[0]) continue;
    x.push_back(place[0]);
    y.push_back(place[1]);
  }
  if (x.size() < 2 || sample.denominators.size() < 2) return {kNone, kNone, kNone};
  return confidence_ellipse(x, y);
}

void add_ellipses(const TermCounts& counts, const TermTable& table, const CorrespondenceAnalysis& ca,
                  std::span<const Selected> selection, const Options& options, Columns& columns) {
  const auto replicates = static_cast<std::size_t>(options.get_integer("replicates"));
  const auto seed = static_cast<std::uint64_t>(options.get_integer("seed"));
  std::vector<double> x_of(counts.terms.size(), kNone);
  std::vector<double> y_of(counts.terms.size(), 0.0);
  for (std::size_t i = 0; i < table.terms.size(); ++i) {
    x_of[table.terms[i]] = ca.standard[0][i];
    y_of[table.terms[i]] = ca.standard.size() > 1 ? ca.standard[1][i] : 0.0;
  }
  for (const Group& group : table.groups) {
    const Ellipse ellipse =
        resample_place(place_sample(counts, group, selection, x_of, y_of), replicates, seed);
    columns.numbers("ellipse_a").push_back(ellipse.half_major);
    columns.numbers("ellipse_b").push_back(ellipse.half_minor);
    columns.numbers("angle").push_back(ellipse.angle);
  }
  for (const char* name : {"ellipse_a", "ellipse_b", "angle"})
    columns.numbers(name).resize(table.groups.size() + table.terms.size(), kNone);
}

void note_axes(const CorrespondenceAnalysis& ca, Table& table) {
  for (std::size_t axis = 0; axis < ca.singular_values.size() && axis < 5; ++axis) {
    const double inertia = ca.singular_values[axis] * ca.singular_values[axis];
    table.notes.push_back(fmt::format("axis {}: singular value {}, inertia {}, {:.1f} %", axis + 1,
                                      format_number(ca.singular_values[axis]), format_number(inertia),
                                      100.0 * inertia / ca.inertia));
  }
}

Table run(const Context& context, const Options& options) {
  const std::vector<Selected> selection = select_articles(context, options);
  const Group all = one_language(selection, options.get("copies"));
  const TermSource source = TermSource::open(context, selection, options);
  const TermCounts counts = count_terms(context, source, options);
  const TermTable table = make_term_table(
      counts, make_groups(selection, options.get("by"), copy_counting_from_string(options.get("copies"))),
      options);
  const CorrespondenceAnalysis ca = analyze_correspondence(table.table);
  std::vector<std::string> groups;
  for (const Group& group : table.groups) groups.push_back(group.name);
  std::vector<std::string> terms;
  for (const std::uint32_t term : table.terms) terms.push_back(counts.terms[term]);
  const auto axes = static_cast<std::size_t>(std::max<std::int64_t>(2, options.get_integer("axes")));
  Columns columns;
  add_points("group", groups, ca.rows, axes, columns);
  add_points("term", terms, ca.columns, axes, columns);
  const bool with_ellipses = options.get_integer("replicates") > 0;
  if (with_ellipses) add_ellipses(counts, table, ca, selection, options, columns);
  Table result = columns.finish();
  note_terms(source, options, result);
  note_axes(ca, result);
  result.notes.push_back(
      fmt::format("correspondence analysis, principal coordinates; on each axis the group farthest out is "
                  "positive; language {}; "
                  "copies of a text: {}",
                  all.lang, options.get("copies")));
  if (with_ellipses) {
    result.notes.push_back(
        fmt::format("ellipses: 95 %, partial bootstrap over clusters, {} replicates, seed {}; none for a "
                    "group of one cluster",
                    options.get("replicates"), options.get("seed")));
  }
  return result;
}

Table evidence(const Context& context, const Options& options, const Table& table) {
  return list_term_evidence(context, options, table, options.get("by"), "name");
}

}  // namespace

constinit const Analysis kMap = {.name = "map",
                                 .summary = "Outlets and words on a map: correspondence analysis",
                                 .example = "sahafa map cnss-corpus --by country --lang fr --min 10",
                                 .options = kOptions,
                                 .run = run,
                                 .renderings = {},
                                 .plot = plot_map,
                                 .evidence = evidence};

}  // namespace sahafa
