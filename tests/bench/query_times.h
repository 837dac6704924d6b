// How long queries of every kind take on a corpus: what peers_bench and queries_bench print.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/corpus.h"

namespace sahafa::bench {

inline constexpr std::size_t kQueries = 200;  // of each kind

/// Milliseconds of CPU: one thread asks and everything is in memory, so this is what a quiet machine takes.
struct Times {
  double p50 = 0;
  double p99 = 0;
};

/// Times of kQueries calls in the second of two rounds.
Times time_each(const std::function<void(std::size_t)>& ask);

/// kQueries words of the articles, from frequent to rare: each step down the list of frequencies has as many.
std::vector<std::string> pick_words(std::span<const Article> articles);

/// One line: what was measured, the figures, the value and its bar.
void print_bar(std::string_view name, std::string_view figures, double value, std::string_view sign,
               double bar);

/// Asks queries of every kind whose name has `only` in it and prints their times. The five days are 10 to 14 of `month`
/// (2025-04).
void print_query_times(const Corpus& corpus, const std::vector<std::string>& words, std::string_view month,
                       std::string_view only = {});

}  // namespace sahafa::bench
