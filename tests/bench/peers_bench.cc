// The search engine against its peers, on the same articles in the same run; prints every bar. Run it from anywhere:
//
//   make_press_corpus.py --articles 4000 --out DIR && zcat DIR/part-*.jsonl.gz > articles.jsonl
//   peers_bench articles.jsonl [build]
//
// With "build", only what making an index costs. // CPU seconds are those of the process and its children, so a busy machine disturbs ratios little; quantiles of wall-clock time it
// does disturb. Peers: scriptindex of Debian's xapian-omega with --stemmer=french; MSet::snippet and a value range over the index that
// Xapian's TermGenerator makes.
#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "corpus/corpus.h"
#include "index/index_reader.h"
#include "index/index_writer.h"
#include "index/search_keys.h"
#include "tests/bench/query_times.h"
#include "text/analyze.h"
#include "text/normalize.h"

namespace sahafa {
namespace {

namespace fs = std::filesystem;

using namespace bench;  // NOLINT(google-build-using-namespace)

double cpu_seconds() {
  double seconds = 0;
  for (const int who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
    rusage usage{};
    getrusage(who, &usage);
    for (const timeval& time : {usage.ru_utime, usage.ru_stime})
      seconds += static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
  }
  return seconds;
}

double cpu_of(const std::function<void()>& work) {
  const double before = cpu_seconds();
  work();
  return cpu_seconds() - before;
}

void run(const std::string& command) {
  if (std::system(command.c_str()) != 0) throw std::runtime_error(command);  // NOLINT(cert-env33-c)
}

double megabytes(const fs::path& folder) {
  double bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) bytes += static_cast<double>(entry.file_size());
  return bytes / 1e6;
}

/// What lies beside Xapian's own files and is not compacted.
double words_megabytes(const fs::path& index) {
  double bytes = 0;
  for (const auto& entry : fs::directory_iterator(index))
    if (entry.path().filename().string().starts_with("words."))
      bytes += static_cast<double>(entry.file_size());
  return bytes / 1e6;
}

double compacted(const fs::path& index) {
  const fs::path small = index.string() + "-compacted";
  fs::remove_all(small);
  run(fmt::format("xapian-compact {} {} > /dev/null 2>&1", index.string(), small.string()));
  return megabytes(small) + words_megabytes(index);
}

std::vector<Article> read_articles(const char* name) {
  std::vector<Article> articles;
  std::ifstream file(name);
  for (std::string line; std::getline(file, line);) {
    const auto json = nlohmann::json::parse(line);
    Article article;
    article.key = json.at("id");
    article.lang = json.at("lang");
    article.outlet = json.at("outlet");
    article.date = json.at("date");
    article.title = normalize_stored(json.at("title").get<std::string>());
    article.text = normalize_stored(json.at("text").get<std::string>());
    articles.push_back(std::move(article));
  }
  return articles;
}

void store(Corpus& corpus, const std::vector<Article>& articles) {
  Intake intake;
  intake.source.path = "articles";
  intake.source.hash = "articles";
  for (const Article& article : articles) intake.items.push_back({article, {{0, 1}}, {}});
  corpus.catalogue().store(intake);
}

// ---- peers

std::string spaced(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

void write_script(const std::vector<Article>& articles, const fs::path& folder) {
  std::ofstream(folder / "script")
      << "id : boolean=Q unique=Q\noutlet : boolean=XO\nlang : boolean=L\ndate : field value=0\n"
         "title : index=S index field\ntext : index field\n";
  std::ofstream dump(folder / "dump");
  for (const Article& a : articles)
    dump << "id=" << a.key << "\noutlet=" << a.outlet << "\nlang=" << a.lang << "\ndate=" << a.date
         << "\ntitle=" << spaced(a.title) << "\ntext=" << spaced(a.text) << "\n\n";
}

void make_peer_index(const std::vector<Article>& articles, const fs::path& path) {
  Xapian::WritableDatabase database(path.string(), Xapian::DB_CREATE_OR_OVERWRITE);
  Xapian::TermGenerator generator;
  generator.set_stemming_strategy(Xapian::TermGenerator::STEM_SOME);
  for (const Article& article : articles) {
    Xapian::Document document;
    generator.set_stemmer(Xapian::Stem(article.lang == "ar" ? "arabic" : "french"));
    generator.set_document(document);
    generator.index_text(article.title + "\n" + article.text);
    document.add_value(0, article.date);
    document.set_data(article.text);
    database.add_document(document);
  }
  database.commit();
}

// ---- queries

Xapian::MSet ask_peer(const Xapian::Database& database, const Xapian::Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  return enquire.get_mset(0, 10, database.get_doccount());
}

Xapian::Query peer_term(const std::string& word, std::string_view lang) {
  return Xapian::Query("Z" + Xapian::Stem(std::string(lang))(word));
}

void compare_analysis(const std::vector<Article>& articles) {
  double text_megabytes = 0;
  for (const Article& article : articles)
    text_megabytes += static_cast<double>(article.title.size() + article.text.size()) / 1e6;
  fmt::print("{} articles, {:.1f} MB of text\n", articles.size(), text_megabytes);

  // Each from nothing: what is learned about a word type is part of the cost.
  double types = 0;
  const double analysis = cpu_of([&] {
    Analyzer analyzer;
    for (const Article& article : articles)
      for (const std::uint32_t type : analyzer.analyze(article.text).types)
        types = std::max(types, type + 1.0);
  });
  print_bar("analysis, MB of text a CPU second",
            fmt::format("{:.0f} word types in {:.2f} s", types, analysis), text_megabytes / analysis, ">",
            60);
  double parts = 0;
  const double with_keys = cpu_of([&] {
    Analyzer analyzer;
    SearchKeys keys;
    for (const Article& article : articles) {
      const AnalyzedText analyzed = analyzer.analyze(article.text);
      for (std::size_t i = 0; i < analyzed.tokens.size(); ++i)
        parts += static_cast<double>(keys.get(analyzed, i).parts.size());
    }
  });
  print_bar("... and the keys of the index", fmt::format("{:.0f} keys in {:.2f} s", parts, with_keys),
            text_megabytes / with_keys, ">", 60);
}

void compare_build(const Corpus& corpus, const std::vector<Article>& articles, const fs::path& folder) {
  const double ours = cpu_of([&] { update_index(corpus, 1, {}); });
  write_script(articles, folder);
  const double theirs = cpu_of([&] {
    run(fmt::format("cd {} && scriptindex --stemmer=french omega script dump > /dev/null", folder.string()));
  });
  print_bar("index build, CPU", fmt::format("{:.1f} s, scriptindex {:.1f} s", ours, theirs), ours / theirs,
            "<", 0.4);
  const double our_size = compacted(corpus.index_path());
  const double their_size = compacted(folder / "omega");
  print_bar("index, compacted", fmt::format("{:.1f} MB, scriptindex {:.1f} MB", our_size, their_size),
            our_size / their_size, "<", 0.7);
}

void compare_search(const Corpus& corpus, const std::vector<Article>& articles, const fs::path& folder) {
  make_peer_index(articles, folder / "peer");
  const Xapian::Database peer((folder / "peer").string());
  const std::vector<std::string> words = pick_words(articles);
  const IndexReader reader(corpus);
  const auto search = [&](const std::string& query, SearchOptions options = {}) {
    reader.search(Query::parse(query), options);
  };
  const auto stem = [&](const std::string& word) {
    return peer_term(word, is_arabic_word(word) ? "arabic" : "french");
  };

  const auto with_snippets = [&](std::size_t tokens) {
    return cpu_of([&] {
      for (const std::string& word : words) search(word, {.copies = Copies::all, .snippet_tokens = tokens});
    });
  };
  with_snippets(32);  // everything is in memory then
  const double shown = with_snippets(32) - with_snippets(0);
  double peer_shown = 0;
  for (const std::string& word : words) {
    const Xapian::MSet matches = ask_peer(peer, stem(word));
    const Xapian::Stem stemmer(is_arabic_word(word) ? "arabic" : "french");
    std::vector<std::string> texts;
    for (auto match = matches.begin(); match != matches.end(); ++match)
      texts.push_back(match.get_document().get_data());
    peer_shown += cpu_of([&] {
      for (const std::string& text : texts) matches.snippet(text, 300, stemmer);
    });
  }
  print_bar("10 snippets, CPU", fmt::format("{:.2f} s, MSet::snippet {:.2f} s", shown, peer_shown),
            shown / peer_shown, "<", 1.0 / 30);

  const std::string month = articles[articles.size() / 2].date.substr(0, 7);
  const std::string first = month + "-10";
  const std::string last = month + "-14";
  const Times ranged = time_each([&](std::size_t i) {
    ask_peer(peer, {Xapian::Query::OP_FILTER, stem(words[i]),
                    Xapian::Query(Xapian::Query::OP_VALUE_RANGE, 0, first, last)});
  });
  const Times dated = time_each([&](std::size_t i) {
    reader.count(Query::parse(fmt::format("{} date:{}..{}", words[i], first, last)), Copies::all);
  });
  print_bar("word and five days, p50", fmt::format("{:.3f} ms, value range {:.3f} ms", dated.p50, ranged.p50),
            dated.p50 / ranged.p50, "<", 0.25);

  print_query_times(corpus, words, month);
}

void compare(const char* name, bool build_only) {
  const fs::path folder = fs::temp_directory_path() / fmt::format("sahafa-peers-bench-{}", getpid());
  fs::remove_all(folder);
  fs::create_directories(folder);
  const std::vector<Article> articles = read_articles(name);
  compare_analysis(articles);
  Corpus corpus = Corpus::create(folder / "corpus");
  store(corpus, articles);
  compare_build(corpus, articles, folder);
  if (!build_only) compare_search(corpus, articles, folder);
  fs::remove_all(folder);
}

}  // namespace
}  // namespace sahafa

int main(int argc, char** argv) {
  const bool build_only = argc == 3 && std::string_view(argv[2]) == "build";
  if (argc != 2 && !build_only) {
    fmt::print(stderr, "usage: peers_bench ARTICLES.jsonl [build]\n");
    return 2;
  }
  sahafa::compare(argv[1], build_only);
}
