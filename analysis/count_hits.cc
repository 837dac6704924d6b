#include "analysis/count_hits.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <vector>

#include <fmt/format.h>

#include "analysis/asked_query.h"
#include "analysis/grouping.h"
#include "analysis/hit_evidence.h"
#include "corpus/outlet.h"

namespace sahafa {
namespace {

constexpr auto kOptions =
    with_selection(std::array<OptionSpec, 4>{{
                       kQueryArgument,
                       {"by", "FIELD", "groups: none, outlet, lang, country, genre or month", "none", false},
                       {"copies", "HOW", "copies of a text count once, or all", "once", false},
                       kTranslateOption,
                   }},
                   kEvidenceOptions);

struct Count {
  std::int64_t hits = 0;
  std::int64_t articles = 0;
};

std::string group_of(const Context& context, const ArticleFields& fields, std::string_view by) {
  const Outlet* const outlet = by == "country" ? context.corpus.outlets().find(fields.outlet) : nullptr;
  std::string value =
      group_value(fields, outlet == nullptr ? std::string_view() : std::string_view(outlet->country), by);
  return value.empty() ? "(none)" : value;
}

Table run(const Context& context, const Options& options) {
  const IndexReader index(context.corpus);
  const AskedQuery asked = read_query(context, options);
  const bool all_copies = count_all_copies(asked, options);
  const std::string_view by = options.get("by");
  std::map<std::string, Count> counts;
  Count total;
  for (const Found& found : find_articles(context, options, index, asked.query, all_copies)) {
    const std::string value = group_of(context, found.fields, by);
    Count& count = counts[value];
    count.hits += found.hits;
    ++count.articles;
    total.hits += found.hits;
    ++total.articles;
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
  table.note(fmt::format("{} hits in {} articles; copies of a text: {}", total.hits, total.articles,
                         all_copies ? "all" : "once"));
  return table.finish();
}

Table evidence(const Context& context, const Options& options, const Table& table) {
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
                                   .plot = nullptr,
                                   .evidence = evidence};

}  // namespace sahafa
