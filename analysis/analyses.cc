// The list of all analyses. A new one is a pair of files and a line here.
#include <algorithm>
#include <array>

#include "analysis/analysis.h"
#include "analysis/coding/code.h"
#include "analysis/colloc.h"
#include "analysis/compare.h"
#include "analysis/corpus_stats.h"
#include "analysis/count_hits.h"
#include "analysis/dfm.h"
#include "analysis/dispersion.h"
#include "analysis/frequency.h"
#include "analysis/keyness.h"
#include "analysis/kwic.h"
#include "analysis/lexdiv.h"
#include "analysis/list_articles.h"
#include "analysis/list_claims.h"
#include "analysis/list_clusters.h"
#include "analysis/list_evidence.h"
#include "analysis/list_passages.h"
#include "analysis/list_repeated.h"
#include "analysis/list_translations.h"
#include "analysis/map.h"
#include "analysis/network.h"
#include "analysis/readability.h"
#include "analysis/reinert.h"
#include "analysis/search.h"
#include "analysis/similar.h"
#include "analysis/stance.h"
#include "analysis/topics.h"
#include "analysis/trend.h"
#include "analysis/wordfish.h"
#include "analysis/wordscores.h"

namespace sahafa {

std::span<const Analysis> analyses() {
  static const std::array kAnalyses = {kSearch,           kKwic,         kCount,        kTrend,
                                       kSimilar,          kListArticles, kListClusters, kListPassages,
                                       kListTranslations, kListRepeated, kFrequency,    kKeyness,
                                       kDispersion,       kColloc,       kNetwork,      kDfm,
                                       kLexdiv,           kReadability,  kMap,          kWordfish,
                                       kWordscores,       kReinert,      kTopics,       kListClaims,
                                       kEvidence,         kStance,       kCompare,      kCode,
                                       kCorpusStats};
  return kAnalyses;
}

const Analysis* find_analysis(std::string_view name) {
  const auto found = std::ranges::find(analyses(), name, &Analysis::name);
  return found == analyses().end() ? nullptr : &*found;
}

}  // namespace sahafa
