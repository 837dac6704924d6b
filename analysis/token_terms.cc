#include "analysis/token_terms.h"

#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "index/token_store_reader.h"
#include "text/error.h"

namespace sahafa {
namespace {

bool counts_stems(const Options& options) {
  const std::string_view unit = options.get("unit");
  if (unit != "form" && unit != "stem") {
    throw Error(ErrorCode::usage, fmt::format("--unit takes form or stem, not \"{}\"", unit));
  }
  return unit == "stem";
}

TokenKind last_kind(const Options& options) {
  const std::string_view kind = options.get("kind");
  if (kind == "words") return TokenKind::word;
  if (kind == "numbers") return TokenKind::number;
  if (kind == "all") return TokenKind::mark;
  throw Error(ErrorCode::usage, fmt::format("--kind takes words, numbers or all, not \"{}\"", kind));
}

std::size_t ngram_length(const Options& options) {
  constexpr std::int64_t kLongest = 9;
  const std::int64_t length = options.get_integer("ngrams");
  if (length < 1 || length > kLongest) {
    throw Error(ErrorCode::usage, fmt::format("--ngrams takes 1 to {}, not {}", kLongest, length));
  }
  return static_cast<std::size_t>(length);
}

std::vector<std::string> copy_strings(const Vocabulary& vocabulary) {
  std::vector<std::string> strings;
  strings.reserve(vocabulary.size());
  for (std::uint32_t id = 0; id < vocabulary.size(); ++id) strings.emplace_back(vocabulary.get(id));
  return strings;
}

/// Names each stem by its commonest form; of equally common ones the first in byte order.
class StemLabels {
 public:
  void add(std::uint32_t stem, std::uint32_t form) { ++counts_[std::uint64_t{stem} << 32U | form]; }

  std::vector<std::string> finish(const TokenStore& store) const {
    std::vector<std::string> labels(store.stems().size());
    std::vector<std::uint64_t> best(labels.size(), 0);
    for (const auto& [key, count] : counts_) {
      const std::size_t stem = key >> 32U;
      const std::string_view form = store.form(static_cast<std::uint32_t>(key));
      if (count < best[stem] || (count == best[stem] && form >= labels[stem])) continue;
      best[stem] = count;
      labels[stem] = form;
    }
    return labels;
  }

 private:
  std::unordered_map<std::uint64_t, std::uint64_t> counts_;
};

}  // namespace

TermCounts count_terms(const Context& context, std::span<const Selected> selection, const Options& options) {
  const bool stems = counts_stems(options);
  const TokenKind last = last_kind(options);
  NgramVocabulary ngrams(ngram_length(options));
  const TokenStore store = TokenStore::load(context.corpus.tokens_path());
  const std::span<const std::uint32_t> ids = stems ? store.stem_ids() : store.form_ids();

  TermCounter counter;
  StemLabels labels;
  std::vector<std::uint32_t> row;
  std::size_t unknown_rows = 0;
  for (const Selected& selected : selection) {
    row.clear();
    const auto document = store.find_document(selected.article.id);
    if (!document) ++unknown_rows;
    const std::size_t begin = document ? store.document_offsets()[*document] : 0;
    const std::size_t end = document ? store.document_offsets()[*document + 1] : 0;
    for (std::size_t i = begin; i < end; ++i) {
      if (store.kind(i) > last) continue;
      row.push_back(ids[i]);
      if (stems) labels.add(ids[i], store.form_ids()[i]);
    }
    ngrams.to_ngrams(row);
    counter.add_row(row);
  }
  TermCounts counts = counter.finish(ngrams.name(stems ? labels.finish(store) : copy_strings(store.forms())));
  counts.unknown_rows = unknown_rows;
  return counts;
}

void note_terms(const TermCounts& counts, const Options& options, TableBuilder& table) {
  const std::string_view kind = options.get("kind");
  const std::string_view ngrams = options.get("ngrams");
  table.note(fmt::format(
      "terms: {}s of the sahafa tokenizer, {}{}", options.get("unit"),
      kind == "words" ? "words only" : (kind == "numbers" ? "words and numbers" : "words, numbers and marks"),
      ngrams == "1" ? "" : fmt::format("; sequences of {}", ngrams)));
  if (counts.unknown_rows > 0) {
    table.note(
        fmt::format("{} articles are not in the token store yet and were not counted; `sahafa ingest` brings "
                    "it up to date",
                    counts.unknown_rows));
  }
}

}  // namespace sahafa
