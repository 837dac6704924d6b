#include "analysis/derive.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "analysis/claims/extractor.h"
#include "analysis/coding/refiner.h"
#include "corpus/codebook.h"
#include "corpus/parallel.h"
#include "index/build_index.h"
#include "index/check_derived.h"
#include "index/index_choice.h"
#include "index/index_writer.h"
#include "index/token_store_writer.h"

namespace sahafa {
namespace {

constexpr std::size_t kBatchArticles = 512;  // a few megabytes of text, and one transaction

std::vector<Article> read_articles(const Catalogue& catalogue, std::span<const ArticleId> ids) {
  std::vector<Article> articles;
  for (const ArticleId id : ids) {
    if (auto article = catalogue.find_article(id)) articles.push_back(std::move(*article));
  }
  return articles;
}

/// `refiner`: nullptr where the corpus has none; its hash is part of the rules, so that another one reads all articles again.
void update_claims(Catalogue& catalogue, const ClaimExtractor& extractor, const Refiner* refiner,
                   std::size_t jobs, const Progress& progress, DeriveResult& result) {
  const std::string rules =
      refiner == nullptr ? extractor.rules() : extractor.rules() + "." + refiner->hash();
  const std::vector<ArticleId> waiting = catalogue.list_unclaimed(rules);
  for (std::size_t begin = 0; begin < waiting.size(); begin += kBatchArticles) {
    const std::size_t size = std::min(kBatchArticles, waiting.size() - begin);
    const std::vector<Article> articles = read_articles(catalogue, std::span(waiting).subspan(begin, size));
    std::vector<std::vector<Claim>> claims(articles.size());
    parallel_for(articles.size(), jobs, [&](std::size_t i, std::size_t) {
      claims[i] = extractor.extract(articles[i]);
      if (refiner != nullptr) claims[i] = refiner->refine(std::move(claims[i]), articles[i].text);
    });

    Transaction transaction = catalogue.transaction();
    for (std::size_t i = 0; i < articles.size(); ++i) {
      catalogue.store_claims(articles[i].id, rules, claims[i]);
      result.claims += static_cast<std::int64_t>(claims[i].size());
    }
    transaction.commit();
    result.articles_read += static_cast<std::int64_t>(articles.size());
    if (progress) progress("claims", result.articles_read, static_cast<std::int64_t>(waiting.size()));
  }
}

}  // namespace

DeriveResult derive(Corpus& corpus, std::size_t jobs, const Progress& progress) {
  DeriveResult result;
  result.index = update_index(corpus, jobs, progress);
  remove_index_parts(corpus);
  result.tokens = update_tokens(corpus, jobs, progress);
  const std::optional<Refiner> refiner = Refiner::find(corpus.directory());
  update_claims(corpus.catalogue(), ClaimExtractor(corpus.codebook()), refiner ? &*refiner : nullptr, jobs,
                progress, result);
  return result;
}

Table remake_index(Corpus& corpus, const Options& options, std::size_t jobs, const Progress& progress) {
  const IndexChoice choice{.positions = !options.is_on("no-positions"),
                           .arabic = arabic_stemmer_from_string(options.get("arabic-stemmer"))};
  corpus.catalogue().store_index_choice(to_string(choice));
  update_index(corpus, jobs, progress, true);
  std::uintmax_t bytes = 0;
  for (const auto& file : std::filesystem::directory_iterator(corpus.index_path())) bytes += file.file_size();
  using enum TableBuilder::Type;
  TableBuilder table{
      {"articles", integer}, {"positions", text}, {"arabic_stemmer", text}, {"bytes", integer}};
  table.add(corpus.catalogue().count_articles()).add(choice.positions ? "yes" : "no");
  table.add(to_string(choice.arabic)).add(static_cast<std::int64_t>(bytes));
  return table.finish();
}

void adopt_rules(Corpus& corpus, const Options& options) {
  if (options.has("outlets")) corpus.adopt_outlets(std::string(options.get("outlets")));
  if (options.has("codebook")) corpus.adopt_codebook(std::string(options.get("codebook")));
  if (options.has("names")) corpus.adopt_names(std::string(options.get("names")));
  if (options.has("refiner"))
    Refiner::load(std::string(options.get("refiner"))).save(corpus.directory() / Refiner::kFileName);
}

std::vector<std::string> check_corpus(const Corpus& corpus) {
  std::vector<std::string> problems = corpus.catalogue().check();
  if (!problems.empty()) return problems;  // what is derived from a broken catalogue says nothing new
  std::ranges::move(check_tokens(corpus), std::back_inserter(problems));
  std::ranges::move(check_index(corpus), std::back_inserter(problems));
  return problems;
}

}  // namespace sahafa
