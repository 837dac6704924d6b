// The list of all analyses. A new one is a pair of files and a line here.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

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
#include "analysis/list_quotations.h"
#include "analysis/list_repeated.h"
#include "analysis/list_translations.h"
#include "analysis/map.h"
#include "analysis/names.h"
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
#include "text/error.h"

namespace sahafa {

std::span<const Analysis> analyses() {
  static const std::array kAnalyses = {kSearch,
                                       kKwic,
                                       kCount,
                                       kTrend,
                                       kSimilar,
                                       kListArticles,
                                       kListClusters,
                                       kListPassages,
                                       kListTranslations,
                                       kListRepeated,
                                       kFrequency,
                                       kKeyness,
                                       kDispersion,
                                       kColloc,
                                       kNetwork,
                                       kDfm,
                                       kLexdiv,
                                       kReadability,
                                       kMap,
                                       kWordfish,
                                       kWordscores,
                                       kReinert,
                                       kTopics,
                                       kListClaims,
                                       kListQuotations,
                                       kEvidence,
                                       kStance,
                                       kCompare,
                                       kCode,
                                       kNames,
                                       kCorpusStats};
  return kAnalyses;
}

const Rendering* find_rendering(const Analysis& analysis, const Options& options) {
  if (analysis.renderings.empty() || !options.has("as")) return nullptr;
  const std::string_view name = options.get("as");
  const auto found = std::ranges::find(analysis.renderings, name, &Rendering::name);
  if (found != analysis.renderings.end()) return &*found;
  std::string known;
  for (const Rendering& rendering : analysis.renderings)
    known += fmt::format("{}{}", known.empty() ? "" : ", ", rendering.name);
  throw Error(ErrorCode::usage, fmt::format("as takes {}, not \"{}\"", known, name));
}

bool wants_plot(const Analysis& analysis, const Options& options) {
  return analysis.plot != nullptr &&
         std::ranges::find(analysis.options, std::string_view("plot"), &OptionSpec::name) !=
             analysis.options.end() &&
         options.has("plot");
}

const Analysis* find_analysis(std::string_view name) {
  const auto found = std::ranges::find(analyses(), name, &Analysis::name);
  return found == analyses().end() ? nullptr : &*found;
}

}  // namespace sahafa
