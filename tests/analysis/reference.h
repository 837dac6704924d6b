// The golden figures kept beside the repository (../shared/reference), computed in R and checked by an
// independent program.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "analysis/grouping.h"
#include "analysis/term_counts.h"
#include "tests/shared.h"

namespace sahafa::test {

using Row = std::map<std::string, std::string>;

// The reference files have no quoted cells.
inline std::vector<std::string> split_cells(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream stream(line);
  for (std::string cell; std::getline(stream, cell, ',');) cells.push_back(cell);
  return cells;
}

inline std::vector<Row> read_reference(const std::string& name) {
  std::ifstream file(shared("reference/" + name));
  std::string line;
  std::getline(file, line);
  const std::vector<std::string> names = split_cells(line);
  std::vector<Row> rows;
  while (std::getline(file, line)) {
    const std::vector<std::string> cells = split_cells(line);
    Row row;
    for (std::size_t i = 0; i < names.size(); ++i) row[names[i]] = i < cells.size() ? cells[i] : "";
    rows.push_back(std::move(row));
  }
  return rows;
}

inline double number(const Row& row, const std::string& column) {
  const std::string& cell = row.at(column);
  if (cell == "Inf") return HUGE_VAL;
  if (cell == "-Inf") return -HUGE_VAL;
  return std::stod(cell);
}

/// Equal within 1e-9, relative where the expected value is above 1: the tolerance of the reference's README.
inline ::testing::AssertionResult agrees(double actual, double expected) {
  if (actual == expected || std::abs(actual - expected) <= 1e-9 * std::max(1.0, std::abs(expected))) {
    return ::testing::AssertionSuccess();
  }
  return ::testing::AssertionFailure() << actual << " instead of " << expected;
}

/// The reference corpus: its articles as a selection, and their tokens (tokenisation T1, from tokens.csv) as
/// term counts.
struct ReferenceCorpus {
  std::vector<Selected> selection;
  std::map<std::string, std::size_t> index_of;  // by the key of the article
  std::vector<std::vector<std::uint32_t>> ids;
  std::vector<std::string> terms;

  static ReferenceCorpus load() {
    ReferenceCorpus corpus;
    for (const Row& row : read_reference("token_counts.csv")) {
      Selected selected;
      selected.article.id = {static_cast<std::int64_t>(corpus.selection.size() + 1)};
      selected.article.key = row.at("doc_id");
      selected.article.outlet = row.at("outlet");
      selected.article.lang = row.at("lang");
      selected.cluster = selected.article.id;
      corpus.index_of[row.at("doc_id")] = corpus.selection.size();
      corpus.selection.push_back(std::move(selected));
    }
    corpus.ids.resize(corpus.selection.size());
    std::map<std::string, std::uint32_t> known;
    for (const Row& row : read_reference("tokens.csv")) {
      const auto next = static_cast<std::uint32_t>(corpus.terms.size());
      const auto [term, is_new] = known.emplace(row.at("token"), next);
      if (is_new) corpus.terms.push_back(row.at("token"));
      corpus.ids[corpus.index_of.at(row.at("doc_id"))].push_back(term->second);
    }
    return corpus;
  }

  /// Joins the pairs that mini-corpus.jsonl marks as copies (dup_group D1: f10, f16; D2: a06, a10).
  void join_duplicates() {
    selection[index_of.at("f16")].cluster = selection[index_of.at("f10")].article.id;
    selection[index_of.at("a10")].cluster = selection[index_of.at("a06")].article.id;
  }

  TermCounts count(std::size_t length = 1) const {
    TermCounter counter;
    NgramVocabulary ngrams(length);
    for (std::vector<std::uint32_t> row : ids) {
      ngrams.to_ngrams(row);
      counter.add_row(row);
    }
    return counter.finish(ngrams.name(terms));
  }

  std::size_t count_term(const std::string& doc, const std::string& term) const {
    const auto& row = ids[index_of.at(doc)];
    return static_cast<std::size_t>(
        std::ranges::count_if(row, [&](std::uint32_t id) { return terms[id] == term; }));
  }

  /// The articles of an outlet, or of all outlets ("ALL"), in one language.
  Group group(const std::string& lang, const std::string& outlet,
              CopyCounting copies = CopyCounting::all) const {
    return choose(lang, copies,
                  [&](const Article& article) { return outlet == "ALL" || article.outlet == outlet; });
  }

  template <class Predicate>
  Group choose(const std::string& lang, CopyCounting copies, const Predicate& takes) const {
    std::vector<std::uint8_t> chosen;
    for (const Selected& selected : selection) chosen.push_back(takes(selected.article) ? 1 : 0);
    return make_group("group", lang, selection, chosen, copies);
  }
};

}  // namespace sahafa::test
