#include "analysis/topics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <vector>

#include <fmt/format.h>

#include "analysis/columns.h"
#include "analysis/name_order.h"
#include "analysis/one_language.h"
#include "analysis/plot/plot_dots.h"
#include "analysis/selection.h"
#include "analysis/statistics/nmf.h"
#include "analysis/term_evidence.h"
#include "analysis/token_terms.h"
#include "corpus/parallel.h"
#include "text/error.h"

namespace sahafa {
namespace {

constexpr auto kOptions = with_selection(
    std::array<OptionSpec, 8>{{
        {"topics", "N", "number of topics", "8", false},
        {"runs", "N", "starts; the best is shown, the others tell how stable it is", "8", false},
        {"seed", "N", "of the starts", "1", false},
        {"min-articles", "N", "only terms of N articles", "3", false},
        {"most-articles", "SHARE", "only terms of at most this share of the articles", "0.5", false},
        {"top", "N", "terms of each topic", "10", false},
        kCopiesOption,
        kPlotOption,
    }},
    kCountOptions, kEvidenceOptions);

std::vector<double> count_articles(const TermCounts& counts, const Group& group) {
  std::vector<double> articles(counts.terms.size(), 0.0);
  for (const Member& member : group.members) {
    for (const TermCount& cell : counts.row(member.index)) articles[cell.term] += 1.0;
  }
  return articles;
}

struct Matrix {
  SparseRows rows;
  std::vector<std::uint32_t> terms;  // by column
};

Matrix make_matrix(const TermCounts& counts, const Group& group, const Options& options) {
  const std::vector<double> articles = count_articles(counts, group);
  const auto n = static_cast<double>(group.members.size());
  const double least = options.get_number("min-articles");
  const double most = options.get_number("most-articles") * n;
  Matrix matrix;
  constexpr std::uint32_t kNone = 0xFFFFFFFF;
  std::vector<std::uint32_t> column(counts.terms.size(), kNone);
  for (std::uint32_t term = 0; term < articles.size(); ++term) {
    if (articles[term] == 0.0 || articles[term] < least || articles[term] > most) continue;
    column[term] = static_cast<std::uint32_t>(matrix.terms.size());
    matrix.terms.push_back(term);
  }
  matrix.rows.columns = matrix.terms.size();
  for (const Member& member : group.members) {
    const std::size_t begin = matrix.rows.values.size();
    double squares = 0.0;
    for (const TermCount& cell : counts.row(member.index)) {
      if (column[cell.term] == kNone) continue;
      const double value = cell.count * std::log(n / articles[cell.term]);
      matrix.rows.indices.push_back(column[cell.term]);
      matrix.rows.values.push_back(value);
      squares += value * value;
    }
    for (std::size_t at = begin; at < matrix.rows.values.size(); ++at)
      matrix.rows.values[at] /= std::sqrt(squares);
    matrix.rows.offsets.push_back(matrix.rows.values.size());
  }
  return matrix;
}

struct Topic {
  std::size_t index = 0;
  double share = 0.0;
  std::int64_t articles = 0;
  double stability = 0.0;
};

// The largest first.
std::vector<Topic> sum_up(const Factors& best, std::span<const Factors> runs, std::size_t shown) {
  std::vector<Topic> topics(best.topics);
  double all = 0.0;
  for (std::size_t row = 0; row < best.weights.size() / best.topics; ++row) {
    const auto weights = std::span(best.weights).subspan(row * best.topics, best.topics);
    const auto strongest = std::ranges::max_element(weights) - weights.begin();
    if (weights[static_cast<std::size_t>(strongest)] > 0.0)
      ++topics[static_cast<std::size_t>(strongest)].articles;
    for (std::size_t topic = 0; topic < best.topics; ++topic) {
      topics[topic].share += weights[topic];
      all += weights[topic];
    }
  }
  for (std::size_t topic = 0; topic < best.topics; ++topic) {
    topics[topic].index = topic;
    topics[topic].share /= std::max(all, 1e-300);
  }
  for (std::size_t run = 0; run < runs.size(); ++run) {
    if (run == shown) continue;
    const std::vector<double> cosines = match_topics(best, runs[run]);
    for (std::size_t topic = 0; topic < best.topics; ++topic)
      topics[topic].stability += cosines[topic] / static_cast<double>(runs.size() - 1);
  }
  std::ranges::stable_sort(topics, std::greater<>(), &Topic::share);
  return topics;
}

struct Weighted {
  std::uint32_t term = 0;
  double weight = 0.0;
};

void add_topic(const Topic& topic, std::size_t number, const Factors& best, const Matrix& matrix,
               const std::vector<std::string>& names, std::size_t top, Columns& columns) {
  std::vector<Weighted> terms;
  const auto pattern = best.pattern(topic.index);
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] > 0.0) terms.push_back({matrix.terms[i], pattern[i]});
  }
  sort_by_score(terms, names, [](const Weighted& term) { return term.weight; });
  if (terms.size() > top) terms.resize(top);
  for (const Weighted& term : terms) {
    columns.integers("topic").push_back(static_cast<std::int64_t>(number));
    columns.numbers("share").push_back(topic.share);
    columns.integers("articles").push_back(topic.articles);
    columns.numbers("stability").push_back(topic.stability);
    columns.texts("term").push_back(names[term.term]);
    columns.numbers("weight").push_back(term.weight);
  }
}

