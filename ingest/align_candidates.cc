#include "ingest/align_candidates.h"

#include <map>

#include "ingest/translation.h"

namespace sahafa {
namespace {

constexpr std::size_t kMostKept = 2000;  // texts of about 10 kB each

}  // namespace

const AnchoredText& AnchoredTexts::read(ArticleId id) {
  if (const auto known = kept_.find(id.value); known != kept_.end()) return known->second;
  if (kept_.size() >= kMostKept) {
    previous_.clear();
    previous_.swap(kept_);
  }
  return kept_.emplace(id.value, reader_.read(catalogue_->get_text(id))).first->second;
}

std::vector<AlignedPair> align_candidates(Catalogue& catalogue, const std::vector<ArticlePair>& candidates,
                                          const std::string& rules, AnchoredTexts& texts) {
  std::map<ArticlePair, double> known;
  for (const AlignedPair& pair : catalogue.list_alignments(rules))
    known.emplace(ArticlePair(pair.a, pair.b), pair.similarity);
  std::vector<AlignedPair> pairs;
  for (const auto& [a, b] : candidates) {
    if (const auto before = known.find({a, b}); before != known.end()) {
      pairs.push_back({a, b, before->second});
      continue;
    }
    const AnchoredText& first = texts.read(a);
    pairs.push_back(align_articles(a, first, b, texts.read(b)));
    catalogue.store_alignment(rules, pairs.back());
  }
  return pairs;
}

}  // namespace sahafa
