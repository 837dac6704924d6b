// Speed of the text layer in MB/s of UTF-8, on the same French and Arabic news texts for us and for ICU's
// word BreakIterator over UTF-8 (UText). Run: tokenize_bench --benchmark_repetitions=5
// --benchmark_report_aggregates_only=true
#include <benchmark/benchmark.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "text/analyze.h"
#include "text/fold.h"
#include "text/sentences.h"
#include "text/tokenize.h"

namespace sahafa {
namespace {

constexpr std::size_t kTargetBytes = 10'000'000;

/// About 10 MB: the news texts of one language, repeated.
std::string load_texts(const std::vector<std::string>& names) {
  std::string once;
  for (const std::string& name : names) {
    std::ifstream file("../shared/data/text/" + name);
    for (std::string line; std::getline(file, line);) {
      once += nlohmann::json::parse(line)["text"].get<std::string>() + '\n';
    }
  }
  if (once.empty()) throw std::runtime_error("the news texts of ../shared/data/text are not here");
  std::string text;
  while (text.size() < kTargetBytes) text += once;
  return text;
}

const std::string& french() {
  static const std::string text = load_texts({"wikinews_fr_2012.jsonl", "wikinews_fr_2016_2018.jsonl"});
  return text;
}

const std::string& arabic() {
  static const std::string text = load_texts({"wikinews_ar_2014_2024.jsonl"});
  return text;
}

using Text = const std::string& (*)();

void count_bytes(benchmark::State& state, const std::string& text) {
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

void tokenize_ours(benchmark::State& state, Text text) {
  std::vector<Token> tokens;
  for (auto _ : state) {
    tokens.clear();
    tokenize(text(), tokens);
    benchmark::DoNotOptimize(tokens.data());
  }
  count_bytes(state, text());
  state.counters["tokens"] = static_cast<double>(tokens.size());
}

void tokenize_icu(benchmark::State& state, Text text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  UText utext = UTEXT_INITIALIZER;
  std::vector<Token> tokens;
  for (auto _ : state) {
    tokens.clear();
    utext_openUTF8(&utext, text().data(), static_cast<std::int64_t>(text().size()), &status);
    words->setText(&utext, status);
    std::int32_t begin = words->first();
    for (std::int32_t end = words->next(); end != icu::BreakIterator::DONE;
         begin = end, end = words->next()) {
      const bool word = words->getRuleStatus() != UBRK_WORD_NONE;
      tokens.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
                        word ? TokenKind::word : TokenKind::mark});
    }
    benchmark::DoNotOptimize(tokens.data());
  }
  utext_close(&utext);
  if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
  count_bytes(state, text());
  state.counters["tokens"] = static_cast<double>(tokens.size());
}

void fold_text(benchmark::State& state, Text text) {
  std::string folded;
  for (auto _ : state) {
    folded.clear();
    fold_append(text(), folded);
    benchmark::DoNotOptimize(folded.data());
  }
  count_bytes(state, text());
}

void split_text(benchmark::State& state, Text text) {
  const std::vector<Token> tokens = tokenize(text());
  for (auto _ : state) benchmark::DoNotOptimize(split_sentences(text(), tokens).data());
  count_bytes(state, text());
}

/// Paragraph by paragraph, as texts come; the words are known after the first round.
void analyze_text(benchmark::State& state, Text text) {
  Analyzer analyzer;
  const std::vector<Span> paragraphs = split_paragraphs(text());
  for (auto _ : state) {
    for (const Span paragraph : paragraphs) {
      benchmark::DoNotOptimize(analyzer.analyze(slice(text(), paragraph)).tokens.data());
    }
  }
  count_bytes(state, text());
}

BENCHMARK_CAPTURE(tokenize_ours, french, french);
BENCHMARK_CAPTURE(tokenize_icu, french, french);
BENCHMARK_CAPTURE(tokenize_ours, arabic, arabic);
BENCHMARK_CAPTURE(tokenize_icu, arabic, arabic);
BENCHMARK_CAPTURE(fold_text, french, french);
BENCHMARK_CAPTURE(fold_text, arabic, arabic);
BENCHMARK_CAPTURE(split_text, french, french);
BENCHMARK_CAPTURE(split_text, arabic, arabic);
BENCHMARK_CAPTURE(analyze_text, french, french);
BENCHMARK_CAPTURE(analyze_text, arabic, arabic);

}  // namespace
}  // namespace sahafa
