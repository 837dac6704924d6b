// Megabytes of text a second, one core, from text to claims: analysis, matching, speech, binding.
#include <benchmark/benchmark.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "analysis/claims/extractor.h"
#include "text/normalize.h"

namespace {

std::string read_shared(const std::string& path) {
  std::ifstream file("../shared/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// The values of one string field of a JSON Lines file, one article each; the files hold no escaped quotation marks in
/// front of the field, so a plain search is enough here.
std::vector<sahafa::Article> read_field(const std::string& path, const std::string& field,
                                        const std::string& lang) {
  std::vector<sahafa::Article> articles;
  const std::string text = read_shared(path);
  const std::string wanted = "\"" + field + "\": \"";
  for (std::size_t at = text.find(wanted); at != std::string::npos; at = text.find(wanted, at + 1)) {
    const std::size_t begin = at + wanted.size();
    std::size_t end = begin;
    while (end < text.size() && (text[end] != '"' || text[end - 1] == '\\')) ++end;
    sahafa::Article article;
    article.text = sahafa::normalize_stored(std::string_view(text).substr(begin, end - begin));
    const bool is_arabic = article.text.find("\xD8") != std::string::npos;
    if (is_arabic == (lang == "ar")) articles.push_back(article);
  }
  return articles;
}

void extract(benchmark::State& state, const std::vector<sahafa::Article>& articles) {
  if (articles.empty()) {
    state.SkipWithError("needs ../shared, which is not here");
    return;
  }
  const sahafa::ClaimExtractor extractor(sahafa::Codebook::bundled());
  std::size_t bytes = 0;
  for (auto _ : state) {
    for (const sahafa::Article& article : articles) {
      benchmark::DoNotOptimize(extractor.extract(article));
      bytes += article.text.size();
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

void seed_article(benchmark::State& state) {
  sahafa::Article article;
  article.text = sahafa::normalize_stored(read_shared("data/seed/lepoint-cnss-2025.txt"));
  extract(state, article.text.empty() ? std::vector<sahafa::Article>{} : std::vector{article});
}
BENCHMARK(seed_article);

void french_digests(benchmark::State& state) {
  extract(state, read_field("coverage/coverage.jsonl", "digest", "fr"));
}
BENCHMARK(french_digests);

void arabic_digests(benchmark::State& state) {
  extract(state, read_field("coverage/coverage.jsonl", "digest", "ar"));
}
BENCHMARK(arabic_digests);

}  // namespace
