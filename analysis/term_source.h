// The words of selected articles as integers, article by article and in order: what every analysis of words
// reads. They come from the token store, mapped; with `--tokenisation T1` they are cut anew from the texts.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analysis.h"
#include "analysis/selection.h"
#include "analysis/term_counts.h"
#include "text/span.h"

namespace sahafa {

/// Options of every analysis that reads words.
inline constexpr std::array<OptionSpec, 3> kTermOptions = {{
    {"unit", "UNIT", "form (folded word) or stem; a stem is shown as its commonest form", "form", false},
    {"kind", "KIND", "words, numbers (words and numbers) or all (marks, too)", "words", false},
    {"tokenisation", "NAME",
     "sahafa (the token store), or T1: bare runs of letters and digits in lower case, to compare with other "
     "tools",
     "sahafa", false},
}};

/// Immutable; may be read from several threads.
class TermSource {
 public:
  /// The words of `selection` as the options unit, kind and tokenisation say. Throws Error: usage; not_found
  /// when there is no token store. T1 reads and cuts all texts: some 5 million words a second and thread.
  static TermSource open(const Context& context, std::span<const Selected> selection, const Options& options);

  TermSource(TermSource&&) noexcept;
  TermSource& operator=(TermSource&&) noexcept;
  ~TermSource();

  std::size_t rows() const;
  /// Words of all rows, or somewhat more: for reserving room.
  std::size_t most_words() const;
  /// One more than the largest id that may occur.
  std::size_t types() const;
  /// The ids of an article's words, in order. Valid until `buffer` changes; it is used where words are left out.
  std::span<const std::uint32_t> row(std::size_t index, std::vector<std::uint32_t>& buffer) const;
  /// Where the words of an article's text lie, in the order of its row.
  std::vector<Span> word_spans(std::string_view text) const;
  /// The counts that the token store keeps, without names: for forms of words, which most analyses count. nullopt where rows must be counted.
  std::optional<TermCounts> stored_counts() const;
  /// What each id is called. O(types); for stems O(words of the selection).
  std::vector<std::string> names() const;
  /// The ids of words as a person writes them: folded (and stemmed) as the tokenisation does. Empty where the corpus
  /// lacks one of them.
  std::vector<std::uint32_t> find_sequence(std::string_view words) const;
  /// Articles that a running ingest has stored but not yet tokenised; their rows are empty.
  std::size_t unknown_rows() const;
  /// Names tokenisation, unit and kind, to be printed with every table.
  const std::string& description() const;

  struct Impl;

 private:
  explicit TermSource(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// Tells in the notes of a table what its words are.
void note_source(const TermSource& source, Table& table);

}  // namespace sahafa