std::size_t size_option(const Options& options, std::string_view name, std::int64_t least) {
  const std::int64_t value = options.get_integer(name);
  if (value < least || value > 10000) {
    throw Error(ErrorCode::usage, fmt::format("--{} takes {} to 10000", name, least));
  }
  return static_cast<std::size_t>(value);
}

Table run(const Context& context, const Options& options) {
  const std::size_t wanted = size_option(options, "topics", 2);
  const std::size_t starts = size_option(options, "runs", 2);
  const std::vector<Selected> selection = select_articles(context, options);
  const Group group = one_language(selection, options.get("copies"));
  const TermSource source = TermSource::open(context, selection, options);
  const TermCounts counts = count_terms(context, source, options);
  const Matrix matrix = make_matrix(counts, group, options);
  if (matrix.rows.rows() < wanted || matrix.terms.size() < wanted) {
    throw Error(ErrorCode::usage,
                "more topics than articles or terms; choose fewer --topics or a smaller --min-articles");
  }
  const auto seed = static_cast<std::uint64_t>(options.get_integer("seed"));
  std::vector<Factors> runs(starts);
  parallel_for(starts, context.jobs,
               [&](std::size_t run, std::size_t) { runs[run] = factorize(matrix.rows, wanted, seed + run); });
  const auto best = std::ranges::min_element(runs, {}, &Factors::residual);
  const auto shown = static_cast<std::size_t>(best - runs.begin());
  Columns columns;
  columns.integers("topic");
  std::size_t number = 0;
  for (const Topic& topic : sum_up(*best, runs, shown))
    add_topic(topic, ++number, *best, matrix, counts.terms, size_option(options, "top", 1), columns);
  Table table = columns.finish();
  note_terms(source, options, table);
  table.notes.push_back(
      fmt::format("non-negative factorisation of {} articles x {} terms (proportion x ln N/df, rows of "
                  "length 1); residual {:.4f}; best of {} "
                  "starts, seeds {} to {}; stability: mean cosine with the counterparts in the others",
                  matrix.rows.rows(), matrix.terms.size(), best->residual, starts, seed, seed + starts - 1));
  table.notes.push_back(fmt::format("language {}; copies of a text: {}", group.lang, options.get("copies")));
  return table;
}

std::string plot(const Table& table, const Options&) {
  return plot_dots("The most typical words of each topic", "word and topic: weight of the word in the topic",
                   dots_of(table, {.labels = {"term", "topic"}, .value = "weight", .low = {}, .high = {}}));
}

Table evidence(const Context& context, const Options& options, const Table& table) {
  return list_term_evidence(context, options, table, "none");
}

}  // namespace

constinit const Analysis kTopics = {.name = "topics",
                                    .summary = "Themes of articles, with how stable each is",
                                    .example = "sahafa topics cnss-corpus --lang ar --topics 4",
                                    .options = kOptions,
                                    .run = run,
                                    .renderings = {},
                                    .plot = plot,
                                    .evidence = evidence};

}  // namespace sahafa
