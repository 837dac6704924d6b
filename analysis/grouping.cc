#include "analysis/grouping.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "text/error.h"

namespace sahafa {
namespace {

constexpr std::size_t kMonthLength = 7;  // 2025-04

using Articles = std::span<const NumberedArticle>;
using TextKey = std::pair<std::int64_t, std::uint32_t>;  // cluster and language

TextKey text_of(const NumberedArticle& article) { return {article.cluster.value, article.lang}; }

// Of the texts that may have several articles.
std::map<TextKey, double> count_texts(Articles articles) {
  std::map<TextKey, double> counts;
  for (const NumberedArticle& article : articles) {
    if (article.shared) counts[text_of(article)] += 1.0;
  }
  return counts;
}

// Keeps one member a text, of members of one language: the canonical article if it is here, else the first.
void keep_one_each(std::vector<Member>& members, Articles articles) {
  std::unordered_map<std::int64_t, std::size_t> kept;  // by cluster: place in `members`
  std::vector<std::uint8_t> dropped(members.size());
  for (std::size_t i = 0; i < members.size(); ++i) {
    const NumberedArticle& article = articles[members[i].index];
    if (!article.shared) continue;
    const auto [slot, is_first] = kept.try_emplace(article.cluster.value, i);
    if (is_first) continue;
    const bool is_canonical = article.article == article.cluster;
    dropped[is_canonical ? std::exchange(slot->second, i) : i] = 1;
  }
  std::size_t left = 0;
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (dropped[i] == 0) members[left++] = members[i];
  }
  members.resize(left);
}

void weigh(std::vector<Member>& members, Articles articles, CopyCounting copies,
           const std::map<TextKey, double>& texts) {
  switch (copies) {
    case CopyCounting::once:
      keep_one_each(members, articles);
      return;
    case CopyCounting::fraction:
      for (Member& member : members) {
        const NumberedArticle& article = articles[member.index];
        member.weight = article.shared ? 1.0 / texts.at(text_of(article)) : 1.0;
      }
      return;
    case CopyCounting::all:
      for (Member& member : members) member.weight = static_cast<double>(articles[member.index].copies);
  }
}

std::vector<std::size_t> in_order_of(const std::vector<std::string>& texts) {
  std::vector<std::size_t> order(texts.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {}, [&](std::size_t i) -> const std::string& { return texts[i]; });
  return order;
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

std::vector<Group> make_groups(const NumberedSelection& selection, CopyCounting copies) {
  const std::size_t langs = selection.langs.size();
  std::vector<std::vector<Member>> cells(selection.values.size() * langs);
  for (std::size_t i = 0; i < selection.articles.size(); ++i) {
    const NumberedArticle& article = selection.articles[i];
    cells[article.value * langs + article.lang].push_back({i, 1.0});
  }
  std::map<TextKey, double> texts;
  if (copies == CopyCounting::fraction) texts = count_texts(selection.articles);
  std::vector<Group> groups;
  for (const std::size_t value : in_order_of(selection.values)) {
    const std::span<std::vector<Member>> languages(cells.data() + value * langs, langs);
    const bool mixed =
        std::ranges::count_if(languages, [](const auto& members) { return !members.empty(); }) > 1;
    const std::string_view shown =
        selection.values[value].empty() ? "(none)" : std::string_view(selection.values[value]);
    for (const std::size_t lang : in_order_of(selection.langs)) {
      std::vector<Member>& members = languages[lang];
      if (members.empty()) continue;
      weigh(members, selection.articles, copies, texts);
      const std::string& language = selection.langs[lang];
      std::string name = mixed ? fmt::format("{} [{}]", shown, language) : std::string(shown);
      groups.push_back({std::move(name), language, std::move(members), !selection.values[value].empty()});
    }
  }
  return groups;
}

std::vector<Group> make_groups(std::span<const Selected> selection, std::string_view by,
                               CopyCounting copies) {
  return make_groups(number_selection(selection, by), copies);
}

Group make_group(std::string name, std::string_view lang, std::span<const Selected> selection,
                 std::span<const std::uint8_t> chosen, CopyCounting copies) {
  const NumberedSelection numbered = number_selection(selection, "lang");
  Group group{.name = std::move(name), .lang = std::string(lang), .members = {}};
  for (std::size_t i = 0; i < selection.size(); ++i) {
    if (chosen[i] != 0 && selection[i].article.lang == lang) group.members.push_back({i, 1.0});
  }
  weigh(group.members, numbered.articles, copies,
        copies == CopyCounting::fraction ? count_texts(numbered.articles) : std::map<TextKey, double>());
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
