// The stage of duplicates and text reuse by itself, on texts in memory: what each step costs, what it finds, and
// what it finds with a rule changed. tests/bench/reuse.py makes the input and scores the output.
//
//   reuse_bench TEXTS PREDICTIONS [--jobs N] [RULE=VALUE ...]
//
// TEXTS holds id, outlet, date and text of every article, each ended by NUL. PREDICTIONS are rows as score_reuse.py
// reads them. Prints `name value` lines: seconds of CPU, and peak memory in MB.
#include <fmt/format.h>
#include <sys/resource.h>

#include <chrono>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <map>
#include <numeric>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/parallel.h"
#include "ingest/dedup.h"
#include "ingest/passages.h"
#include "ingest/repeats.h"
#include "ingest/split.h"
#include "text/utf8.h"

namespace {

using namespace sahafa;

struct Text {
  std::string id;
  std::string outlet;
  std::string date;
  std::string text;
};

std::vector<Text> read_texts(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::vector<Text> texts;
  const auto next = [&file](std::string& field) -> bool { return !!std::getline(file, field, '\0'); };
  for (Text text; next(text.id) && next(text.outlet) && next(text.date) && next(text.text);)
    texts.push_back(text);
  return texts;
}

double cpu_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](timeval time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double wall_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

class Clock {
 public:
  void report(std::string_view step) {
    const double cpu = cpu_seconds();
    const double wall = wall_seconds();
    fmt::print("{}.cpu {:.3f}\n{}.wall {:.3f}\n", step, cpu - cpu_, step, wall - wall_);
    cpu_ = cpu_seconds();
    wall_ = wall_seconds();
  }

 private:
  double cpu_ = cpu_seconds();
  double wall_ = wall_seconds();
};

void set_rule(ReuseRules& rules, std::string_view name, double value) {
  const std::map<std::string_view, std::function<void(double)>> setters = {
      {"common_gram", [&](double x) { rules.common_gram = static_cast<std::size_t>(x); }},
      {"near", [&](double x) { rules.near = x; }},
      {"excerpt", [&](double x) { rules.excerpt = x; }},
      {"extent", [&](double x) { rules.extent = x; }},
      {"drift", [&](double x) { rules.drift = static_cast<std::size_t>(x); }},
      {"agree", [&](double x) { rules.agree = x; }},
      {"least_figures", [&](double x) { rules.least_figures = static_cast<std::size_t>(x); }},
      {"other_figures", [&](double x) { rules.other_figures = x; }},
      {"guard", [&](double x) { rules.guard = x != 0; }},
  };
  setters.at(name)(value);
}

std::size_t code_point(const Text& text, std::uint32_t byte) {
  return count_code_points(std::string_view(text.text).substr(0, byte));
}

// A passage is a quotation on either side, since the gold knows who quotes.
void write_passage(const Text& a, const Text& b, const Passage& passage, std::ofstream& out) {
  const auto write = [&out](const Text& text, Span span, const Text& source) {
    out << fmt::format("passage\t{}\t{}\t{}\t{}\n", text.id, code_point(text, span.begin),
                       code_point(text, span.end), source.id);
  };
  write(a, passage.a_span, b);
  write(b, passage.b_span, a);
}

// Repeats inside one text, in code points, as the gold counts.
void write_repeats(const Text& text, std::ofstream& out) {
  constexpr std::uint32_t kMostGap = 200;
  const std::vector<Repeat> repeats = chain_repeats(find_repeats(letters_of(text.text).letters), kMostGap);
  if (repeats.empty()) return;
  const std::vector<std::uint32_t> places = places_of_letters(text.text);
  for (const Repeat& repeat : repeats) {
    const Span span = span_of_letters(text.text, places, repeat.at, repeat.at_end);
    out << fmt::format("intra\t{}\t{}\t{}\n", text.id, code_point(text, span.begin),
                       code_point(text, span.end));
  }
}

int run(const std::vector<std::string>& arguments) {
  ReuseRules rules;
  std::size_t jobs = 1;
  for (std::size_t i = 2; i < arguments.size(); ++i) {
    const std::size_t equals = arguments[i].find('=');
    if (arguments[i] == "--jobs") {
      jobs = std::stoul(arguments[++i]);
    } else {
      set_rule(rules, std::string_view(arguments[i]).substr(0, equals),
               std::stod(arguments[i].substr(equals + 1)));
    }
  }
  const std::vector<Text> texts = read_texts(arguments[0]);
  std::ofstream out(arguments[1]);
  make_fingerprint("tables are made at the first call");
  const double memory = peak_megabytes();
  Clock clock;

  std::vector<std::size_t> copies(texts.size());
  parallel_for(texts.size(), jobs,
               [&](std::size_t i, std::size_t) { copies[i] = split_copies(texts[i].text).size(); });
  clock.report("split");

  std::vector<Fingerprint> fingerprints(texts.size());
  parallel_for(texts.size(), jobs,
               [&](std::size_t i, std::size_t) { fingerprints[i] = make_fingerprint(texts[i].text); });
  clock.report("sketch");

  ReuseFinder finder(rules, jobs);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    finder.add({{static_cast<std::int64_t>(i + 1)}, texts[i].outlet, texts[i].date, texts[i].id},
               fingerprints[i]);
    fingerprints[i] = {};
  }
  const Reuse reuse = finder.find();
  clock.report("clusters");
  std::vector<std::vector<PassageSpans>> found(reuse.quoting.size());
  const auto text_of = [&](ArticleId article) -> const Text& {
    return texts[static_cast<std::size_t>(article.value - 1)];
  };
  // As update_reuse does: some pairs at a time, each of their texts read once.
  constexpr std::size_t kPairsOfBatch = 128;
  for (std::size_t begin = 0; begin < found.size(); begin += kPairsOfBatch) {
    std::unordered_map<std::int64_t, LetteredText> read;
    const std::size_t size = std::min(kPairsOfBatch, found.size() - begin);
    std::vector<std::pair<const std::int64_t, LetteredText>*> places;
    for (const QuotingPair& pair : std::span(reuse.quoting).subspan(begin, size))
      for (const ArticleId id : {pair.a, pair.b})
        if (const auto [place, is_new] = read.try_emplace(id.value); is_new) places.push_back(&*place);
    parallel_for(places.size(), jobs, [&](std::size_t i, std::size_t) {
      places[i]->second = read_letters(text_of(ArticleId{places[i]->first}).text);
    });
    parallel_for(size, jobs, [&](std::size_t i, std::size_t) {
      const QuotingPair& pair = reuse.quoting[begin + i];
      found[begin + i] = find_passages(read.at(pair.a.value), read.at(pair.b.value), pair.places);
    });
  }
  std::vector<Passage> passages;
  for (std::size_t i = 0; i < found.size(); ++i)
    for (const PassageSpans& spans : found[i])
      passages.push_back({reuse.quoting[i].a, spans.a, reuse.quoting[i].b, spans.b, spans.similarity});
  mark_contained(passages, reuse.clusters);
  clock.report("passages");
  fmt::print("articles {}\ncopies {}\npairs.quoting {}\nmemory {:.0f}\nmemory.input {:.0f}\n", texts.size(),
             std::accumulate(copies.begin(), copies.end(), std::size_t{0}), reuse.quoting.size(),
             peak_megabytes(), memory);
  for (const Passage& passage : passages)
    if (!passage.contained) write_passage(text_of(passage.a), text_of(passage.b), passage, out);
  for (const ClusterMember& member : reuse.clusters)
    out << fmt::format("cluster\t{}\t{}\t{}\t{:.3f}\n", text_of(member.article).id,
                       text_of(member.canonical).id, to_string(member.relation), member.similarity);
  for (const Text& text : texts) write_repeats(text, out);
  return 0;
}

}  // namespace

int main(int count, char** values) {
  if (count < 3) {
    std::cerr << "usage: reuse_bench TEXTS PREDICTIONS [--jobs N] [RULE=VALUE ...]\n";
    return 2;
  }
  return run({values + 1, values + count});
}
