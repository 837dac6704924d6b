#include "tests/bench/query_times.h"

#include <fmt/format.h>
#include <time.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <utility>

#include "analysis/analysis.h"
#include "index/index_reader.h"
#include "text/analyze.h"
#include "text/error.h"

namespace sahafa::bench {
namespace {

using Ask = std::function<void(std::size_t)>;

double cpu_milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

/// Words of whole characters that are long enough to have kin.
std::string beginning_of(const std::string& word) {
  std::size_t end = std::min<std::size_t>(word.size(), static_cast<unsigned char>(word[0]) < 0x80 ? 6 : 10);
  while (end < word.size() && (static_cast<unsigned char>(word[end]) & 0xC0) == 0x80) ++end;
  return word.substr(0, end);
}

}  // namespace

Times time_each(const Ask& ask) {
  std::vector<double> times;
  for (int round = 0; round < 2; ++round) {
    times.clear();
    for (std::size_t i = 0; i < kQueries; ++i) {
      const double start = cpu_milliseconds();
      ask(i);
      times.push_back(cpu_milliseconds() - start);
    }
  }
  std::ranges::sort(times);
  return {times[kQueries / 2], times[kQueries * 99 / 100]};
}

std::vector<std::string> pick_words(std::span<const Article> articles) {
  std::map<std::string, std::size_t> counts;
  Analyzer analyzer;
  for (std::size_t i = 0; i < articles.size(); i += 1 + articles.size() / 1000) {
    const AnalyzedText analyzed = analyzer.analyze(articles[i].text);
    for (std::size_t t = 0; t < analyzed.tokens.size(); ++t)
      if (analyzed.tokens[t].kind == TokenKind::word && analyzed.forms[t].size() > 4)
        ++counts[std::string(analyzed.forms[t])];
  }
  std::vector<std::pair<std::size_t, std::string>> ranked;
  for (const auto& [word, count] : counts)
    if (word.find_first_of("'-.") == std::string::npos) ranked.emplace_back(count, word);
  std::ranges::sort(ranked, std::greater{});
  std::vector<std::string> words;
  const double steps = std::log(static_cast<double>(ranked.size()));
  for (std::size_t i = 0; i < kQueries; ++i)
    words.push_back(
        ranked[static_cast<std::size_t>(std::exp(steps * static_cast<double>(i) / kQueries)) - 1].second);
  return words;
}

void print_bar(std::string_view name, std::string_view figures, double value, std::string_view sign,
               double bar) {
  const bool good = sign == "<" ? value <= bar : value >= bar;
  fmt::print("{:36} {:44} {:>9.3f} {} {:<6.3g} {}\n", name, figures, value, sign, bar,
             good ? "ok" : "MISSED");
  std::fflush(stdout);
}

void print_query_times(const Corpus& corpus, const std::vector<std::string>& words, std::string_view month,
                       std::string_view only) {
  const IndexReader reader(corpus);
  const auto word = [&](std::size_t i) { return words[i % kQueries]; };
  const auto search = [&](const std::string& query, SearchOptions options = {}) {
    reader.search(Query::parse(query), options);
  };
  const auto search_pattern = [&](const std::string& query) {
    try {
      search(query);
    } catch (const Error&) {  // too many words fit: that is an answer, too
    }
  };
  const auto run = [&](std::string_view verb, std::map<std::string, std::string, std::less<>> values) {
    const Analysis* const analysis = find_analysis(verb);
    analysis->run({.corpus = corpus, .jobs = 1, .progress = {}},
                  Options(analysis->options, std::move(values)));
  };
  const std::string days = fmt::format("date:{0}-10..{0}-14", month);
  const std::pair<std::string_view, Ask> kinds[] = {
      {"word", [&](std::size_t i) { search(word(i)); }},
      {"word by date", [&](std::size_t i) { search(word(i), {.sort = SortOrder::newest}); }},
      {"two words", [&](std::size_t i) { search(word(i) + " " + word(i + 50)); }},
      {"either of two words", [&](std::size_t i) { search(word(i) + " OR " + word(i + 50)); }},
      {"word without another", [&](std::size_t i) { search(word(i + 50) + " -" + word(i)); }},
      {"phrase", [&](std::size_t i) { search("\"" + word(i) + " " + word(i + 1) + "\""); }},
      {"NEAR/10", [&](std::size_t i) { search(word(i) + " NEAR/10 " + word(i + 20)); }},
      {"sentence", [&](std::size_t i) { search(word(i + 20) + " SENTENCE " + word(i + 60)); }},
      {"prefix", [&](std::size_t i) { search_pattern(beginning_of(word(i)) + "*"); }},
      {"wildcard", [&](std::size_t i) { search_pattern("*" + word(i)); }},
      {"title word", [&](std::size_t i) { search("title:" + word(i)); }},
      {"word in an outlet", [&](std::size_t i) { search(word(i) + " lang:ar"); }},
      {"word and five days", [&](std::size_t i) { search(word(i) + " " + days); }},
      {"concept", [&](std::size_t i) { search("concept:cnss " + (i % 2 == 0 ? word(i) : std::string())); }},
      {"translated",
       [&](std::size_t i) { run("search", {{"query", word(i) + " fuite"}, {"translate-query", "on"}}); }},
      {"facets by month", [&](std::size_t i) { reader.count_facet(Query::parse(word(i)), Facet::month); }},
      {"count of articles", [&](std::size_t i) { reader.count(Query::parse(word(i))); }},
      {"count of hits", [&](std::size_t i) { run("count", {{"query", word(i)}, {"by", "outlet"}}); }},
      {"trend", [&](std::size_t i) { run("trend", {{"query", word(i)}, {"period", "month"}}); }},
      {"concordance, first page",
       [&](std::size_t i) { run("kwic", {{"query", word(i)}, {"limit", "20"}}); }}};
  for (const auto& [kind, ask] : kinds) {
    if (kind.find(only) == std::string_view::npos) continue;
    const Times times = time_each(ask);
    print_bar(fmt::format("{}, p99 in ms", kind), fmt::format("p50 {:.2f} ms", times.p50), times.p99, "<",
              kind.starts_with("concordance") ? 30 : 20);
  }
}

}  // namespace sahafa::bench
