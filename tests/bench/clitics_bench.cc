// How well Arabic words meet their forms with clitics: of the pairs of words that texts attest, the share with one key, and the share
// that a query for one finds under the other. Run from the repository's root; exit code 1 when a share is under its bar.
//
//   clitics_bench [FILE.jsonl...]     (default: the Arabic of ../shared/data/text and a list of words)
//
// A query reads clitics by the vocabulary of the index that it asks, so the same pairs are tried with the vocabulary of all
// lines and with that of every tenth, which is what a small corpus has.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "index/clitic_variants.h"
#include "index/search_keys.h"
#include "text/fold.h"
#include "text/tokenize.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

// Words of the subject and of the press; each with its article groups.
constexpr std::array<std::string_view, 24> kOwnWords = {
    "وزاره", "وثيقه", "وكاله", "وطن",  "وفد",  "ورقه", "وسيله", "وظيفه", "وقايه", "وعي",   "صندوق",  "ضمان",
    "بيان",  "تسريب", "قانون", "مجلس", "لجنه", "مدير", "موقع",  "هجوم",  "حكومه", "مواطن", "معطيات", "شركه"};

class Vocabulary {
 public:
  void add(std::string_view form) {
    if (!is_arabic_word(form)) return;
    forms_.emplace(form);
    keys_.insert(arabic_key(form));
  }
  void add_text(std::string_view text) {
    for (const Token& token : tokenize(text)) {
      if (token.kind == TokenKind::word) add(fold(slice(text, token.span())));
    }
  }
  bool has(const std::string& form) const { return forms_.contains(form); }
  const std::set<std::string>& forms() const { return forms_; }

  /// Whether who asks for `asked` finds `written`.
  bool meet(const std::string& asked, const std::string& written) const {
    const IndexVocabulary vocabulary{
        .has_key = [&](std::string_view key) { return keys_.contains(std::string(key)); },
        .has_form = [&](std::string_view form) { return forms_.contains(std::string(form)); },
        .has_form_like =
            [&](std::string_view beginning) {
              const auto at = forms_.lower_bound(std::string(beginning));
              return at != forms_.end() && at->starts_with(beginning);
            }};
    const bool with_article = SearchKeys().get(asked, asked).with_article;
    const auto variants = clitic_variants(arabic_key(asked), with_article, vocabulary);
    return std::ranges::find(variants, arabic_key(written)) != variants.end();
  }

 private:
  std::set<std::string> forms_;
  std::set<std::string> keys_;
};

struct Pair {
  std::string word;
  std::string written;
};

/// لل before a word in ل is written with two lams, not three (للجنة).
std::string write(std::string_view clitics, std::string_view word) {
  if (clitics == "لل" && word.starts_with("ل")) clitics = "ل";
  return std::string(clitics).append(word);
}

/// The attested words w with `clitics` + w attested as well.
std::vector<Pair> attested_pairs(const Vocabulary& vocabulary, std::string_view clitics,
                                 std::string_view initial) {
  std::vector<Pair> pairs;
  for (const std::string& word : vocabulary.forms()) {
    if (count_code_points(word) < 3 || word.starts_with("ال") || !word.starts_with(initial)) continue;
    std::string written = write(clitics, word);
    if (vocabulary.has(written)) pairs.push_back({word, std::move(written)});
  }
  return pairs;
}

struct Bar {
  std::string_view name;
  std::string_view clitics;
  std::string_view initial;
  double least;  ///< share of pairs that meet, in percent; 0: shown only
};

constexpr std::array<Bar, 6> kBars = {{{"w, al+w", "ال", "", 99},
                                       {"w, wa+al+w", "وال", "", 99},
                                       {"w, bi+al+w", "بال", "", 99},
                                       {"w, li+l+w", "لل", "", 99},
                                       {"waw-initial w, al+w", "ال", "و", 95},
                                       {"w, wa+w (some by chance)", "و", "", 0}}};

bool report(const Vocabulary& vocabulary, std::string_view what) {
  bool good = true;
  fmt::print("{} ({} forms)\n{:28} {:>6} {:>9} {:>9} {:>9} {:>5}\n", what, vocabulary.forms().size(), "pair",
             "pairs", "one key", "w finds", "finds w", "bar");
  for (const Bar& bar : kBars) {
    const std::vector<Pair> pairs = attested_pairs(vocabulary, bar.clitics, bar.initial);
    if (pairs.empty()) continue;
    const auto percent = [&](const auto& holds) {
      return 100.0 * static_cast<double>(std::ranges::count_if(pairs, holds)) /
             static_cast<double>(pairs.size());
    };
    const double same = percent([](const Pair& p) { return arabic_key(p.word) == arabic_key(p.written); });
    const double there = percent([&](const Pair& p) { return vocabulary.meet(p.word, p.written); });
    const double back = percent([&](const Pair& p) { return vocabulary.meet(p.written, p.word); });
    fmt::print("{:28} {:>6} {:>8.1f}% {:>8.1f}% {:>8.1f}% {:>5}\n", bar.name, pairs.size(), same, there, back,
               bar.least);
    good = good && std::min(there, back) >= bar.least;
  }
  return good;
}

}  // namespace
}  // namespace sahafa

int main(int argc, char** argv) {
  using namespace sahafa;
  std::vector<std::string> files(argv + 1, argv + argc);
  if (files.empty()) {
    for (const char* name :
         {"ntrex_newstest2019", "sib200_flores", "tico19_ar_fr", "udhr", "wikinews_ar_2014_2024"})
      files.push_back(fmt::format("../shared/data/text/{}.jsonl", name));
  }
  Vocabulary all;
  Vocabulary tenth;
  std::size_t number = 0;
  for (const std::string& name : files) {
    std::ifstream file(name);
    for (std::string line; std::getline(file, line); ++number) {
      all.add_text(line);
      if (number % 10 == 0) tenth.add_text(line);
    }
  }
  Vocabulary own;
  for (const std::string_view word : kOwnWords) {
    for (const std::string_view clitics : {"", "ال", "وال", "بال", "لل", "و"}) own.add(write(clitics, word));
  }
  const std::array good = {report(all, "all lines"), report(tenth, "every tenth line"),
                           report(own, "own list")};
  return std::ranges::all_of(good, [](bool one) { return one; }) ? 0 : 1;
}
