#include "analysis/grouping.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "text/error.h"

namespace sahafa {
namespace {

using TextKey = std::pair<ArticleId, std::string_view>;  // cluster and language

TextKey text_of(const Selected& selected) { return {selected.cluster, selected.article.lang}; }

constexpr std::size_t kMonthLength = 7;  // 2025-04

std::map<TextKey, double> count_texts(std::span<const Selected> selection) {
  std::map<TextKey, double> counts;
  for (const Selected& selected : selection) counts[text_of(selected)] += 1.0;
  return counts;
}

// Keeps one member a text: the canonical article if it is here, else the first.
std::vector<Member> keep_one_each(const std::vector<Member>& members, std::span<const Selected> selection) {
  std::map<TextKey, std::size_t> kept;
  for (const Member& member : members) {
    const Selected& selected = selection[member.index];
    const auto [slot, is_first] = kept.emplace(text_of(selected), member.index);
    if (!is_first && selected.article.id == selected.cluster) slot->second = member.index;
  }
  std::vector<Member> result;
  result.reserve(kept.size());
  for (const auto& [text, index] : kept) result.push_back({index, 1.0});
  std::ranges::sort(result, {}, &Member::index);
  return result;
}

void weigh(std::vector<Member>& members, std::span<const Selected> selection, CopyCounting copies,
           const std::map<TextKey, double>& texts) {
  switch (copies) {
    case CopyCounting::once:
      members = keep_one_each(members, selection);
      return;
    case CopyCounting::fraction:
      for (Member& member : members) member.weight = 1.0 / texts.at(text_of(selection[member.index]));
      return;
    case CopyCounting::all:
      for (Member& member : members) member.weight = static_cast<double>(selection[member.index].copies);
  }
}

}  // namespace

std::string group_value(const ArticleFields& fields, std::string_view country, std::string_view by) {
  if (by == "outlet") return std::string(fields.outlet);
  if (by == "lang") return std::string(fields.lang);
  if (by == "country") return std::string(country);
  if (by == "genre") return std::string(fields.genre);
  if (by == "month")
    return std::string(fields.date.size() < kMonthLength ? "" : fields.date.substr(0, kMonthLength));
  if (by == "none") return "all";
  throw Error(ErrorCode::usage,
              fmt::format("cannot group by \"{}\"; use outlet, lang, country, genre, month or none", by));
}

std::string group_value(const Selected& selected, std::string_view by) {
  const Article& article = selected.article;
  const ArticleFields fields{.cluster = {},
                             .outlet = article.outlet,
                             .lang = article.lang,
                             .date = article.date,
                             .genre = article.genre};
  return group_value(fields, selected.country, by);
}

CopyCounting copy_counting_from_string(std::string_view name) {
  if (name == "once") return CopyCounting::once;
  if (name == "fraction") return CopyCounting::fraction;
  if (name == "all") return CopyCounting::all;
  if (name == "both")
    throw Error(ErrorCode::usage,
                "--copies both has no meaning here: what the rows stand for differs when other copies are "
                "counted; run once with --copies once and once with --copies all");
  throw Error(ErrorCode::usage, fmt::format("--copies takes once, fraction or all, not \"{}\"", name));
}

std::vector<Group> make_groups(std::span<const Selected> selection, std::string_view by,
                               CopyCounting copies) {
  std::map<std::string, std::map<std::string, std::vector<Member>>> cells;  // value, language
  for (std::size_t i = 0; i < selection.size(); ++i) {
    const Article& article = selection[i].article;
    cells[group_value(selection[i], by)][article.lang].push_back({i, 1.0});
  }
  const auto texts = count_texts(selection);
  std::vector<Group> groups;
  for (auto& [value, languages] : cells) {
    for (auto& [lang, members] : languages) {
      weigh(members, selection, copies, texts);
      const std::string_view shown = value.empty() ? std::string_view("(none)") : value;
      std::string name = languages.size() == 1 ? std::string(shown) : fmt::format("{} [{}]", shown, lang);
      groups.push_back({std::move(name), lang, std::move(members), !value.empty()});
    }
  }
  return groups;
}

Group make_group(std::string name, std::string_view lang, std::span<const Selected> selection,
                 std::span<const std::uint8_t> chosen, CopyCounting copies) {
  Group group{.name = std::move(name), .lang = std::string(lang), .members = {}};
  for (std::size_t i = 0; i < selection.size(); ++i) {
    if (chosen[i] != 0 && selection[i].article.lang == lang) group.members.push_back({i, 1.0});
  }
  weigh(group.members, selection, copies, count_texts(selection));
  return group;
}

std::string language_note(std::span<const Group> groups) {
  const bool several =
      std::ranges::any_of(groups, [&](const Group& group) { return group.lang != groups.front().lang; });
  return several ? "levels of French and Arabic are not comparable: Arabic writes clitics in one word, and "
                   "queries and "
                   "lists find more in one of them; compare contrasts within each"
                 : "";
}

std::size_t count_clusters(const Group& group, std::span<const Selected> selection) {
  std::set<ArticleId> clusters;
  for (const Member& member : group.members) clusters.insert(selection[member.index].cluster);
  return clusters.size();
}

}  // namespace sahafa
