// Pages a second of one core: reading pages into articles (read_source: charset, reader, text, metadata, language), beside
// what libxml2 needs for their trees alone. Run from the repository's root, with the pages of ../shared/data/html-eval:
// pages_bench --benchmark_repetitions=5 --benchmark_report_aggregates_only=true
#include <benchmark/benchmark.h>
#include <libxml/HTMLparser.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

#include "ingest/reader.h"

namespace sahafa {
namespace {

const std::vector<std::string>& pages() {
  static const std::vector<std::string> loaded = [] {
    std::vector<std::string> result;
    for (const auto& entry : std::filesystem::directory_iterator("../shared/data/html-eval/pages")) {
      std::ifstream file(entry.path(), std::ios::binary);
      result.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    if (result.empty()) throw std::runtime_error("the pages of ../shared/data/html-eval are not here");
    std::ranges::sort(result);
    return result;
  }();
  return loaded;
}

void count_pages(benchmark::State& state) {
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(pages().size()));
}

void read_pages(benchmark::State& state) {
  for (auto _ : state)
    for (const std::string& page : pages()) benchmark::DoNotOptimize(read_source("page.html", page));
  count_pages(state);
}
BENCHMARK(read_pages)->Unit(benchmark::kMillisecond);

void libxml2_trees(benchmark::State& state) {
  for (auto _ : state)
    for (const std::string& page : pages())
      xmlFreeDoc(htmlReadMemory(page.data(), static_cast<int>(page.size()), nullptr, nullptr,
                                HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                    HTML_PARSE_NONET | HTML_PARSE_COMPACT));
  count_pages(state);
}
BENCHMARK(libxml2_trees)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace sahafa
