#include "ingest/join_rewrites.h"

#include <unordered_map>

namespace sahafa {
namespace {

/// In common inside aligned sentences, words weighted by how rare they are. Two translations of one article have
/// 0.55 and more; two reports of one event seldom have half.
constexpr double kRewrite = 0.52;

}  // namespace

std::vector<ArticlePair> join_rewrites(Catalogue& catalogue, const std::vector<ArticlePair>& candidates,
                                       std::vector<ClusterMember>& members) {
  std::vector<ArticlePair> joined;
  if (candidates.empty()) return joined;
  AnchoredTexts texts(catalogue);
  std::unordered_map<std::int64_t, AlignedPair> joined_by;  // of canonical articles that lose their cluster
  for (const AlignedPair& pair :
       align_candidates(catalogue, candidates, "rewrites " + anchor_rules(), texts)) {
    if (pair.similarity < kRewrite) continue;
    joined.emplace_back(pair.a, pair.b);
    joined_by.emplace(pair.b.value, pair);
  }
  for (ClusterMember& member : members)
    if (const auto pair = joined_by.find(member.canonical.value); pair != joined_by.end())
      member = {member.article, pair->second.a, Relation::near, pair->second.similarity};
  return joined;
}

}  // namespace sahafa
