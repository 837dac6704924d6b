#include "analysis/dfm.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <ostream>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "analysis/article_name.h"
#include "analysis/copies_both.h"
#include "analysis/export/matrix.h"
#include "analysis/grouping.h"
#include "analysis/plot/plot_dots.h"
#include "analysis/report/number.h"
#include "analysis/selection.h"
#include "analysis/term_evidence.h"
#include "analysis/token_terms.h"
#include "text/error.h"

namespace sahafa {
namespace {

constexpr auto kOptions = with_selection(
    std::array<OptionSpec, 6>{{
        {"weight", "WEIGHT", "count, prop, tfidf (count log10 N/df) or tfidf-prop (proportion ln N/df)",
         "count", false},
        {"as", "FORM", "mtx (Matrix Market), npz (SciPy) or csv (dense) instead of a long table", "", false},
        {"min", "N", "only terms that occur N times in their language", "1", false},
        {"min-articles", "N", "only terms of N articles of their language", "1", false},
        kCopiesOrBothOption,
        kPlotOption,
    }},
    kCountOptions, kEvidenceOptions);

enum class Weight { count, prop, tfidf, tfidf_prop };

Weight weight_of(const Options& options) {
  constexpr std::array<std::string_view, 4> kNames = {"count", "prop", "tfidf", "tfidf-prop"};
  const auto found = std::ranges::find(kNames, options.get("weight"));
  if (found == kNames.end()) {
    throw Error(ErrorCode::usage, fmt::format("--weight takes count, prop, tfidf or tfidf-prop, not \"{}\"",
                                              options.get("weight")));
  }
  return static_cast<Weight>(found - kNames.begin());
}

// One language of the matrix.
struct Block {
  Group group;
  std::vector<double> count;     // by term
  std::vector<double> articles;  // by term
  double all = 0.0;              // articles
};

Block make_block(const TermCounts& counts, Group group) {
  Block block{std::move(group), std::vector<double>(counts.terms.size(), 0.0),
              std::vector<double>(counts.terms.size(), 0.0), 0.0};
  for (const Member& member : block.group.members) {
    block.all += member.weight;
    for (const TermCount& cell : counts.row(member.index)) {
      block.count[cell.term] += member.weight * cell.count;
      block.articles[cell.term] += member.weight;
    }
  }
  return block;
}

double weigh(Weight weight, double count, double tokens, double articles, double with_term) {
  switch (weight) {
    case Weight::count:
      return count;
    case Weight::prop:
      return count / tokens;
    case Weight::tfidf:
      return count * std::log10(articles / with_term);
    case Weight::tfidf_prop:
      return count / tokens * std::log(articles / with_term);
  }
  return count;
}

// Ids of the terms in byte order of their names, as ranks by id.
std::vector<std::uint32_t> rank_terms(const std::vector<std::string>& terms) {
  std::vector<std::uint32_t> order(terms.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {}, [&](std::uint32_t id) { return std::string_view(terms[id]); });
  std::vector<std::uint32_t> rank(terms.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
  return rank;
}

struct Cell {
  std::uint32_t term;
  double count;
  double weight;
};

struct Dfm {
  std::vector<Selected> selection;
  TermCounts counts;
  std::vector<Block> blocks;
  std::vector<std::uint32_t> rank;
  Weight weight = Weight::count;
  double least = 1.0;
  double least_articles = 1.0;
  std::vector<std::string> notes;

  // The cells of an article in the order of the terms.
  void cells(const Block& block, const Member& member, std::vector<Cell>& out) const {
    out.clear();
    for (const TermCount& cell : counts.row(member.index)) {
      if (block.count[cell.term] < least || block.articles[cell.term] < least_articles) continue;
      const double count = member.weight * cell.count;
      const double tokens = member.weight * counts.tokens[member.index];
      out.push_back({cell.term, count, weigh(weight, count, tokens, block.all, block.articles[cell.term])});
    }
    std::ranges::sort(out, {}, [this](const Cell& cell) { return rank[cell.term]; });
  }
};

Dfm build(const Context& context, const Options& options) {
  Dfm dfm;
  dfm.weight = weight_of(options);
  dfm.least = options.get_number("min");
  dfm.least_articles = options.get_number("min-articles");
  dfm.selection = select_articles(context, options);
  const TermSource source = TermSource::open(context, dfm.selection, options);
  dfm.counts = count_terms(context, source, options);
  dfm.rank = rank_terms(dfm.counts.terms);
  for (Group& group : make_groups(dfm.selection, "lang", copy_counting_from_string(options.get("copies"))))
    dfm.blocks.push_back(make_block(dfm.counts, std::move(group)));
  Table notes;
  note_terms(source, options, notes);
  dfm.notes = std::move(notes.notes);
  dfm.notes.push_back(
      fmt::format("weight: {}; N and df of the article's language (tfidf: count log10 N/df; tfidf-prop: "
                  "proportion ln N/df); copies of a text: {}",
                  options.get("weight"), options.get("copies")));
  std::vector<Group> languages;
  for (const Block& block : dfm.blocks)
    languages.push_back({.name = {}, .lang = block.group.lang, .members = {}});
  if (std::string note = language_note(languages); !note.empty()) dfm.notes.push_back(std::move(note));
  return dfm;
}

Table run_once(const Context& context, const Options& options) {
  const Dfm dfm = build(context, options);
  using enum TableBuilder::Type;
  TableBuilder table(
      {{"group", text}, {"article", text}, {"term", text}, {"count", number}, {"weight", number}});
  std::vector<Cell> cells;
  for (const Block& block : dfm.blocks) {
    for (const Member& member : block.group.members) {
      const std::string name = article_name(dfm.selection[member.index].article);
      dfm.cells(block, member, cells);
      for (const Cell& cell : cells)
        table.add(block.group.name)
            .add(name)
            .add(dfm.counts.terms[cell.term])
            .add(cell.count)
            .add(cell.weight);
    }
  }
  Table result = table.finish();
  result.notes = dfm.notes;
  return result;
}

Table run(const Context& context, const Options& options) {
  return count_both_ways(context, options, {"group", "article", "term"}, run_once);
}

SparseMatrix to_matrix(const Dfm& dfm) {
  SparseMatrix matrix;
  std::vector<std::uint8_t> used(dfm.counts.terms.size(), 0);
  std::vector<Cell> cells;
  matrix.offsets.push_back(0);
  for (const Block& block : dfm.blocks) {
    for (const Member& member : block.group.members) {
      dfm.cells(block, member, cells);
      matrix.rows.push_back(article_name(dfm.selection[member.index].article));
      for (const Cell& cell : cells) {
        used[dfm.rank[cell.term]] = 1;
        matrix.indices.push_back(static_cast<std::int32_t>(dfm.rank[cell.term]));
        matrix.values.push_back(cell.weight);
      }
      matrix.offsets.push_back(static_cast<std::int64_t>(matrix.values.size()));
    }
  }
  // Only terms that occur have a column.
  std::vector<std::int32_t> column(used.size(), 0);
  std::vector<std::uint32_t> by_rank(used.size());
  for (std::uint32_t term = 0; term < dfm.rank.size(); ++term) by_rank[dfm.rank[term]] = term;
  for (std::size_t rank = 0; rank < used.size(); ++rank) {
    if (used[rank] == 0) continue;
    column[rank] = static_cast<std::int32_t>(matrix.columns.size());
    matrix.columns.push_back(dfm.counts.terms[by_rank[rank]]);
  }
  for (std::int32_t& index : matrix.indices) index = column[static_cast<std::size_t>(index)];
  return matrix;
}

std::string csv_cell(std::string_view text) {
  if (text.find_first_of(",\"\n") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

void write_dense(const SparseMatrix& matrix, std::ostream& out) {
  out << "article";
  for (const std::string& term : matrix.columns) out << ',' << csv_cell(term);
  out << '\n';
  std::vector<double> row(matrix.columns.size());
  for (std::size_t i = 0; i < matrix.rows.size(); ++i) {
    std::ranges::fill(row, 0.0);
    for (auto at = static_cast<std::size_t>(matrix.offsets[i]);
         at < static_cast<std::size_t>(matrix.offsets[i + 1]); ++at)
      row[static_cast<std::size_t>(matrix.indices[at])] = matrix.values[at];
    out << csv_cell(matrix.rows[i]);
    for (const double value : row) out << ',' << format_number(value);
    out << '\n';
  }
}

// A row is a term in an article, so each article is a group of its own.
std::string plot(const Table& table, const Options& options) {
  return plot_dots("The heaviest terms of the matrix",
                   fmt::format("sum over the articles: {}", options.get("weight")),
                   sums_of(table, "term", "weight"));
}

Table evidence(const Context& context, const Options& asked, const Table& table) {
  const Options options = options_of_evidence(asked);
  const Dfm dfm = build(context, options);
  std::vector<Group> groups;
  std::unordered_map<std::string, std::size_t> numbers;
  for (const Block& block : dfm.blocks) {
    for (const Member& member : block.group.members) {
      std::string name = article_name(dfm.selection[member.index].article);
      numbers.emplace(name, groups.size());
      groups.push_back({std::move(name), block.group.lang, {member}});
    }
  }
  const Texts& articles = std::get<Texts>(table.get("article").values);
  const Texts& terms = std::get<Texts>(table.get("term").values);
  TermRows rows;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    if (const auto group = numbers.find(std::string(articles[row])); group != numbers.end())
      rows.add(row, group->second, terms[row]);
  }
  const TermSource source = TermSource::open(context, dfm.selection, options);
  return list_places(context, options, dfm.selection, groups, source, rows,
                     find_terms(context, source, options, rows.terms));
}

constexpr std::array<Rendering, 3> kRenderings = {
    {{"mtx", [](const Context& context, const Options& options,
                std::ostream& out) { write_matrix_market(to_matrix(build(context, options)), out); }},
     {"npz", [](const Context& context, const Options& options,
                std::ostream& out) { write_npz(to_matrix(build(context, options)), out); }},
     {"csv", [](const Context& context, const Options& options, std::ostream& out) {
        write_dense(to_matrix(build(context, options)), out);
      }}}};

}  // namespace

constinit const Analysis kDfm = {
    .name = "dfm",
    .summary = "How often each term stands in each article: the document-term matrix",
    .example = "sahafa dfm cnss-corpus --lang ar --min-articles 5 --weight tfidf",
    .options = kOptions,
    .run = run,
    .renderings = kRenderings,
    .plot = plot,
    .evidence = evidence};

}  // namespace sahafa
