#include "ingest/join_translations.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "ingest/anchors.h"
#include "ingest/translation.h"

namespace sahafa {
namespace {

// The canonical articles of both languages, without texts.
std::vector<Article> list_canonical(const Catalogue& catalogue, const std::vector<ClusterMember>& members) {
  std::set<ArticleId> canonical;
  for (const ClusterMember& member : members) canonical.insert(member.canonical);
  std::vector<Article> articles = catalogue.list_articles();
  std::erase_if(articles, [&](const Article& article) {
    return side_of(article.lang) == Side::other || !canonical.contains(article.id);
  });
  return articles;
}

bool has_both_languages(const std::vector<Article>& articles) {
  const auto has = [&](Side side) {
    return std::ranges::any_of(articles, [side](const Article& a) { return side_of(a.lang) == side; });
  };
  return has(Side::french) && has(Side::arabic);
}

std::vector<AnchoredArticle> anchor_articles(Catalogue& catalogue, const std::vector<Article>& articles,
                                             const std::string& rules, AnchoredTexts& texts) {
  std::unordered_map<std::int64_t, std::vector<std::uint64_t>> stored;
  for (auto& [id, anchors] : catalogue.list_anchors(rules)) stored.emplace(id.value, std::move(anchors));
  std::vector<AnchoredArticle> result;
  for (const Article& article : articles) {
    auto anchors = stored.find(article.id.value);
    if (anchors == stored.end()) {
      anchors = stored.emplace(article.id.value, make_anchor_sketch(texts.read(article.id))).first;
      catalogue.store_anchors(article.id, rules, anchors->second);
    }
    result.push_back(
        {article.id, side_of(article.lang), day_range(article.date), std::move(anchors->second)});
  }
  return result;
}

auto canonical_order(const Article& article) {
  return std::tuple(article.date.empty(), std::string_view(article.date), -article.words,
                    std::string_view(article.outlet), std::string_view(article.lang),
                    std::string_view(article.title), article.id);
}

// The clusters whose canonical articles are linked become one: the first of the canonical order leads.
void join_clusters(std::vector<ClusterMember>& members, const std::vector<AlignedPair>& links,
                   const std::vector<Article>& articles) {
  std::unordered_map<std::int64_t, const Article*> by_id;
  for (const Article& article : articles) by_id.emplace(article.id.value, &article);
  struct Lead {
    ArticleId canonical;
    double similarity;
  };
  std::unordered_map<std::int64_t, Lead> leads;  // of clusters that are led by another
  for (const AlignedPair& link : links) {
    const Article& a = *by_id.at(link.a.value);
    const Article& b = *by_id.at(link.b.value);
    const bool a_leads = canonical_order(a) < canonical_order(b);
    leads.emplace((a_leads ? b : a).id.value, Lead{(a_leads ? a : b).id, link.similarity});
  }
  for (ClusterMember& member : members) {
    const auto lead = leads.find(member.canonical.value);
    if (lead == leads.end()) continue;
    member = {member.article, lead->second.canonical, Relation::translation, lead->second.similarity};
  }
}

}  // namespace

std::vector<ArticlePair> join_translations(Catalogue& catalogue, std::vector<ClusterMember>& members) {
  const std::vector<Article> articles = list_canonical(catalogue, members);
  if (!has_both_languages(articles)) return {};
  const std::string rules = anchor_rules();
  AnchoredTexts texts(catalogue);
  Transaction transaction = catalogue.transaction();
  const std::vector<AnchoredArticle> anchored = anchor_articles(catalogue, articles, rules, texts);
  const std::vector<AlignedPair> aligned =
      align_candidates(catalogue, find_translation_candidates(anchored), rules, texts);
  const std::vector<AlignedPair> links = choose_translations(aligned);
  std::vector<ArticlePair> joined;
  for (const AlignedPair& link : links) joined.emplace_back(link.a, link.b);
  join_clusters(members, links, articles);
  transaction.commit();
  return joined;
}

}  // namespace sahafa
