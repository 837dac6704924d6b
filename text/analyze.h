// The one analysis of a text that counting, search, duplicates and claims share: tokens with folded form,
// stem and sentence.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"
#include "text/stem.h"
#include "text/tokenize.h"

namespace sahafa {

/// The tokens of one text. Views point into the Analyzer that made it and stay valid as long as that lives.
struct AnalyzedText {
  std::vector<Token> tokens;
  std::vector<std::string_view> forms;  ///< folded form, per token
  std::vector<std::string_view> stems;  ///< folded stem, per token (the form itself for numbers and marks)
  /// Word type, per token: its number among those that the Analyzer has met, so that what is known of a type can stand in
  /// an array.
  std::vector<std::uint32_t> types;
  std::vector<std::uint32_t> sentence_of;  ///< index into `sentences`, per token
  std::vector<Span> sentences;
  const void* analyzer = nullptr;  ///< that gave the types their numbers; to be compared only
};

/// Folds and stems each word type once and keeps it, so the cost of a known word is a hash look-up.
/// Not thread-safe: one Analyzer a thread. Memory grows with the number of word types.
class Analyzer {
 public:
  Analyzer();
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  /// Analyses valid UTF-8, at best in the stored form (normalize_stored).
  AnalyzedText analyze(std::string_view text);
  /// The same in place of what `result` held, whose memory is used again.
  void analyze(std::string_view text, AnalyzedText& result);
  /// Word types met so far; AnalyzedText::types are below this.
  std::size_t types() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace sahafa
