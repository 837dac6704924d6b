#include "analysis/term_source.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "analysis/stem_labels.h"
#include "corpus/parallel.h"
#include "index/article_batches.h"
#include "index/token_store_reader.h"
#include "text/analyze.h"
#include "text/error.h"
#include "text/t1.h"

namespace sahafa {

struct TermSource::Impl {
  virtual ~Impl() = default;
  virtual std::size_t rows() const = 0;
  virtual std::size_t most_words() const = 0;
  virtual std::size_t types() const = 0;
  virtual std::span<const std::uint32_t> row(std::size_t index, std::vector<std::uint32_t>& buffer) const = 0;
  virtual std::vector<Span> word_spans(std::string_view text) const = 0;
  virtual std::optional<TermCounts> stored_counts() const { return std::nullopt; }
  virtual std::vector<std::string> names() const = 0;
  virtual std::vector<std::uint32_t> find_sequence(std::string_view words) const = 0;

  std::size_t unknown_rows = 0;
  std::string description;
};

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

std::string_view kind_name(TokenKind last) {
  if (last == TokenKind::word) return "words only";
  return last == TokenKind::number ? "words and numbers" : "words, numbers and marks";
}

// The token store, of which only some documents and some kinds of tokens count.
class StoredTerms : public TermSource::Impl {
 public:
  StoredTerms(const Context& context, std::span<const Selected> selection, const Options& options)
      : shared_(std::make_shared<const TokenStore>(TokenStore::load(context.corpus.tokens_path()))),
        store_(*shared_),
        stems_(counts_stems(options)),
        last_(last_kind(options)) {
    documents_.reserve(selection.size());
    for (const Selected& selected : selection) {
      documents_.push_back(store_.find_document(selected.article.id));
      if (!documents_.back()) ++unknown_rows;
    }
    description = fmt::format("{}s of the sahafa tokenizer ({}), {}", options.get("unit"), store_.analysis(),
                              kind_name(last_));
  }

  std::size_t rows() const override { return documents_.size(); }
  std::size_t most_words() const override {
    std::size_t words = 0;
    for (const auto& document : documents_) {
      if (document) words += store_.document_offsets()[*document + 1] - store_.document_offsets()[*document];
    }
    return words;
  }
  std::size_t types() const override { return stems_ ? store_.stems().size() : store_.forms().size(); }

  std::span<const std::uint32_t> row(std::size_t index, std::vector<std::uint32_t>& buffer) const override {
    if (!documents_[index]) return {};
    const std::size_t begin = store_.document_offsets()[*documents_[index]];
    const std::size_t size = store_.document_offsets()[*documents_[index] + 1] - begin;
    const auto ids = (stems_ ? store_.stem_ids() : store_.form_ids()).subspan(begin, size);
    if (last_ == TokenKind::mark) return ids;
    const auto kinds = store_.kinds().subspan(begin, size);
    if (buffer.size() < size) buffer.resize(size);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < size; ++i) {
      buffer[kept] = ids[i];
      kept += kinds[i] <= static_cast<std::uint8_t>(last_) ? 1U : 0U;
    }
    return {buffer.data(), kept};
  }

  std::vector<Span> word_spans(std::string_view text) const override {
    std::vector<Span> spans;
    for (const Token& token : tokenize(text)) {
      if (token.kind <= last_) spans.push_back(token.span());
    }
    return spans;
  }

  std::optional<TermCounts> stored_counts() const override {
    if (stems_ || last_ != TokenKind::word) return std::nullopt;
    TermCounts counts{.terms = {}, .cells = {}, .memory = shared_, .tokens = {}};
    counts.cells.reserve(rows());
    counts.tokens.reserve(rows());
    for (const auto& document : documents_) {
      counts.cells.push_back(document ? store_.matrix_row(*document) : std::span<const TermCount>());
      counts.tokens.push_back(document ? store_.words()[*document] : 0);
    }
    return counts;
  }

  std::vector<std::string> names() const override {
    if (stems_) return stem_names();
    std::vector<std::string> names;
    names.reserve(store_.forms().size());
    for (std::uint32_t id = 0; id < store_.forms().size(); ++id) names.emplace_back(store_.form(id));
    return names;
  }

  std::vector<std::uint32_t> find_sequence(std::string_view words) const override {
    Analyzer analyzer;
    const AnalyzedText text = analyzer.analyze(words);
    std::vector<std::uint32_t> ids;
    for (std::size_t i = 0; i < text.tokens.size(); ++i) {
      if (text.tokens[i].kind > last_) continue;
      const auto id = stems_ ? store_.stems().find(text.stems[i]) : store_.forms().find(text.forms[i]);
      if (!id) return {};
      ids.push_back(*id);
    }
    return ids;
  }

 private:
  std::vector<std::string> stem_names() const {
    StemLabels labels(store_);
    for (const auto& document : documents_) {
      if (!document) continue;
      const std::size_t end = store_.document_offsets()[*document + 1];
      for (std::size_t i = store_.document_offsets()[*document]; i < end; ++i) {
        if (store_.kind(i) <= last_) labels.add(store_.stem_ids()[i], store_.form_ids()[i]);
      }
    }
    return labels.finish();
  }

