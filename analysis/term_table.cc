#include "analysis/term_table.h"

#include <algorithm>
#include <utility>

#include "analysis/article_name.h"
#include "analysis/name_order.h"
#include "text/error.h"

namespace sahafa {
namespace {

struct Choice {
  std::uint32_t term = 0;
  double count = 0.0;
};

std::vector<std::uint32_t> choose_terms(const TermCounts& counts, const std::vector<double>& totals,
                                        const Options& options) {
  const double least = options.get_number("min");
  std::vector<Choice> choices;
  for (std::uint32_t term = 0; term < totals.size(); ++term) {
    if (totals[term] > 0.0 && totals[term] >= least) choices.push_back({term, totals[term]});
  }
  sort_by_score(choices, counts.terms, [](const Choice& choice) { return choice.count; });
  const auto skip = static_cast<std::size_t>(std::max<std::int64_t>(0, options.get_integer("skip")));
  const auto top = static_cast<std::size_t>(std::max<std::int64_t>(0, options.get_integer("top")));
  choices.erase(choices.begin(),
                choices.begin() + static_cast<std::ptrdiff_t>(std::min(skip, choices.size())));
  if (top > 0 && choices.size() > top) choices.resize(top);
  std::vector<std::uint32_t> terms;
  for (const Choice& choice : choices) terms.push_back(choice.term);
  std::ranges::sort(terms, {}, [&](std::uint32_t term) { return std::string_view(counts.terms[term]); });
  return terms;
}

}  // namespace

TermTable make_term_table(const TermCounts& counts, std::vector<Group> groups, const Options& options) {
  std::vector<double> totals(counts.terms.size(), 0.0);
  for (const Group& group : groups) {
    for (const Member& member : group.members) {
      for (const TermCount& cell : counts.row(member.index)) totals[cell.term] += member.weight * cell.count;
    }
  }
  TermTable result;
  result.terms = choose_terms(counts, totals, options);
  constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::vector<std::size_t> column(counts.terms.size(), kNone);
  for (std::size_t i = 0; i < result.terms.size(); ++i) column[result.terms[i]] = i;
  for (Group& group : groups) {
    std::vector<double> row(result.terms.size(), 0.0);
    for (const Member& member : group.members) {
      for (const TermCount& cell : counts.row(member.index)) {
        if (column[cell.term] != kNone) row[column[cell.term]] += member.weight * cell.count;
      }
    }
    if (std::ranges::all_of(row, [](double count) { return count == 0.0; })) continue;
    result.table.counts.insert(result.table.counts.end(), row.begin(), row.end());
    result.groups.push_back(std::move(group));
  }
  if (result.groups.size() < 2 || result.terms.size() < 2) {
    throw Error(ErrorCode::usage,
                "two groups and two terms at least are needed; choose another --by or a smaller --min");
  }
  result.table.rows = result.groups.size();
  result.table.columns = result.terms.size();
  return result;
}

std::vector<Group> groups_of_articles(std::span<const Selected> selection, const Group& all) {
  std::vector<Group> groups;
  for (const Member& member : all.members) {
    const Article& article = selection[member.index].article;
    groups.push_back({article_name(article), article.lang, {member}});
  }
  return groups;
}

}  // namespace sahafa
