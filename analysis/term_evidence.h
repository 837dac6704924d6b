// Where the terms of a table stand: from its rows back to the sentences, over the same words, groups and weights that were counted.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analysis/evidence.h"
#include "analysis/grouping.h"
#include "analysis/selection.h"
#include "analysis/term_source.h"

namespace sahafa {

/// A place of a term in a row of a TermSource: words [first, last].
struct TermPlace {
  std::uint32_t term = 0;  ///< index into the terms that were asked for
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// Appends the places of the wanted terms among the words of an article (its position in the selection), in their order.
using PlaceFinder = std::function<void(std::size_t article, std::span<const std::uint32_t> words,
                                       std::vector<TermPlace>& places)>;

/// An article's text cut as its words were counted.
struct CutText {
  Article article;
  std::vector<Span> words;
  std::vector<Span> sentences;
};

/// nullopt for an article that was removed meanwhile.
std::optional<CutText> cut_text(const Context& context, const TermSource& source, ArticleId id);

/// Finds terms as count_terms counts them: words, sequences (option ngrams) or concepts (option concepts). `terms` are written as the table
/// writes them.
PlaceFinder find_terms(const Context& context, const TermSource& source, const Options& options,
                       std::span<const std::string> terms);

/// What the rows of a table are about: terms, and the groups in which they were counted.
class TermRows {
 public:
  static constexpr std::size_t kAllGroups = static_cast<std::size_t>(-1);
  struct Cell {
    std::size_t row = 0;
    std::size_t group = kAllGroups;  ///< index into `groups`
    std::uint32_t term = 0;          ///< index into `terms`
  };
  std::vector<std::string> terms;
  std::vector<Cell> cells;

  void add(std::size_t row, std::size_t group, std::string_view term);

 private:
  std::map<std::string, std::uint32_t, std::less<>> numbers_;
};

/// The rows of a table with the column `term`, and the column `group` where its values name groups; rows of which the column `kind` is not
/// "term" are passed over.
TermRows read_rows(const Table& table, std::span<const Group> groups, std::string_view term_column);

/// The sentences of all places, article by article. Reads the texts of articles with a place only.
Table list_places(const Context& context, const Options& options, std::span<const Selected> selection,
                  std::span<const Group> groups, const TermSource& source, const TermRows& rows,
                  const PlaceFinder& find);

/// All of it for an analysis whose groups are those of make_groups(by, copies) and whose rows are terms in the column `term_column`.
Table list_term_evidence(const Context& context, const Options& options, const Table& table,
                         std::string_view by, std::string_view term_column = "term");

}  // namespace sahafa
