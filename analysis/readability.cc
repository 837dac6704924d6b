#include "analysis/readability.h"

#include <algorithm>
#include <array>
#include <limits>
#include <unordered_map>
#include <vector>

#include "analysis/article_name.h"
#include "analysis/columns.h"
#include "analysis/grouping.h"
#include "analysis/selection.h"
#include "corpus/parallel.h"
#include "index/article_batches.h"
#include "text/analyze.h"
#include "text/lower.h"
#include "text/syllables.h"

namespace sahafa {
namespace {

constexpr auto kOptions = with_selection(std::array<OptionSpec, 2>{{
    {"by", "FIELD", "article, or groups: outlet, lang, country, genre, month or none", "outlet", false},
    kCopiesOption,
}});

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

struct TextSize {
  double words = 0.0;
  double sentences = 0.0;
  double syllables = 0.0;

  void add(const TextSize& other, double weight) {
    words += weight * other.words;
    sentences += weight * other.sentences;
    syllables += weight * other.syllables;
  }
};

TextSize measure(const Article& article, Analyzer& analyzer) {
  const AnalyzedText text = analyzer.analyze(article.text);
  TextSize size;
  std::int64_t last = -1;
  for (std::size_t i = 0; i < text.tokens.size(); ++i) {
    if (text.tokens[i].kind != TokenKind::word) continue;
    // An elided word (l’, qu’) is said with the next one.
    const std::string_view word = slice(article.text, text.tokens[i].span());
    const bool elided = word.ends_with("’") || word.ends_with("'");
    size.words += elided ? 0.0 : 1.0;
    if (article.lang == "fr" && !elided)
      size.syllables += static_cast<double>(count_french_syllables(lower_case(word)));
    if (std::int64_t{text.sentence_of[i]} != last) size.sentences += 1.0;
    last = text.sentence_of[i];
  }
  return size;
}

// By position in the selection.
std::vector<TextSize> measure_all(const Context& context, std::span<const Selected> selection) {
  std::unordered_map<std::int64_t, std::size_t> index;
  for (std::size_t i = 0; i < selection.size(); ++i) index[selection[i].article.id.value] = i;
  std::vector<TextSize> sizes(selection.size());
  std::vector<Analyzer> analyzers(std::max<std::size_t>(context.jobs, 1));
  visit_article_batches(context.corpus.catalogue(), {}, {}, [&](std::span<const Article> batch) {
    parallel_for(batch.size(), context.jobs, [&](std::size_t i, std::size_t worker) {
      const auto found = index.find(batch[i].id.value);
      if (found != index.end()) sizes[found->second] = measure(batch[i], analyzers[worker]);
    });
  });
  return sizes;
}

void add_unit(const std::string& name, const std::string& lang, const TextSize& size, Columns& columns) {
  const bool french = lang == "fr" && size.sentences > 0.0;
  columns.texts("unit").push_back(name);
  columns.texts("lang").push_back(lang);
  columns.numbers("words").push_back(size.words);
  columns.numbers("sentences").push_back(size.sentences);
  columns.numbers("syllables").push_back(french ? size.syllables : kNone);
  columns.numbers("words_per_sentence").push_back(size.sentences > 0.0 ? size.words / size.sentences : kNone);
  columns.numbers("syllables_per_word").push_back(french ? size.syllables / size.words : kNone);
  columns.numbers("kandel_moles")
      .push_back(french ? kandel_moles(size.words, size.sentences, size.syllables) : kNone);
}

Table run(const Context& context, const Options& options) {
  const std::vector<Selected> selection = select_articles(context, options);
  const std::vector<TextSize> sizes = measure_all(context, selection);
  Columns columns;
  columns.texts("unit");
  if (options.get("by") == "article") {
    for (std::size_t i = 0; i < selection.size(); ++i)
      add_unit(article_name(selection[i].article), selection[i].article.lang, sizes[i], columns);
  } else {
    for (const Group& group :
         make_groups(selection, options.get("by"), copy_counting_from_string(options.get("copies")))) {
      TextSize sum;
      for (const Member& member : group.members) sum.add(sizes[member.index], member.weight);
      add_unit(group.name, group.lang, sum, columns);
    }
  }
  Table table = columns.finish();
  table.notes.emplace_back(
      "kandel_moles: 207 - 1.015 words per sentence - 73.6 syllables per word (Kandel and Moles 1958); "
      "syllables by "
      "rule, elided words said with the next");
  table.notes.emplace_back(
      "n/a for Arabic: its formulas need vowelled texts, which the press does not write; words per sentence "
      "of the two "
      "languages are not comparable");
  return table;
}

}  // namespace

double kandel_moles(double words, double sentences, double syllables) {
  return 207.0 - 1.015 * words / sentences - 73.6 * syllables / words;
}

constinit const Analysis kReadability = {.name = "readability",
                                         .summary = "How hard French articles are to read (Kandel and Moles)",
                                         .example = "sahafa readability cnss-corpus --by outlet",
                                         .options = kOptions,
                                         .run = run};

}  // namespace sahafa
