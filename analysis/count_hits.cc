#include "analysis/count_hits.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <vector>

#include <fmt/format.h>

#include "analysis/asked_query.h"
#include "analysis/copies_both.h"
#include "analysis/grouping.h"
#include "analysis/hit_evidence.h"
#include "analysis/plot/plot_dots.h"
#include "corpus/outlet.h"
#include "index/analysis_version.h"

namespace sahafa {
namespace {

constexpr auto kOptions =
    with_selection(std::array<OptionSpec, 5>{{
                       kQueryArgument,
                       {"by", "FIELD", "groups: none, outlet, lang, country, genre or month", "none", false},
                       kHitCopiesOption,
                       kTranslateOption,
                       kPlotOption,
                   }},
                   kEvidenceOptions);

struct Count {
  std::int64_t hits = 0;
  std::int64_t articles = 0;
};

std::string group_of(const Context& context, const ArticleFields& fields, std::string_view by) {
  const std::string_view country =
      by == "country" ? context.corpus.outlets().country_of(fields.outlet) : std::string_view();
  std::string value = group_value(fields, country, by);
  return value.empty() ? "(none)" : value;
}

Table run_once(const Context& context, const Options& options) {
  const IndexReader index(context.corpus);
  const AskedQuery asked = read_query(context, options);
  const bool all_copies = count_all_copies(asked, options);
  const std::string_view by = options.get("by");
  std::map<std::string, Count> counts;
  Count total;
  std::set<std::string> langs;
  for (const Found& found : find_articles(context, options, index, asked.query, all_copies)) {
    const std::string value = group_of(context, found.fields, by);
    Count& count = counts[value];
    count.hits += found.hits;
    ++count.articles;
    total.hits += found.hits;
    ++total.articles;
    langs.emplace(found.fields.lang);
  }
  if (counts.empty() && by == "none") counts["all"];
  std::vector<std::pair<std::string, Count>> rows(counts.begin(), counts.end());
  std::ranges::sort(rows, {}, [](const auto& row) {
    return std::tuple(-row.second.articles, -row.second.hits, row.first);
  });
  using enum TableBuilder::Type;
  TableBuilder table{{"group", text}, {"hits", integer}, {"articles", integer}};
  for (const auto& [group, count] : rows) table.add(group).add(count.hits).add(count.articles);
  for (const std::string& note : asked.notes) table.note(note);
  for (const std::string& note : suggestion_notes(index, asked.query)) table.note(note);
  table.note(fmt::format("{} hits in {} articles; copies of a text: {}; words of the sahafa tokenizer ({})",
                         total.hits, total.articles, all_copies ? "all" : "once", analysis_version()));
  if (langs.size() > 1)
    table.note("numbers of French and Arabic hits are not comparable: compare contrasts within each");
  return table.finish();
}

Table run(const Context& context, const Options& options) {
  return count_both_ways(context, options, {"group"}, run_once);
}

std::string plot(const Table& table, const Options& options) {
  return plot_dots("Articles that match", fmt::format("articles by {}", options.get("by")),
                   dots_of(table, {.labels = {"group"}, .value = "articles", .low = {}, .high = {}}));
}

Table evidence(const Context& context, const Options& asked_options, const Table& table) {
  const Options options = options_of_evidence(asked_options);
  const IndexReader index(context.corpus);
  const AskedQuery asked = read_query(context, options);
  const Texts& names = std::get<Texts>(table.get("group").values);
  std::vector<CountedArticle> counted;
  for (const Found& found :
       find_articles(context, options, index, asked.query, count_all_copies(asked, options))) {
    const std::string name = group_of(context, found.fields, options.get("by"));
    for (std::size_t row = 0; row < names.size(); ++row) {
      if (names[row] == name) counted.push_back({found.article, row, name, 1.0});
    }
  }
  return list_hit_evidence(options, index, asked.query, counted);
}

}  // namespace

constinit const Analysis kCount = {.name = "count",
                                   .summary = "Counts hits and articles of a query exactly, by group",
                                   .example = "sahafa count cnss-corpus \"fuite OR تسريب\" --by outlet",
                                   .options = kOptions,
                                   .run = run,
                                   .renderings = {},
                                   .plot = plot,
                                   .evidence = evidence};

}  // namespace sahafa
