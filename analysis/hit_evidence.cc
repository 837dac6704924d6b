#include "analysis/hit_evidence.h"

#include <utility>
#include <vector>

namespace sahafa {
namespace {

void add_hit(const CountedArticle& counted, Article& article, const ReadArticle& read, const TextHit& hit,
             EvidenceList& list) {
  const ReadZone& zone = hit.in_title ? read.title : read.text;
  const auto& tokens = zone.analyzed.tokens;
  const Span place{tokens[hit.first_token].begin, tokens[hit.last_token].end};
  if (hit.in_title) std::swap(article.title, article.text);
  const std::string match(slice(article.text, place));
  list.add(counted.row, counted.group, hit.in_title ? "title: " + match : match, article,
           zone.analyzed.sentences, place, counted.weight);
  if (hit.in_title) std::swap(article.title, article.text);
}

}  // namespace

Table list_hit_evidence(const Options& options, const IndexReader& index, const Query& query,
                        std::span<const CountedArticle> articles) {
  EvidenceList list(options);
  std::vector<ArticleId> ids;
  for (const CountedArticle& counted : articles) ids.push_back(counted.article);
  std::size_t at = 0;
  index.visit_hits(query, ids,
                   [&](const Article& stored, const ReadArticle& read, std::span<const TextHit> hits) {
                     Article article = stored;
                     for (const TextHit& hit : hits) {
                       if (list.takes(articles[at].row)) add_hit(articles[at], article, read, hit, list);
                     }
                     ++at;
                     return true;
                   });
  return list.finish();
}

}  // namespace sahafa
