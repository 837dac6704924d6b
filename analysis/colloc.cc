#include "analysis/colloc.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>

#include "analysis/colloc_counts.h"
#include "analysis/columns.h"
#include "analysis/copies_both.h"
#include "analysis/name_order.h"
#include "analysis/one_language.h"
#include "analysis/plot/plot_dots.h"
#include "analysis/selection.h"
#include "analysis/term_evidence.h"
#include "analysis/term_source.h"
#include "text/error.h"

namespace sahafa {
namespace {

constexpr auto kOptions = with_selection(
    std::array<OptionSpec, 8>{{
        {"node", "NODE", "the word whose company is looked at; \"*\" with --span next for all pairs", "",
         true},
        {"span", "SPAN", "window (words around the node) or next (the word right after it)", "window", false},
        {"window", "N", "words on either side", "5", false},
        {"show", "LIST",
         "more columns: mi3, npmi, z, dice, chi2, log_dice_margins, delta_p_term, delta_p_node, lambda, "
         "lambda_z, or "
         "all",
         "", false},
        {"min", "N", "only words that stand N times in the span", "2", false},
        {"top", "N", "only the N with the highest log_dice; 0 for all", "0", false},
        kCopiesOrBothOption,
        kPlotOption,
    }},
    kTermOptions, kEvidenceOptions);

struct Measure {
  std::string_view name;
  double (*compute)(const WordPair& pair);
};

constexpr std::array<Measure, 4> kFixed = {
    {{"log_dice", log_dice}, {"pmi", pmi}, {"g2", pair_likelihood}, {"t", t_score}}};
constexpr std::array<Measure, 10> kMore = {{{"mi3", mi3},
                                            {"npmi", npmi},
                                            {"z", z_score},
                                            {"dice", dice},
                                            {"chi2", pair_chi_square},
                                            {"log_dice_margins", log_dice_of_margins},
                                            {"delta_p_term", delta_p_second},
                                            {"delta_p_node", delta_p_first},
                                            {"lambda", lambda},
                                            {"lambda_z", lambda_z}}};

std::vector<Measure> shown_measures(const Options& options) {
  std::vector<Measure> measures(kFixed.begin(), kFixed.end());
  for (const std::string_view name : options.get_list("show")) {
    for (const Measure& measure : kMore) {
      if (name == "all" || name == measure.name) measures.push_back(measure);
    }
    if (name != "all" && std::ranges::find(kMore, name, &Measure::name) == kMore.end()) {
      throw Error(ErrorCode::usage, fmt::format("--show knows no measure \"{}\"; --help lists them", name));
    }
  }
  return measures;
}

std::uint32_t find_node(const TermSource& source, std::string_view word) {
  const std::vector<std::uint32_t> ids = source.find_sequence(word);
  if (ids.size() == 1) return ids.front();
  throw Error(ErrorCode::usage,
              fmt::format("\"{}\" is not one word of this corpus; `sahafa freq` lists them", word));
}

std::vector<Collocate> count(const TermSource& source, const Group& group, const Options& options) {
  const std::string_view node = options.get("node");
  const std::string_view span = options.get("span");
  const WordTotals totals = count_words(source, group);
  if (span == "window") {
    const std::int64_t window = options.get_integer("window");
    if (node == "*" || window < 1) {
      throw Error(ErrorCode::usage, "--span window needs a word and --window of at least 1");
    }
    return count_window(source, group, totals, find_node(source, node), static_cast<std::size_t>(window));
  }
  if (span != "next")
    throw Error(ErrorCode::usage, fmt::format("--span takes window or next, not \"{}\"", span));
  std::optional<std::uint32_t> first;
  if (node != "*") first = find_node(source, node);
  std::vector<Collocate> pairs = count_neighbours(source, group, totals);
  if (first) std::erase_if(pairs, [&](const Collocate& pair) { return pair.first != *first; });
  return pairs;
}

// Under "*" a row is a pair, else the collocate alone.
std::vector<std::string> name_rows(const std::vector<Collocate>& rows, const std::vector<std::string>& names,
                                   bool pairs) {
  std::vector<std::string> named;
  for (const Collocate& row : rows)
    named.push_back(pairs ? names[row.first] + ' ' + names[row.term] : names[row.term]);
  return named;
}

struct Row {
  std::uint32_t term;  // index into the names of the rows
  WordPair pair;
};

Table run_once(const Context& context, const Options& options) {
  const std::vector<Measure> measures = shown_measures(options);
  const std::vector<Selected> selection = select_articles(context, options);
  const Group group = one_language(selection, options.get("copies"));
  const TermSource source = TermSource::open(context, selection, options);
  std::vector<Collocate> collocates = count(source, group, options);
  const double least = options.get_number("min");
  std::erase_if(collocates, [least](const Collocate& one) { return one.pair.o11 < least; });
  const std::vector<std::string> names = name_rows(collocates, source.names(), options.get("node") == "*");

  std::vector<Row> rows;
  for (std::uint32_t i = 0; i < collocates.size(); ++i) rows.push_back({i, collocates[i].pair});
  sort_by_score(rows, names, [](const Row& row) { return log_dice(row.pair); });
  const auto top = static_cast<std::size_t>(std::max<std::int64_t>(0, options.get_integer("top")));
  if (top > 0 && rows.size() > top) rows.resize(top);

  Columns columns;
  columns.texts("term");
  columns.numbers("observed");
  columns.numbers("expected");
  for (const Row& row : rows) {
    columns.texts("term").push_back(names[row.term]);
    columns.numbers("observed").push_back(row.pair.o11);
    columns.numbers("expected").push_back(row.pair.expected());
  }
  for (const Measure& measure : measures) {
    auto& column = columns.numbers(measure.name);
    for (const Row& row : rows) column.push_back(measure.compute(row.pair));
  }
  Table table = columns.finish();
  note_source(source, table);
  table.notes.push_back(options.get("span") == "window"
                            ? fmt::format("span: {} words on either side, across marks and sentence ends",
                                          options.get("window"))
                            : std::string("span: the next word, across marks and sentence ends"));
  table.notes.push_back(
      fmt::format("log_dice: from word frequencies (Rychly 2008); pmi: log2; g2: 4 cells, signed (Dunning "
                  "1993); t: (O-E)/sqrt O; "
                  "language {}; copies of a text: {}",
                  group.lang, options.get("copies")));
  return table;
}

Table run(const Context& context, const Options& options) {
  return count_both_ways(context, options, {"term"}, run_once);
}

// The places that `count` counted, of the terms that are shown.
PlaceFinder find_company(const TermSource& source, const TermRows& rows, const Options& options) {
  const bool pairs = options.get("node") == "*";
  std::optional<std::uint32_t> node;
  if (!pairs) node = find_node(source, options.get("node"));
  const bool next = options.get("span") == "next";
  const auto window = next ? std::size_t{1} : static_cast<std::size_t>(options.get_integer("window"));
  std::unordered_map<std::string, std::uint32_t> wanted;
  for (std::uint32_t i = 0; i < rows.terms.size(); ++i) wanted.emplace(rows.terms[i], i);
  return [=, names = source.names()](std::size_t /*article*/, std::span<const std::uint32_t> words,
                                     std::vector<TermPlace>& places) {
    for (std::uint32_t i = 0; i < words.size(); ++i) {
      const std::size_t begin = i < window ? 0 : i - window;
      const std::size_t end = next ? i : std::min(words.size(), i + window + 1);
      for (std::size_t near = begin; near < end; ++near) {
        if (near == i || (node && words[near] != *node)) continue;
        const auto term = wanted.find(pairs ? names[words[near]] + ' ' + names[words[i]] : names[words[i]]);
        if (term == wanted.end()) break;
        const auto other = static_cast<std::uint32_t>(near);
        places.push_back({term->second, std::min(i, other), std::max(i, other)});
        break;
      }
    }
  };
}

std::string plot(const Table& table, const Options& options) {
  return plot_dots(fmt::format("The company of {}", options.get("node")),
                   "logDice: 14 where the words never part",
                   dots_of(table, {.labels = {"node", "term"}, .value = "log_dice", .low = {}, .high = {}}));
}

Table evidence(const Context& context, const Options& asked, const Table& table) {
  const Options options = options_of_evidence(asked);
  const std::vector<Selected> selection = select_articles(context, options);
  const Group groups[] = {one_language(selection, options.get("copies"))};
  const TermSource source = TermSource::open(context, selection, options);
  const TermRows rows = read_rows(table, groups, "term");
  return list_places(context, options, selection, groups, source, rows, find_company(source, rows, options));
}

}  // namespace

constinit const Analysis kColloc = {.name = "colloc",
                                    .summary = "The words that keep company with a word",
                                    .example = "sahafa colloc cnss-corpus caisse --lang fr --top 20",
                                    .options = kOptions,
                                    .run = run,
                                    .renderings = {},
                                    .plot = plot,
                                    .evidence = evidence};

}  // namespace sahafa
