// Queries of every kind on a corpus of any size, at best 100,000 articles; prints each bar. The texts come from 1,000 articles
// of the corpus. A second argument chooses kinds by their name:
//
//   make_press_corpus.py --articles 100000 --out DIR && sahafa ingest CORPUS DIR/part-*.jsonl.gz
//   queries_bench CORPUS [KIND]
#include <fmt/format.h>

#include <cstdio>
#include <optional>
#include <string_view>
#include <vector>

#include "corpus/corpus.h"
#include "tests/bench/query_times.h"
#include "text/error.h"

namespace sahafa {
namespace {

constexpr std::int64_t kSample = 1000;

std::vector<Article> sample_of(const Catalogue& catalogue) {
  std::vector<Article> articles;
  const std::int64_t all = catalogue.count_articles();
  for (std::int64_t id = 1; id <= all; id += 1 + all / kSample) {
    if (auto article = catalogue.find_article({id})) articles.push_back(*std::move(article));
  }
  return articles;
}

int measure(const char* directory, std::string_view only) {
  const Corpus corpus = Corpus::open(directory);
  const std::vector<Article> articles = sample_of(corpus.catalogue());
  fmt::print("{} articles, queries out of {}\n", corpus.catalogue().count_articles(), articles.size());
  bench::print_query_times(corpus, bench::pick_words(articles), "2025-04", only);
  return 0;
}

}  // namespace
}  // namespace sahafa

int main(int argc, char** argv) {
  if (argc < 2 || argc > 3) {
    fmt::print(stderr, "usage: queries_bench CORPUS [KIND]\n");
    return 2;
  }
  try {
    return sahafa::measure(argv[1], argc == 3 ? argv[2] : "");
  } catch (const sahafa::Error& error) {
    fmt::print(stderr, "queries_bench: {}\n", error.what());
    return 1;
  }
}
