#include "analysis/corpus_stats.h"

#include <filesystem>
#include <map>
#include <set>
#include <string>

namespace sahafa {
namespace {

namespace fs = std::filesystem;

std::size_t size_bytes(const fs::path& path) {
  if (fs::is_regular_file(path)) return fs::file_size(path);
  if (!fs::is_directory(path)) return 0;
  std::size_t sum = 0;
  for (const auto& entry : fs::recursive_directory_iterator(path)) {
    if (entry.is_regular_file()) sum += entry.file_size();
  }
  return sum;
}

struct LanguageCounts {
  std::int64_t articles = 0;
  std::int64_t words = 0;
};

Table run(const Context& context, const Options&) {
  const Corpus& corpus = context.corpus;
  const Catalogue& catalogue = corpus.catalogue();
  std::map<std::string, LanguageCounts> languages;
  std::set<std::string> outlets;
  LanguageCounts all;
  for (const Article& article : catalogue.list_articles()) {
    for (LanguageCounts* counts : {&all, &languages[article.lang]}) {
      ++counts->articles;
      counts->words += article.words;
    }
    if (!article.outlet.empty()) outlets.insert(article.outlet);
  }
  std::set<ArticleId> clusters;
  for (const ClusterMember& member : catalogue.list_clusters()) clusters.insert(member.canonical);

  using enum TableBuilder::Type;
  TableBuilder table({{"what", text}, {"count", integer}});
  table.add("sources").add(catalogue.list_sources().size());
  table.add("articles").add(all.articles);
  table.add("copies").add(catalogue.list_copies().size());
  table.add("clusters").add(clusters.size());
  table.add("outlets").add(outlets.size());
  table.add("words").add(all.words);
  table.add("claims").add(catalogue.list_claims().size());
  table.add("issues").add(catalogue.list_issues().size());
  table.add("database_bytes").add(size_bytes(corpus.directory() / "corpus.db"));
  table.add("index_bytes").add(size_bytes(corpus.index_path()));
  table.add("tokens_bytes").add(size_bytes(corpus.tokens_path()));
  for (const auto& [lang, counts] : languages) {
    table.add("articles." + lang).add(counts.articles);
    table.add("words." + lang).add(counts.words);
  }
  return table.finish();
}

}  // namespace

constinit const Analysis kCorpusStats = {.name = "stats",
                                         .summary = "Size and counts of the corpus",
                                         .example = "sahafa stats cnss-corpus",
                                         .options = {},
                                         .run = run};

}  // namespace sahafa
