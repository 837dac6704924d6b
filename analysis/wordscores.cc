#include "analysis/wordscores.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

#include <fmt/format.h>

#include "analysis/columns.h"
#include "analysis/copies_both.h"
#include "analysis/one_language.h"
#include "analysis/plot/plot_dots.h"
#include "analysis/selection.h"
#include "analysis/statistics/wordscores.h"
#include "analysis/term_evidence.h"
#include "analysis/term_table.h"
#include "analysis/token_terms.h"
#include "text/error.h"

namespace sahafa {
namespace {

constexpr auto kOptions = with_selection(
    std::array<OptionSpec, 7>{{
        {"low", "QUERY", "articles that stand for the score --low-score", "", false},
        {"high", "QUERY", "articles that stand for the score --high-score", "", false},
        {"low-score", "X", "score of the low reference", "-1", false},
        {"high-score", "X", "score of the high reference", "1", false},
        {"by", "FIELD", "the texts to be scored: article, outlet, country, genre, month", "article", false},
        kPlotOption,
        kCopiesOrBothOption,
    }},
    kTermChoiceOptions, kCountOptions, kEvidenceOptions);

// Counts of the chosen terms in the articles of `all` that a query marks.
std::vector<double> count_reference(const TermCounts& counts, const TermTable& table, const Group& all,
                                    std::span<const std::uint8_t> marked, std::string_view option) {
  std::vector<double> by_term(counts.terms.size(), 0.0);
  double sum = 0.0;
  for (const Member& member : all.members) {
    if (marked[member.index] == 0) continue;
    for (const TermCount& cell : counts.row(member.index)) {
      by_term[cell.term] += member.weight * cell.count;
      sum += member.weight * cell.count;
    }
  }
  if (sum == 0.0) throw Error(ErrorCode::usage, fmt::format("no article matches --{}", option));
  std::vector<double> chosen;
  for (const std::uint32_t term : table.terms) chosen.push_back(by_term[term]);
  return chosen;
}

Table run_once(const Context& context, const Options& options) {
  if (!options.has("low") || !options.has("high")) {
    throw Error(ErrorCode::usage, "wordscores needs --low and --high, queries such as outlet:ledesk");
  }
  const std::vector<Selected> selection = select_articles(context, options);
  const Group all = one_language(selection, options.get("copies"));
  const TermSource source = TermSource::open(context, selection, options);
  const TermCounts counts = count_terms(context, source, options);
  std::vector<Group> groups =
      options.get("by") == "article"
          ? groups_of_articles(selection, all)
          : make_groups(selection, options.get("by"), copy_counting_from_string(options.get("copies")));
  const TermTable table = make_term_table(counts, std::move(groups), options);
  const std::vector<ReferenceText> references = {
      {count_reference(counts, table, all, match_selected(context, selection, options.get("low")), "low"),
       options.get_number("low-score")},
      {count_reference(counts, table, all, match_selected(context, selection, options.get("high")), "high"),
       options.get_number("high-score")}};
  const std::vector<double> scores = score_words(references);

  Columns columns;
  for (std::size_t i = 0; i < table.groups.size(); ++i) {
    const auto row = std::span(table.table.counts).subspan(i * table.terms.size(), table.terms.size());
    const TextScore text = score_text(row, scores);
    columns.texts("kind").push_back("text");
    columns.texts("name").push_back(table.groups[i].name);
    columns.numbers("score").push_back(text.score);
    columns.numbers("se").push_back(text.se);
  }
  for (std::size_t j = 0; j < table.terms.size(); ++j) {
    if (std::isnan(scores[j])) continue;
    columns.texts("kind").push_back("term");
    columns.texts("name").push_back(counts.terms[table.terms[j]]);
    columns.numbers("score").push_back(scores[j]);
    columns.numbers("se").push_back(std::numeric_limits<double>::quiet_NaN());
  }
  Table result = columns.finish();
  note_terms(source, options, result);
  result.notes.push_back(fmt::format(
      "wordscores (Laver, Benoit and Garry 2003), raw; references {} at {} and {} at {}; language {}; copies "
      "of a text: {}",
      options.get("low"), options.get("low-score"), options.get("high"), options.get("high-score"), all.lang,
      options.get("copies")));
  return result;
}

Table run(const Context& context, const Options& options) {
  return count_both_ways(context, options, {"kind", "name"}, run_once);
}

std::string plot(const Table& table, const Options&) {
  return plot_dots(
      "Wordscores", "raw score",
      dots_of(table, {.labels = {"name"}, .value = "score", .low = {}, .high = {}, .only = "text"}));
}

Table evidence(const Context& context, const Options& options, const Table& table) {
  return list_term_evidence(context, options, table,
                            options.get("by") == "article" ? "none" : options.get("by"), "name");
}

}  // namespace

constinit const Analysis kWordscores = {.name = "wordscores",
                                        .summary = "Texts on the line between two groups of reference texts",
                                        .example =
                                            "sahafa wordscores cnss-corpus --low genre:news --high "
                                            "genre:editorial --by outlet --lang fr --min 10",
                                        .options = kOptions,
                                        .run = run,
                                        .renderings = {},
                                        .plot = plot,
                                        .evidence = evidence};

}  // namespace sahafa
