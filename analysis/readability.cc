#include "analysis/readability.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>

#include "analysis/columns.h"
#include "analysis/copies_both.h"
#include "analysis/evidence.h"
#include "analysis/plot/plot_dots.h"
#include "analysis/selection.h"
#include "analysis/text_units.h"
#include "corpus/parallel.h"
#include "index/analysis_version.h"
#include "index/article_batches.h"
#include "text/analyze.h"
#include "text/lower.h"
#include "text/sentences.h"
#include "text/syllables.h"
#include "text/tokenize.h"

namespace sahafa {
namespace {

constexpr auto kOptions = with_selection(
    std::array<OptionSpec, 3>{{
        {"by", "FIELD", "article, or groups: outlet, lang, country, genre, month or none", "outlet", false},
        kCopiesOrBothOption,
        kPlotOption,
    }},
    kEvidenceOptions);

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

// A sentence with its words; only those of French have syllables.
struct SentenceSize {
  TextSize size;
  Span words;  ///< from the first to the last one
};

std::vector<SentenceSize> measure_sentences(const Article& article, Analyzer& analyzer) {
  const AnalyzedText text = analyzer.analyze(article.text);
  std::vector<SentenceSize> sentences;
  std::int64_t last = -1;
  for (std::size_t i = 0; i < text.tokens.size(); ++i) {
    if (text.tokens[i].kind != TokenKind::word) continue;
    const Span span = text.tokens[i].span();
    if (std::int64_t{text.sentence_of[i]} != last) sentences.push_back({{0.0, 1.0, 0.0}, span});
    last = text.sentence_of[i];
    SentenceSize& sentence = sentences.back();
    sentence.words.end = span.end;
    // An elided word (l’, qu’) is said with the next one.
    const std::string_view word = slice(article.text, span);
    if (word.ends_with("’") || word.ends_with("'")) continue;
    sentence.size.words += 1.0;
    if (article.lang == "fr")
      sentence.size.syllables += static_cast<double>(count_french_syllables(lower_case(word)));
  }
  return sentences;
}

TextSize measure(const Article& article, Analyzer& analyzer) {
  TextSize size;
  for (const SentenceSize& sentence : measure_sentences(article, analyzer)) size.add(sentence.size, 1.0);
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

std::vector<Group> units_of(std::span<const Selected> selection, const Options& options) {
  return make_units(selection, options.get("by"), copy_counting_from_string(options.get("copies")));
}

Table run_once(const Context& context, const Options& options) {
  const std::vector<Selected> selection = select_articles(context, options);
  const std::vector<TextSize> sizes = measure_all(context, selection);
  Columns columns;
  columns.texts("unit");
  for (const Group& unit : units_of(selection, options)) {
    TextSize sum;
    for (const Member& member : unit.members) sum.add(sizes[member.index], member.weight);
    add_unit(unit.name, unit.lang, sum, columns);
  }
  Table table = columns.finish();
  table.notes.push_back(fmt::format("words and sentences of the sahafa tokenizer ({}); copies of a text: {}",
                                    analysis_version(), options.get("copies")));
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

Table run(const Context& context, const Options& options) {
  return count_both_ways(context, options, {"unit", "lang"}, run_once);
}

// Every sentence of the unit with its words.
void add_sentences(const Context& context, std::span<const Selected> selection, const Group& unit,
                   std::size_t row, Analyzer& analyzer, EvidenceList& list) {
  for (const Member& member : unit.members) {
    const auto article = context.corpus.catalogue().find_article(selection[member.index].article.id);
    if (!article) continue;  // removed meanwhile
    const std::vector<Span> sentences = split_sentences(article->text, tokenize(article->text));
    for (const SentenceSize& sentence : measure_sentences(*article, analyzer)) {
      if (!list.takes(row)) continue;
      const std::string size =
          article->lang == "fr"
              ? fmt::format("{} words, {} syllables", sentence.size.words, sentence.size.syllables)
              : fmt::format("{} words", sentence.size.words);
      list.add(row, unit.name, size, *article, sentences, sentence.words,
               member.weight * sentence.size.words);
    }
  }
}

std::string plot(const Table& table, const Options&) {
  return plot_dots("How easy the texts are to read", "Kandel and Moles: 0 very hard, 100 very easy",
                   dots_of(table, {.labels = {"unit"}, .value = "kandel_moles", .low = {}, .high = {}}));
}

Table evidence(const Context& context, const Options& asked, const Table& table) {
  const Options options = options_of_evidence(asked);
  const std::vector<Selected> selection = select_articles(context, options);
  const auto row_of = number_units(table);
  Analyzer analyzer;
  EvidenceList list(options);
  for (const Group& unit : units_of(selection, options)) {
    const auto row = row_of.find(unit.name);
    if (row != row_of.end()) add_sentences(context, selection, unit, row->second, analyzer, list);
  }
  Table found = list.finish();
  found.notes.emplace_back("a line a sentence; weight: its words, which add up to those of the row");
  return found;
}

}  // namespace

double kandel_moles(double words, double sentences, double syllables) {
  return 207.0 - 1.015 * words / sentences - 73.6 * syllables / words;
}

constinit const Analysis kReadability = {.name = "readability",
                                         .summary = "How hard French articles are to read (Kandel and Moles)",
                                         .example = "sahafa readability cnss-corpus --by outlet",
                                         .options = kOptions,
                                         .run = run,
                                         .renderings = {},
                                         .plot = plot,
                                         .evidence = evidence};

}  // namespace sahafa
