#include "analysis/lexdiv.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>

#include "analysis/columns.h"
#include "analysis/copies_both.h"
#include "analysis/grouping.h"
#include "analysis/plot/plot_dots.h"
#include "analysis/selection.h"
#include "analysis/statistics/lexical_diversity.h"
#include "analysis/term_evidence.h"
#include "analysis/term_source.h"
#include "analysis/text_units.h"
#include "text/error.h"

namespace sahafa {
namespace {

constexpr auto kOptions = with_selection(
    std::array<OptionSpec, 4>{{
        {"by", "FIELD", "article, or groups: outlet, lang, country, genre, month or none", "outlet", false},
        {"window", "N", "of mattr, in words", "50", false},
        kCopiesOrBothOption,
        kPlotOption,
    }},
    kTermOptions, kEvidenceOptions);

void add_unit(std::string_view name, std::span<const std::uint32_t> words, std::size_t window,
              Columns& columns) {
  const TypeCounts counts = count_types(words);
  columns.texts("unit").push_back(name);
  columns.integers("tokens").push_back(static_cast<std::int64_t>(counts.words));
  columns.integers("types").push_back(static_cast<std::int64_t>(counts.types));
  columns.integers("hapax").push_back(static_cast<std::int64_t>(counts.once));
  columns.numbers("ttr").push_back(type_token_ratio(counts));
  columns.numbers("mattr").push_back(mattr(words, window));
  columns.numbers("mtld").push_back(mtld(words));
  columns.numbers("hdd").push_back(hdd(words));
  columns.numbers("yule_k").push_back(yule_k(counts));
  columns.numbers("guiraud").push_back(guiraud_r(counts));
  columns.numbers("cttr").push_back(carroll_cttr(counts));
  columns.numbers("herdan").push_back(herdan_c(counts));
}

void add_groups(const TermSource& source, const std::vector<Group>& groups, std::size_t window,
                Columns& columns) {
  std::vector<std::uint32_t> words;
  std::vector<std::uint32_t> buffer;
  for (const Group& group : groups) {
    words.clear();
    for (const Member& member : group.members) {
      const auto row = source.row(member.index, buffer);
      for (double copy = 0.0; copy < member.weight; copy += 1.0)
        words.insert(words.end(), row.begin(), row.end());
    }
    if (!words.empty()) add_unit(group.name, words, window, columns);
  }
}

Table run_once(const Context& context, const Options& options) {
  const std::int64_t window = options.get_integer("window");
  if (window < 1) throw Error(ErrorCode::usage, "--window takes 1 or more");
  const CopyCounting copies = copy_counting_from_string(options.get("copies"));
  if (copies == CopyCounting::fraction) {
    throw Error(ErrorCode::usage, "lexdiv reads whole texts: --copies takes once or all");
  }
  const std::vector<Selected> selection = select_articles(context, options);
  const TermSource source = TermSource::open(context, selection, options);
  const std::vector<Group> groups = make_units(selection, options.get("by"), copies);
  Columns columns;
  columns.texts("unit");
  add_groups(source, groups, static_cast<std::size_t>(window), columns);
  Table table = columns.finish();
  note_source(source, table);
  table.notes.push_back(
      fmt::format("mattr: window {}; mtld: threshold 0.72, both directions; hdd: 42 draws; yule_k: Yule "
                  "1944; copies of a text: {}",
                  window, options.get("copies")));
  table.notes.emplace_back(
      "diversity of French and Arabic is not comparable: Arabic writes clitics in one word");
  return table;
}

Table run(const Context& context, const Options& options) {
  return count_both_ways(context, options, {"unit"}, run_once);
}

// The first place of every type of a unit; the weight is how often the unit has it.
void add_first_places(const Context& context, const TermSource& source, std::span<const std::string> names,
                      std::span<const Selected> selection, const Group& unit, std::size_t row,
                      EvidenceList& list) {
  std::unordered_map<std::uint32_t, double> count_of;
  std::vector<std::uint32_t> buffer;
  for (const Member& member : unit.members) {
    for (const std::uint32_t word : source.row(member.index, buffer)) count_of[word] += member.weight;
  }
  for (const Member& member : unit.members) {
    const auto words = source.row(member.index, buffer);
    std::optional<CutText> text;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const auto count = count_of.find(words[i]);
      if (count == count_of.end()) continue;  // stood before
      const double times = count->second;
      count_of.erase(count);
      if (!list.takes(row)) continue;
      if (!text) text = cut_text(context, source, selection[member.index].article.id);
      if (!text || i >= text->words.size()) continue;
      list.add(row, unit.name, names[words[i]], text->article, text->sentences, text->words[i], times);
    }
  }
}

std::string plot(const Table& table, const Options& options) {
  return plot_dots("How varied the words are",
                   fmt::format("mattr: share of different words in {} words", options.get("window")),
                   dots_of(table, {.labels = {"unit"}, .value = "mattr", .low = {}, .high = {}}));
}

Table evidence(const Context& context, const Options& asked, const Table& table) {
  const Options options = options_of_evidence(asked);
  const std::vector<Selected> selection = select_articles(context, options);
  const TermSource source = TermSource::open(context, selection, options);
  const auto units =
      make_units(selection, options.get("by"), copy_counting_from_string(options.get("copies")));
  const std::vector<std::string> names = source.names();
  const auto row_of = number_units(table);
  EvidenceList list(options);
  for (const Group& unit : units) {
    const auto row = row_of.find(unit.name);
    if (row == row_of.end()) continue;  // without words
    add_first_places(context, source, names, selection, unit, row->second, list);
  }
  Table found = list.finish();
  found.notes.emplace_back(
      "a line a type, at its first place; weight: how often the unit has it (they add up to tokens; those of "
      "1 are "
      "the hapax)");
  return found;
}

}  // namespace

constinit const Analysis kLexdiv = {.name = "lexdiv",
                                    .summary = "How varied the words of each article or group are",
                                    .example = "sahafa lexdiv cnss-corpus --by lang",
                                    .options = kOptions,
                                    .run = run,
                                    .renderings = {},
                                    .plot = plot,
                                    .evidence = evidence};

}  // namespace sahafa
