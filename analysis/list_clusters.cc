#include "analysis/list_clusters.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "analysis/selection.h"

namespace sahafa {
namespace {

constexpr auto kOptions = with_selection<1>({{{"all", "", "list clusters of one article, too", "", false}}});

std::int64_t flag(bool value) { return value ? 1 : 0; }

Table run(const Context& context, const Options& options) {
  std::map<ArticleId, std::string> keys;
  for (Selected& selected : select_articles(context, options)) {
    keys.emplace(selected.article.id, std::move(selected.article.key));
  }
  std::vector<ClusterMember> members = context.corpus.catalogue().list_clusters();
  std::map<ArticleId, std::size_t> sizes;
  for (const ClusterMember& member : members) ++sizes[member.canonical];
  std::ranges::sort(members, {}, [](const ClusterMember& member) {
    return std::tuple(member.canonical, member.article != member.canonical, member.article);
  });

  using enum TableBuilder::Type;
  TableBuilder table({{"cluster", integer},
                      {"article", integer},
                      {"key", text},
                      {"relation", text},
                      {"similarity", number},
                      {"canonical", integer}});
  for (const ClusterMember& member : members) {
    const auto key = keys.find(member.article);
    if (key == keys.end() || (sizes[member.canonical] == 1 && !options.is_on("all"))) continue;
    table.add(member.canonical.value).add(member.article.value).add(key->second);
    table.add(to_string(member.relation)).add(member.similarity);
    table.add(flag(member.article == member.canonical));
  }
  return table.finish();
}

}  // namespace

constinit const Analysis kListClusters = {.name = "clusters",
                                          .summary = "Lists duplicates: which articles share their text",
                                          .example = "sahafa clusters cnss-corpus",
                                          .options = kOptions,
                                          .run = run};

}  // namespace sahafa
