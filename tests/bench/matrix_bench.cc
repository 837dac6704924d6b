// From text to the document-term matrix, and from the stored matrix to answers: speed, memory and growth. One task a process, so that peaks of
// memory are those of the task.
//
//   matrix_bench store articles.jsonl CORPUS     articles into corpus.db alone, no copies looked for
//   matrix_bench build CORPUS JOBS               tokens/ made anew, matrix included
//   matrix_bench answer CORPUS                   the stored matrix, counts of outlets
//
// Prints one JSON object: tokens, cpu_s, wall_s, peak_mb (peak resident memory, mapped files included), hash; of a build also anonymous_peak_mb,
// what the process itself took, seen every fifty batches, and first_thread_s: with several threads the CPU seconds of the one that only reads, which is
// what the others cannot share.
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "analysis/grouping.h"
#include "analysis/id_counts.h"
#include "analysis/keyness.h"
#include "analysis/selection.h"
#include "analysis/token_terms.h"
#include "corpus/corpus.h"
#include "index/token_store_reader.h"
#include "index/token_store_writer.h"
#include "text/normalize.h"

namespace sahafa {
namespace {

namespace fs = std::filesystem;

struct Cost {
  double cpu = 0.0;
  double wall = 0.0;
};

double cpu_seconds(__rusage_who who = RUSAGE_SELF) {
  rusage usage{};
  getrusage(who, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

Cost cost_of(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  const double before = cpu_seconds();
  work();
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - begin;
  return {cpu_seconds() - before, wall.count()};
}

double status_megabytes(std::string_view field) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(field)) return std::strtod(line.c_str() + field.size(), nullptr) / 1024.0;
  }
  return 0.0;
}

double peak_megabytes() { return status_megabytes("VmHWM:"); }

void print(nlohmann::ordered_json result, const Cost& cost) {
  result["cpu_s"] = cost.cpu;
  result["wall_s"] = cost.wall;
  result["peak_mb"] = peak_megabytes();
  fmt::print("{}\n", result.dump());
}

void store(const char* name, const char* folder) {
  Corpus corpus = Corpus::create(folder);
  std::ifstream lines(name);
  std::size_t stored = 0;
  Intake intake;
  const auto hand_over = [&] {
    intake.source.path = fmt::format("part {}", stored);
    intake.source.hash = fmt::format("{}", stored);
    corpus.catalogue().store(intake);
    intake = {};
  };
  const Cost cost = cost_of([&] {
    for (std::string line; std::getline(lines, line); ++stored) {
      const nlohmann::json json = nlohmann::json::parse(line);
      Article article;
      article.outlet = json.at("outlet");
      article.lang = json.at("lang");
      article.date = json.at("date");
      article.title = json.at("title");
      article.text = normalize_stored(json.at("text").get<std::string>());
      const Span whole{0, static_cast<std::uint32_t>(article.text.size())};
      intake.items.push_back({std::move(article), {whole}, {}});
      constexpr std::size_t kBatch = 1000;
      if (intake.items.size() == kBatch) hand_over();
    }
    hand_over();
  });
  print({{"articles", stored}}, cost);
}

void build(const char* folder, std::size_t jobs) {
  const Corpus corpus = Corpus::open(folder, Database::Access::write);
  fs::remove_all(corpus.tokens_path());
  double anonymous = 0.0;
  std::int64_t asked = 0;
  const auto look = [&](std::string_view, std::int64_t, std::int64_t) {
    constexpr std::int64_t kEvery = 50;  // looking takes some 20 microseconds
    if (asked++ % kEvery == 0) anonymous = std::max(anonymous, status_megabytes("RssAnon:"));
  };
  const double before = cpu_seconds(RUSAGE_THREAD);
  const Cost cost = cost_of([&] { update_tokens(corpus, jobs, look); });
  const double serial = cpu_seconds(RUSAGE_THREAD) - before;
  const double peak = peak_megabytes();
  const TokenStore made = TokenStore::load(corpus.tokens_path());
  print({{"tokens", made.tokens()},
         {"types", made.surfaces().size()},
         {"hash", fmt::format("{:016x}", made.hash())},
         {"build_peak_mb", peak},
         {"anonymous_peak_mb", anonymous},
         {"first_thread_s", serial}},
        cost);
}

void answer(const char* folder) {
  const Corpus corpus = Corpus::open(folder);
  const Context context{.corpus = corpus, .jobs = 1, .progress = {}};
  const Options options(kCountOptions, {});
  std::vector<Selected> selection;
  const Cost selecting =
      cost_of([&] { selection = select_articles(context, Options(kSelectionOptions, {})); });
  TermCounts counts;
  const Cost counting = cost_of([&] { counts = count_terms(context, selection, options); });
  std::size_t groups = 0;
  const Cost summing = cost_of([&] {
    for (const Group& group : make_groups(selection, "outlet", CopyCounting::once)) {
      groups += sum_counts(counts, group).by_term.empty() ? 0 : 1;
    }
  });
  std::size_t tokens = 0;
  for (const std::uint32_t words : counts.tokens) tokens += words;
  print({{"words", tokens},
         {"select_s", selecting.cpu},
         {"matrix_s", counting.cpu},
         {"groups", groups},
         {"groups_s", summing.cpu}},
        {selecting.cpu + counting.cpu + summing.cpu, selecting.wall + counting.wall + summing.wall});
}

}  // namespace

int run(std::span<char*> words) {
  const std::string_view task = words.size() > 1 ? words[1] : "";
  if (task == "store" && words.size() == 4) {
    store(words[2], words[3]);
  } else if (task == "build" && words.size() == 4) {
    build(words[2], std::strtoul(words[3], nullptr, 10));
  } else if (task == "answer" && words.size() == 3) {
    answer(words[2]);
  } else {
    fmt::print(stderr, "matrix_bench store FILE CORPUS | build CORPUS JOBS | answer CORPUS\n");
    return 2;
  }
  return 0;
}

}  // namespace sahafa

int main(int argc, char** argv) {
  try {
    return sahafa::run(std::span(argv, static_cast<std::size_t>(argc)));
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 1;
  }
}