  std::shared_ptr<const TokenStore> shared_;
  const TokenStore& store_;
  bool stems_;
  TokenKind last_;
  std::vector<std::optional<std::size_t>> documents_;
};

// Texts cut by the rule of t1.h. Articles are cut in parallel and numbered in order.
class T1Terms : public TermSource::Impl {
 public:
  T1Terms(const Context& context, std::span<const Selected> selection, const Options& options) {
    if (counts_stems(options)) {
      throw Error(ErrorCode::usage, "--tokenisation T1 has no stems; leave out --unit stem");
    }
    std::vector<std::int64_t> wanted;
    for (const Selected& selected : selection) wanted.push_back(selected.article.id.value);
    std::vector<std::vector<std::uint32_t>> rows(selection.size());
    std::vector<std::vector<T1Token>> tokens;
    visit_article_batches(context.corpus.catalogue(), {}, {}, [&](std::span<const Article> batch) {
      tokens.assign(batch.size(), {});
      parallel_for(batch.size(), context.jobs, [&](std::size_t i, std::size_t) {
        if (std::ranges::binary_search(wanted, batch[i].id.value)) tokens[i] = tokenize_t1(batch[i].text);
      });
      for (std::size_t i = 0; i < batch.size(); ++i) {
        const auto at = std::ranges::lower_bound(wanted, batch[i].id.value);
        if (at == wanted.end() || *at != batch[i].id.value) continue;
        for (const T1Token& token : tokens[i])
          rows[static_cast<std::size_t>(at - wanted.begin())].push_back(intern(token.form));
      }
    });
    for (const auto& row : rows) {
      ids_.insert(ids_.end(), row.begin(), row.end());
      offsets_.push_back(ids_.size());
    }
    description = "tokenisation T1: runs of letters, marks and digits in lower case; nothing folded";
  }

  std::size_t rows() const override { return offsets_.size() - 1; }
  std::size_t most_words() const override { return ids_.size(); }
  std::size_t types() const override { return names_.size(); }
  std::span<const std::uint32_t> row(std::size_t index, std::vector<std::uint32_t>&) const override {
    return std::span(ids_).subspan(offsets_[index], offsets_[index + 1] - offsets_[index]);
  }
  std::vector<Span> word_spans(std::string_view text) const override {
    std::vector<Span> spans;
    for (const T1Token& token : tokenize_t1(text)) spans.push_back(token.span);
    return spans;
  }
  std::vector<std::string> names() const override { return names_; }
  std::vector<std::uint32_t> find_sequence(std::string_view words) const override {
    std::vector<std::uint32_t> ids;
    for (const T1Token& token : tokenize_t1(words)) {
      const auto found = known_.find(token.form);
      if (found == known_.end()) return {};
      ids.push_back(found->second);
    }
    return ids;
  }

 private:
  std::uint32_t intern(const std::string& form) {
    const auto [slot, is_new] = known_.try_emplace(form, static_cast<std::uint32_t>(names_.size()));
    if (is_new) names_.push_back(form);
    return slot->second;
  }

  std::vector<std::uint32_t> ids_;
  std::vector<std::size_t> offsets_{0};
  std::vector<std::string> names_;
  std::unordered_map<std::string, std::uint32_t> known_;
};

}  // namespace

TermSource::TermSource(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
TermSource::TermSource(TermSource&&) noexcept = default;
TermSource& TermSource::operator=(TermSource&&) noexcept = default;
TermSource::~TermSource() = default;

TermSource TermSource::open(const Context& context, std::span<const Selected> selection,
                            const Options& options) {
  const std::string_view name = options.get("tokenisation");
  if (name == "sahafa") return TermSource(std::make_unique<StoredTerms>(context, selection, options));
  if (name == kT1) return TermSource(std::make_unique<T1Terms>(context, selection, options));
  throw Error(ErrorCode::usage, fmt::format("--tokenisation takes sahafa or T1, not \"{}\"", name));
}

std::size_t TermSource::rows() const { return impl_->rows(); }
std::size_t TermSource::most_words() const { return impl_->most_words(); }
std::size_t TermSource::types() const { return impl_->types(); }
std::span<const std::uint32_t> TermSource::row(std::size_t index, std::vector<std::uint32_t>& buffer) const {
  return impl_->row(index, buffer);
}
std::vector<Span> TermSource::word_spans(std::string_view text) const { return impl_->word_spans(text); }
std::optional<TermCounts> TermSource::stored_counts() const { return impl_->stored_counts(); }
std::vector<std::string> TermSource::names() const { return impl_->names(); }
std::vector<std::uint32_t> TermSource::find_sequence(std::string_view words) const {
  return impl_->find_sequence(words);
}
std::size_t TermSource::unknown_rows() const { return impl_->unknown_rows; }
const std::string& TermSource::description() const { return impl_->description; }

void note_source(const TermSource& source, Table& table) {
  table.notes.push_back("terms: " + source.description());
  if (source.unknown_rows() > 0) {
    table.notes.push_back(
        fmt::format("{} articles are not in the token store yet and were not counted; `sahafa ingest` brings "
                    "it up to date",
                    source.unknown_rows()));
  }
}

}  // namespace sahafa
