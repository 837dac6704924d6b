// The index on real paragraphs (../shared/data/retrieval): what building costs, what a search costs, and how well the
// paragraph that answers a question is found (MRR at 10, recall at 100; words joined by OR, all copies).
#include <benchmark/benchmark.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "corpus/corpus.h"
#include "index/index_reader.h"
#include "index/index_writer.h"
#include "index/token_store_writer.h"
#include "text/normalize.h"
#include "text/tokenize.h"

namespace sahafa {
namespace {

std::vector<std::vector<std::string>> read_tsv(const std::string& name) {
  std::ifstream file("../shared/data/retrieval/" + name);
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(file, line);) {
    std::istringstream stream(line);
    rows.emplace_back();
    for (std::string cell; std::getline(stream, cell, '\t');) rows.back().push_back(cell);
  }
  if (!rows.empty()) rows.erase(rows.begin());
  return rows;
}

/// A corpus of the paragraphs of one language, made once.
class Paragraphs {
 public:
  static Paragraphs& of(const std::string& lang) {
    static std::map<std::string, Paragraphs> all;
    return all.try_emplace(lang, lang).first->second;
  }

  explicit Paragraphs(const std::string& lang) : lang_(lang) {
    directory_ = std::filesystem::temp_directory_path() / ("sahafa-search-bench-" + lang);
    std::filesystem::remove_all(directory_);
    Corpus corpus = Corpus::create(directory_);
    Intake intake;
    intake.source.path = lang;
    intake.source.hash = lang;
    for (const auto& row : read_tsv("corpus." + lang + ".tsv")) {
      Article article;
      article.key = row[0];
      article.lang = lang;
      article.text = normalize_stored(row[3]);
      bytes_ += article.text.size();
      intake.items.push_back({article, {{0, 1}}, {}});
    }
    corpus.catalogue().store(intake);
  }
  ~Paragraphs() { std::filesystem::remove_all(directory_); }
  Paragraphs(const Paragraphs&) = delete;
  Paragraphs& operator=(const Paragraphs&) = delete;

  Corpus open() const { return Corpus::open(directory_); }
  std::int64_t bytes() const { return static_cast<std::int64_t>(bytes_); }
  const std::string& lang() const { return lang_; }

 private:
  std::string lang_;
  std::filesystem::path directory_;
  std::size_t bytes_ = 0;
};

const char* language(const benchmark::State& state) { return state.range(0) == 0 ? "fr" : "ar"; }

void BM_BuildIndex(benchmark::State& state) {
  const Paragraphs& paragraphs = Paragraphs::of(language(state));
  const Corpus corpus = paragraphs.open();
  for (auto _ : state) {
    std::filesystem::remove_all(corpus.index_path());
    update_index(corpus, 1, {});
  }
  state.SetBytesProcessed(state.iterations() * paragraphs.bytes());
  state.SetLabel(paragraphs.lang());
}
BENCHMARK(BM_BuildIndex)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

void BM_BuildTokenStore(benchmark::State& state) {
  const Paragraphs& paragraphs = Paragraphs::of(language(state));
  const Corpus corpus = paragraphs.open();
  for (auto _ : state) {
    std::filesystem::remove_all(corpus.tokens_path());
    update_tokens(corpus, 1, {});
  }
  state.SetBytesProcessed(state.iterations() * paragraphs.bytes());
  state.SetLabel(paragraphs.lang());
}
BENCHMARK(BM_BuildTokenStore)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

void search_all(benchmark::State& state, const std::string& query, const SearchOptions& options) {
  const Corpus corpus = Paragraphs::of(language(state)).open();
  update_index(corpus, 1, {});
  const IndexReader reader(corpus);
  const Query parsed = Query::parse(query);
  std::int64_t total = 0;
  for (auto _ : state) total = reader.search(parsed, options).total;
  state.counters["total"] = static_cast<double>(total);
  state.SetLabel(query);
}

void BM_SearchWord(benchmark::State& state) {
  search_all(state, state.range(0) == 0 ? "ville" : "مدينة", {});
}
BENCHMARK(BM_SearchWord)->Arg(0)->Arg(1)->Unit(benchmark::kMicrosecond);

void BM_SearchPhrase(benchmark::State& state) {
  search_all(state, state.range(0) == 0 ? "\"de la ville\"" : "\"الولايات المتحدة\"", {});
}
BENCHMARK(BM_SearchPhrase)->Arg(0)->Arg(1)->Unit(benchmark::kMicrosecond);

void BM_SearchPrefix(benchmark::State& state) {
  search_all(state, state.range(0) == 0 ? "univ*" : "جامع*", {});
}
BENCHMARK(BM_SearchPrefix)->Arg(0)->Arg(1)->Unit(benchmark::kMicrosecond);

/// The words of a question joined by OR.
std::string any_word(const std::string& question) {
  const std::string text = normalize_stored(question);
  std::string query;
  for (const Token& token : tokenize(text)) {
    if (token.kind == TokenKind::mark) continue;
    query += (query.empty() ? "\"" : " OR \"") + std::string(slice(text, token.span())) + '"';
  }
  return query;
}

void BM_Questions(benchmark::State& state) {
  const std::string lang = language(state);
  const Corpus corpus = Paragraphs::of(lang).open();
  update_index(corpus, 1, {});
  const IndexReader reader(corpus);
  const auto questions = read_tsv("queries." + lang + ".dev.tsv");
  double reciprocal = 0;
  double found = 0;
  for (auto _ : state) {
    reciprocal = found = 0;
    for (const auto& question : questions) {
      const auto hits =
          reader.search(Query::parse(any_word(question[1])), {.limit = 100, .copies = Copies::all}).hits;
      for (const Hit& hit : hits) {
        if (hit.article.key != question[2]) continue;
        found += 1;
        if (hit.rank <= 10) reciprocal += 1.0 / static_cast<double>(hit.rank);
      }
    }
  }
  const auto count = static_cast<double>(questions.size());
  state.counters["mrr10"] = reciprocal / count;
  state.counters["recall100"] = found / count;
  state.counters["questions"] = count;
  state.SetLabel(lang);
}
BENCHMARK(BM_Questions)->Arg(0)->Arg(1)->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace sahafa
