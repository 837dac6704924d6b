#include "analysis/wordfish.h"

#include <algorithm>
#include <array>
#include <limits>
#include <vector>

#include <fmt/format.h>

#include "analysis/columns.h"
#include "analysis/one_language.h"
#include "analysis/plot/plot_dots.h"
#include "analysis/report/number.h"
#include "analysis/selection.h"
#include "analysis/statistics/wordfish.h"
#include "analysis/term_evidence.h"
#include "analysis/term_table.h"
#include "analysis/token_terms.h"
#include "text/error.h"

namespace sahafa {
namespace {

constexpr auto kOptions =
    with_selection(std::array<OptionSpec, 7>{{
                       {"by", "FIELD", "the texts: article, outlet, country, genre, month", "outlet", false},
                       {"left", "NAME", "text that lies left of --right; the first if not given", "", false},
                       {"right", "NAME", "text that lies right of --left; the last if not given", "", false},
                       {"starts", "N", "starts of the search; the best is kept", "12", false},
                       {"seed", "N", "of the random starts", "1", false},
                       kPlotOption,
                       kCopiesOption,
                   }},
                   kTermChoiceOptions, kCountOptions, kEvidenceOptions);

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

std::size_t find_text(const TermTable& table, std::string_view name, std::size_t otherwise) {
  if (name.empty()) return otherwise;
  const auto found = std::ranges::find(table.groups, name, &Group::name);
  if (found == table.groups.end()) {
    throw Error(ErrorCode::usage, fmt::format("there is no text \"{}\" in this table", name));
  }
  return static_cast<std::size_t>(found - table.groups.begin());
}

void add_row(std::string_view kind, std::string_view name, double position, double fixed, double se,
             Columns& columns) {
  constexpr double kNormal95 = 1.959963984540054;
  columns.texts("kind").push_back(kind);
  columns.texts("name").push_back(name);
  columns.numbers("position").push_back(position);
  columns.numbers("fixed").push_back(fixed);
  columns.numbers("se").push_back(se);
  columns.numbers("low").push_back(position - kNormal95 * se);
  columns.numbers("high").push_back(position + kNormal95 * se);
}

Table run(const Context& context, const Options& options) {
  const std::vector<Selected> selection = select_articles(context, options);
  const Group all = one_language(selection, options.get("copies"));
  const TermSource source = TermSource::open(context, selection, options);
  const TermCounts counts = count_terms(context, source, options);
  std::vector<Group> groups =
      options.get("by") == "article"
          ? groups_of_articles(selection, all)
          : make_groups(selection, options.get("by"), copy_counting_from_string(options.get("copies")));
  const TermTable table = make_term_table(counts, std::move(groups), options);
  WordfishOptions fit;
  fit.starts = static_cast<std::size_t>(std::clamp<std::int64_t>(options.get_integer("starts"), 1, 1000));
  fit.seed = static_cast<std::uint64_t>(options.get_integer("seed"));
  fit.left = find_text(table, options.get("left"), 0);
  fit.right = find_text(table, options.get("right"), table.groups.size() - 1);
  const Wordfish fish = fit_wordfish(table.table, fit, context.jobs);

  Columns columns;
  for (std::size_t i = 0; i < table.groups.size(); ++i)
    add_row("text", table.groups[i].name, fish.theta[i], fish.alpha[i], fish.theta_se[i], columns);
  for (std::size_t j = 0; j < table.terms.size(); ++j)
    add_row("term", counts.terms[table.terms[j]], fish.beta[j], fish.psi[j], kNone, columns);
  Table result = columns.finish();
  note_terms(source, options, result);
  result.notes.push_back(
      fmt::format("objective {} (negative penalised log-likelihood), reached by {} of {} starts, seed {}; "
                  "gradient {:.2g}",
                  format_number(fish.objective), fish.reached, fit.starts, fit.seed, fish.gradient_norm));
  result.notes.push_back(fmt::format(
      "theta: mean 0, standard deviation 1, {} left of {}; beta: normal prior, deviation 3; se takes words "
      "as "
      "independent; language {}; copies of a text: {}",
      table.groups[fit.left].name, table.groups[fit.right].name, all.lang, options.get("copies")));
  return result;
}

std::string plot(const Table& table, const Options&) {
  return plot_dots(
      "Wordfish", "position, 95 % interval",
      dots_of(table,
              {.labels = {"name"}, .value = "position", .low = "low", .high = "high", .only = "text"}));
}

Table evidence(const Context& context, const Options& options, const Table& table) {
  return list_term_evidence(context, options, table,
                            options.get("by") == "article" ? "none" : options.get("by"), "name");
}

}  // namespace

constinit const Analysis kWordfish = {
    .name = "wordfish",
    .summary = "Texts on one line, found from their words (Poisson scaling)",
    .example = "sahafa wordfish cnss-corpus --by genre --lang fr --min 10",
    .options = kOptions,
    .run = run,
    .renderings = {},
    .plot = plot,
    .evidence = evidence};

}  // namespace sahafa
