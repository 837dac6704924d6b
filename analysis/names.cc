#include "analysis/names.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <ostream>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "analysis/name_candidates.h"
#include "analysis/selection.h"
#include "corpus/equivalents.h"
#include "text/fold.h"
#include "text/sounds.h"

namespace sahafa {
namespace {

constexpr auto kOptions = with_selection(std::array<OptionSpec, 4>{{
    {"least", "N", "only pairs that sound alike to this degree, from 0 to 1", "0.8", false},
    {"min", "N", "only names that stand in N texts of each language", "1", false},
    {"limit", "N", "pairs to print; 0 for all", "200", false},
    {"as", "FORM", "toml: a table to be reviewed, for `sahafa ingest --names`", "", false},
}});

constexpr std::size_t kPairsOfAName = 2;

struct Pair {
  const NameCandidate* latin = nullptr;
  const NameCandidate* arabic = nullptr;
  double likeness = 0.0;

  std::int64_t articles() const { return std::min(latin->articles, arabic->articles); }
};

/// The documents of one language, one of each cluster.
std::vector<std::size_t> documents_of(const TokenStore& store, std::span<const Selected> selection,
                                      std::string_view lang) {
  std::vector<std::size_t> documents;
  std::set<ArticleId> clusters;
  for (const Selected& selected : selection) {
    if (selected.article.lang != lang || !clusters.insert(selected.cluster).second) continue;
    if (const auto document = store.find_document(selected.article.id)) documents.push_back(*document);
  }
  return documents;
}

double likeness_of(const NameCandidate& latin, const NameCandidate& arabic) {
  double best = 0.0;
  for (const std::string& one : latin.sounds)
    for (const std::string& other : arabic.sounds) best = std::max(best, sound_likeness(one, other));
  return best;
}

/// The names that stand in a table, by folded spelling: number of the entry.
class KnownNames {
 public:
  explicit KnownNames(const Equivalents& table) {
    for (std::size_t i = 0; i < table.names().size(); ++i)
      for (const std::string& spelling : table.names()[i].spellings) entry_of_.emplace(fold(spelling), i);
  }

  bool has(const Pair& pair) const {
    const auto latin = entry_of_.find(fold(pair.latin->written));
    const auto arabic = entry_of_.find(fold(pair.arabic->written));
    return latin != entry_of_.end() && arabic != entry_of_.end() && latin->second == arabic->second;
  }

 private:
  std::unordered_map<std::string, std::size_t> entry_of_;
};

/// The likeliest first: those that sound alike, of two words, of many texts.
bool goes_before(const Pair& one, const Pair& other) {
  const auto weight = [](const Pair& pair) {
    return pair.likeness * static_cast<double>(pair.latin->units) *
           std::log2(1.0 + static_cast<double>(pair.articles()));
  };
  return std::tuple(-weight(one), one.latin->written, one.arabic->written) <
         std::tuple(-weight(other), other.latin->written, other.arabic->written);
}

std::vector<Pair> pair_names(const NamesByConsonants& latin, const NamesByConsonants& arabic,
                             const KnownNames& known, const Options& options) {
  std::vector<Pair> pairs;
  for (const auto& [key, latin_names] : latin) {
    const auto found = arabic.find(key);
    if (found == arabic.end()) continue;
    for (const auto& [latin_name, one] : latin_names) {
      for (const auto& [arabic_name, other] : found->second) {
        const Pair pair{&one, &other, likeness_of(one, other)};
        if (pair.likeness >= options.get_number("least") && pair.articles() >= options.get_integer("min") &&
            !known.has(pair))
          pairs.push_back(pair);
      }
    }
  }
  std::ranges::sort(pairs, goes_before);
  std::unordered_map<const NameCandidate*, std::size_t> taken;
  std::erase_if(pairs, [&](const Pair& pair) {
    return ++taken[pair.latin] > kPairsOfAName || ++taken[pair.arabic] > kPairsOfAName;
  });
  return pairs;
}

/// What a corpus proposes, and the texts that it was found in.
struct Proposals {
  TokenStore store;
  NamesByConsonants latin;
  NamesByConsonants arabic;
  std::vector<Pair> pairs = {};

  Proposals(const Context& context, const Options& options)
      : store(TokenStore::load(context.corpus.tokens_path())) {
    const std::vector<Selected> selection = select_articles(context, options);
    latin = find_latin_names(store, documents_of(store, selection, "fr"));
    arabic = find_arabic_names(store, documents_of(store, selection, "ar"), latin);
    pairs = pair_names(latin, arabic, KnownNames(context.corpus.equivalents()), options);
    const std::size_t limit = options.get_count("limit");
    if (limit > 0 && pairs.size() > limit) pairs.resize(limit);
  }
};

std::string sentence_of(const Context& context, const TokenStore& store, const NameCandidate& name) {
  const std::string text = context.corpus.catalogue().get_text(ArticleId{store.article_ids()[name.document]});
  const std::size_t begin = store.begins()[name.first_token];
  const std::size_t end =
      store.begins()[name.last_token] + store.surface(store.surface_ids()[name.last_token]).size();
  std::string sentence = text.substr(begin, end - begin);
  std::ranges::replace(sentence, '\n', ' ');
  return sentence;
}

Table run(const Context& context, const Options& options) {
  const Proposals found(context, options);
  using enum TableBuilder::Type;
  TableBuilder table({{"fr", text},
                      {"ar", text},
                      {"words", integer},
                      {"likeness", number},
                      {"fr_articles", integer},
                      {"ar_articles", integer},
                      {"fr_sentence", text},
                      {"ar_sentence", text}});
  for (const Pair& pair : found.pairs) {
    table.add(pair.latin->written).add(pair.arabic->written).add(pair.latin->units).add(pair.likeness);
    table.add(pair.latin->articles).add(pair.arabic->articles);
    table.add(sentence_of(context, found.store, *pair.latin));
    table.add(sentence_of(context, found.store, *pair.arabic));
  }
  Table result = table.finish();
  result.notes.emplace_back(
      "proposals by consonants: searches know a name in the other script only when a person has put it into "
      "a "
      "table of names (--as toml, then ingest --names)");
  return result;
}

void write_toml(const Context& context, const Options& options, std::ostream& out) {
  const Proposals found(context, options);
  out << "# Names in both scripts, proposed by their consonants. Take the # from the lines that are right, "
         "put institutions,\n"
         "# places and media into lists of these names, and give the file to `sahafa ingest CORPUS --names "
         "FILE PATH...`.\n"
         "people = [\n";
  for (const Pair& pair : found.pairs) {
    out << fmt::format("#  {{ fr = [\"{}\"], ar = [\"{}\"] }},  # likeness {:.2f}; {} and {} texts\n",
                       pair.latin->written, pair.arabic->written, pair.likeness, pair.latin->articles,
                       pair.arabic->articles);
  }
  out << "]\n";
}

constexpr std::array<Rendering, 1> kRenderings = {{{"toml", write_toml}}};

}  // namespace

constinit const Analysis kNames = {.name = "names",
                                   .summary = "Proposes names that stand in both scripts, for review",
                                   .example = "sahafa names cnss-corpus --limit 20",
                                   .options = kOptions,
                                   .run = run,
                                   .renderings = kRenderings};

}  // namespace sahafa
