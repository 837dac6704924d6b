// Speed of counting over stored ids, on a drawn corpus: Zipf over 258,000 types, articles of 300 to 500 words. Counters "tokens" are rates. The read
// of all ids is the bound that the machine sets in the same run. SAHAFA_BENCH_ARTICLES sets the size (10,000 if not given; 100,000 is the size of the
// published figures). Run: statistics_bench --benchmark_repetitions=3 --benchmark_report_aggregates_only=true
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>
#include <string>
#include <vector>

#include "analysis/colloc_counts.h"
#include "analysis/id_counts.h"
#include "analysis/keyness.h"
#include "analysis/keyness_measures.h"
#include "analysis/statistics/random.h"
#include "analysis/term_counts.h"
#include "analysis/term_resampling.h"

namespace sahafa {
namespace {

constexpr std::size_t kTypes = 258'000;
constexpr std::size_t kOutlets = 20;

struct Store {
  std::vector<std::uint32_t> ids;
  std::vector<std::uint64_t> offsets{0};
  std::vector<std::uint32_t> outlet;
  std::vector<std::string> names;
};

std::size_t article_count() {
  const char* const asked = std::getenv("SAHAFA_BENCH_ARTICLES");
  return asked == nullptr ? 10'000 : std::strtoul(asked, nullptr, 10);
}

Store make_store() {
  Store store;
  std::vector<double> cumulated(kTypes);
  double sum = 0.0;
  for (std::size_t i = 0; i < kTypes; ++i) cumulated[i] = sum += 1.0 / static_cast<double>(i + 1);
  // Ids by first appearance put common words first; a fixed shuffle of the tail would only cost cache, which real stores do not.
  for (std::size_t article = 0; article < article_count(); ++article) {
    const RandomStream stream(1, article);
    const std::size_t words = 300 + stream.below(0, 201);
    for (std::size_t i = 1; i <= words; ++i) {
      const double u = static_cast<double>(stream.bits(i) >> 11U) * 0x1p-53 * sum;
      store.ids.push_back(
          static_cast<std::uint32_t>(std::ranges::lower_bound(cumulated, u) - cumulated.begin()));
    }
    store.offsets.push_back(store.ids.size());
    store.outlet.push_back(static_cast<std::uint32_t>(stream.below(words + 1, kOutlets)));
  }
  for (std::size_t i = 0; i < kTypes; ++i) store.names.push_back("t" + std::to_string(i * 7919 % kTypes));
  return store;
}

const Store& store() {
  static const Store kStore = make_store();
  return kStore;
}

TermCounts count_store() {
  TermCounter counter;
  counter.reserve(store().ids.size());
  const std::span<const std::uint32_t> ids = store().ids;
  for (std::size_t i = 0; i + 1 < store().offsets.size(); ++i)
    counter.add_row(ids.subspan(store().offsets[i], store().offsets[i + 1] - store().offsets[i]));
  return counter.finish({});
}

// Counts with names, an article a cluster, two groups: what keyness and the bootstrap start from.
struct Sides {
  TermCounts counts;
  std::vector<Selected> selection;
  Group target{.name = "target", .lang = "fr", .members = {}};
  Group reference{.name = "reference", .lang = "fr", .members = {}};
};

const Sides& sides() {
  static const Sides kSides = [] {
    Sides made;
    made.counts = count_store();
    made.counts.terms = store().names;
    made.selection.resize(made.counts.rows());
    for (std::size_t i = 0; i < made.selection.size(); ++i) {
      made.selection[i].cluster = {static_cast<std::int64_t>(i + 1)};
      (store().outlet[i] < kOutlets / 2 ? made.target : made.reference).members.push_back({i, 1.0});
    }
    return made;
  }();
  return kSides;
}

void set_rate(benchmark::State& state) {
  state.counters["tokens"] =
      benchmark::Counter(static_cast<double>(store().ids.size()) * static_cast<double>(state.iterations()),
                         benchmark::Counter::kIsRate);
}

void ReadOfAllIds(benchmark::State& state) {
  benchmark::DoNotOptimize(store().ids.data());  // drawn before the clock runs
  for (auto _ : state) benchmark::DoNotOptimize(std::accumulate(store().ids.begin(), store().ids.end(), 0U));
  set_rate(state);
}
BENCHMARK(ReadOfAllIds)->Unit(benchmark::kMillisecond);

void Frequency(benchmark::State& state) {
  std::vector<std::uint32_t> counts(kTypes);
  for (auto _ : state) {
    std::ranges::fill(counts, 0U);
    count_ids(store().ids, counts);
    benchmark::ClobberMemory();
  }
  set_rate(state);
}
BENCHMARK(Frequency)->Unit(benchmark::kMillisecond);

void OutletByTerm(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(
        count_ids_by_group(store().ids, store().offsets, store().outlet, kOutlets, kTypes));
  set_rate(state);
}
BENCHMARK(OutletByTerm)->Unit(benchmark::kMillisecond);

void DocumentByTerm(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(count_store());
  set_rate(state);
}
BENCHMARK(DocumentByTerm)->Unit(benchmark::kMillisecond);

void FindAWord(benchmark::State& state) {
  std::vector<std::size_t> positions;
  for (auto _ : state) {
    positions.clear();
    find_id(store().ids, static_cast<std::uint32_t>(state.range(0)), positions);
    benchmark::DoNotOptimize(positions.data());
  }
  state.counters["hits"] = static_cast<double>(positions.size());
  set_rate(state);
}
BENCHMARK(FindAWord)->Arg(5)->Arg(500)->Arg(20000)->Unit(benchmark::kMillisecond);

void KeynessWithAllMeasures(benchmark::State& state) {
  const SideCounts target = sum_counts(sides().counts, sides().target);
  const SideCounts reference = sum_counts(sides().counts, sides().reference);
  const auto jobs = static_cast<std::size_t>(state.range(0));
  for (auto _ : state) {
    const std::vector<TermKeyness> terms = contrast_sides(store().names, target, reference);
    ContrastClasses classes;
    for (const TermKeyness& term : terms) classes.add(term.counts);
    const ContrastFamily family{static_cast<double>(terms.size()), {}};
    for (const KeynessMeasure& measure : keyness_measures())
      benchmark::DoNotOptimize(compute_measure(classes, measure, family, jobs));
    state.counters["terms"] = static_cast<double>(terms.size());
  }
}
BENCHMARK(KeynessWithAllMeasures)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

void WindowOfFive(benchmark::State& state) {
  constexpr std::size_t kNodes = 2000;
  std::vector<std::uint32_t> index_of(kTypes, kNoNode);
  std::iota(index_of.begin(), index_of.begin() + kNodes, 0U);
  std::vector<std::uint32_t> counts(kNodes * kNodes);
  const std::span<const std::uint32_t> ids = store().ids;
  for (auto _ : state) {
    for (std::size_t i = 0; i + 1 < store().offsets.size(); ++i) {
      add_cooccurrences(ids.subspan(store().offsets[i], store().offsets[i + 1] - store().offsets[i]),
                        index_of, kNodes, 5, counts);
    }
  }
  set_rate(state);
}
BENCHMARK(WindowOfFive)->Unit(benchmark::kMillisecond);

void BootstrapOfTheWholeTable(benchmark::State& state) {
  std::vector<std::uint32_t> terms(kTypes);
  std::iota(terms.begin(), terms.end(), 0U);
  const auto jobs = static_cast<std::size_t>(state.range(0));
  for (auto _ : state)
    benchmark::DoNotOptimize(bootstrap_log_ratios(sides().counts, sides().target, sides().reference,
                                                  sides().selection, terms, {.replicates = 1000}, jobs));
}
BENCHMARK(BootstrapOfTheWholeTable)->Arg(1)->Arg(2)->Unit(benchmark::kSecond)->UseRealTime()->Iterations(1);

}  // namespace
}  // namespace sahafa
