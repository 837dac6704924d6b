// `--evidence`: the sentences behind the rows of a table. Every analysis that counts words, hits or claims can give them, in one form.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "analysis/analysis.h"
#include "text/span.h"

namespace sahafa {

/// Options of every analysis whose rows can be opened.
inline constexpr std::array<OptionSpec, 2> kEvidenceOptions = {{
    {"evidence", "FILE",
     "also writes the sentences behind each row (.csv, .tsv or .jsonl); - prints them instead of the table",
     "", false},
    {"evidence-lines", "N", "sentences of a row at most; 0 for all", "100", false},
}};

/// Collects sentences row by row. Columns: row (of the table, from 1), group, term, id, key, outlet, lang, date, begin and end (bytes of the
/// place in the article's text), weight (what the place adds to the number of the row), sentence.
class EvidenceList {
 public:
  explicit EvidenceList(const Options& options);

  /// Whether the row takes another sentence; if not, the place is only counted.
  bool takes(std::size_t row);
  /// Adds a place of an article, `article.text` included; `sentences` as split_sentences gives them.
  void add(std::size_t row, std::string_view group, std::string_view term, const Article& article,
           std::span<const Span> sentences, Span place, double weight);

  /// The lines by row, in the order in which they were added, with a note on what is left out. The list is empty afterwards.
  Table finish();

 private:
  struct Line {
    std::size_t row = 0;
    std::string group;
    std::string term;
    Article article;  ///< without its text
    Span place;
    double weight = 1.0;
    std::string sentence;
  };

  std::size_t most_;  ///< lines of a row
  std::vector<std::size_t> count_of_row_;
  std::size_t left_out_ = 0;
  std::vector<Line> lines_;
};

}  // namespace sahafa
