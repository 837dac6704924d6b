#include "analysis/token_terms.h"

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "analysis/concept_dictionary.h"
#include "text/error.h"

namespace sahafa {
namespace {

std::size_t ngram_length(const Options& options) {
  constexpr std::int64_t kLongest = 9;
  const std::int64_t length = options.get_integer("ngrams");
  if (length < 1 || length > kLongest) {
    throw Error(ErrorCode::usage, fmt::format("--ngrams takes 1 to {}, not {}", kLongest, length));
  }
  return static_cast<std::size_t>(length);
}

TermCounts count_concepts(const TermSource& source, const Options& options, const Codebook& codebook) {
  const ConceptDictionary dictionary = find_dictionary(options.get("concepts"), codebook);
  const ConceptMatcher matcher(dictionary, source);
  TermCounter counter;
  std::vector<std::uint32_t> buffer;
  std::vector<std::uint32_t> hits;
  for (std::size_t i = 0; i < source.rows(); ++i) {
    const std::span<const std::uint32_t> row = source.row(i, buffer);
    matcher.match(row, hits);
    counter.add_row(hits, row.size());
  }
  TermCounts counts = counter.finish(dictionary.concepts);
  counts.unknown_rows = source.unknown_rows();
  return counts;
}

}  // namespace

TermCounts count_terms(const Context& context, const TermSource& source, const Options& options) {
  if (options.has("concepts")) return count_concepts(source, options, context.corpus.codebook());
  const std::size_t length = ngram_length(options);
  if (length == 1) {
    if (std::optional<TermCounts> stored = source.stored_counts()) {
      stored->terms = source.names();
      stored->unknown_rows = source.unknown_rows();
      return *std::move(stored);
    }
  }
  NgramVocabulary ngrams(length);
  TermCounter counter;
  counter.reserve(source.most_words());
  std::vector<std::uint32_t> buffer;
  for (std::size_t i = 0; i < source.rows(); ++i) {
    const std::span<const std::uint32_t> row = source.row(i, buffer);
    if (length == 1) {
      counter.add_row(row);
      continue;
    }
    std::vector<std::uint32_t> sequences(row.begin(), row.end());
    ngrams.to_ngrams(sequences);
    counter.add_row(sequences);
  }
  TermCounts counts = counter.finish(ngrams.name(source.names()));
  counts.unknown_rows = source.unknown_rows();
  return counts;
}

TermCounts count_terms(const Context& context, std::span<const Selected> selection, const Options& options) {
  return count_terms(context, TermSource::open(context, selection, options), options);
}

void note_terms(const TermSource& source, const Options& options, Table& table) {
  note_source(source, table);
  if (options.has("concepts")) {
    table.notes.front() += fmt::format("; concepts of {}", options.get("concepts"));
    table.notes.emplace_back(
        "concepts: directions may be compared across languages, levels may not: a dictionary finds more in "
        "one of them");
    return;
  }
  const std::string_view ngrams = options.get("ngrams");
  if (ngrams != "1") table.notes.front() += fmt::format("; sequences of {}", ngrams);
}

}  // namespace sahafa
