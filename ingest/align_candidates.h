// The evidence of pairs that may say the same in other words: their sentences, aligned and kept in the corpus.
#pragma once

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "corpus/catalogue.h"
#include "ingest/anchors.h"

namespace sahafa {

using ArticlePair = std::pair<ArticleId, ArticleId>;

/// Texts of a catalogue with their anchors. Some are kept: an article is in several pairs.
class AnchoredTexts {
 public:
  explicit AnchoredTexts(const Catalogue& catalogue) : catalogue_(&catalogue) {}

  /// Valid until the next call but one.
  const AnchoredText& read(ArticleId id);

 private:
  const Catalogue* catalogue_;
  AnchorReader reader_;
  std::unordered_map<std::int64_t, AnchoredText> kept_;
  std::unordered_map<std::int64_t, AnchoredText> previous_;  ///< full before; a caller may still look at one
};

/// The candidates with what aligning them by `rules` gave, now or in an earlier run. What is new is stored.
std::vector<AlignedPair> align_candidates(Catalogue& catalogue, const std::vector<ArticlePair>& candidates,
                                          const std::string& rules, AnchoredTexts& texts);

}  // namespace sahafa
