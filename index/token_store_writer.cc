#include "index/token_store_writer.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

#include "corpus/parallel.h"
#include "index/analysis_version.h"
#include "index/article_batches.h"
#include "index/derived_folder.h"
#include "index/document_columns.h"
#include "index/token_columns.h"
#include "index/token_store_format.h"
#include "index/token_store_reader.h"
#include "text/analyze.h"
#include "text/error.h"

namespace sahafa {
namespace {

// Each commit syncs some twenty files; this many tokens between two keeps that under one percent of the work.
constexpr std::uint64_t kTokensPerCommit = 8'000'000;

// An Analyzer that knows more types is begun anew: 32 MB at most for each, and what is lost are words met once long ago.
constexpr std::size_t kMostTypes = std::size_t{1} << 18U;

struct Analyzed {
  AnalyzedText text;
  std::size_t analyzer = 0;
};

/// Analyses a batch on all threads while one of them appends the batch before it: appending has to go article by article, and would hold the
/// others up. What is appended does not depend on which thread did what.
class Pipeline {
 public:
  Pipeline(TokenColumns& columns, std::size_t jobs) : columns_(columns), jobs_(jobs), analyzers_(jobs) {}

  void take(std::vector<Article>& batch) {
    forget_rare_types();
    std::vector<Analyzed> texts(batch.size());
    parallel_for(batch.size() + 1, jobs_, [&](std::size_t i, std::size_t worker) {
      if (i == 0) {
        append_pending();
      } else {
        texts[i - 1] = {analyzers_[worker].analyze(batch[i - 1].text), worker};
      }
    });
    pending_.swap(batch);
    texts_ = std::move(texts);
  }

  void finish() { append_pending(); }

 private:
  void append_pending() {
    for (std::size_t i = 0; i < pending_.size(); ++i)
      columns_.append(pending_[i].id, pending_[i].text, texts_[i].text, texts_[i].analyzer);
    pending_.clear();
    if (columns_.uncommitted_tokens() >= kTokensPerCommit) columns_.commit(-1);
  }

  void forget_rare_types() {
    for (std::size_t i = 0; i < analyzers_.size(); ++i) {
      if (analyzers_[i].types() < kMostTypes) continue;
      append_pending();  // its texts point into the Analyzer
      analyzers_[i] = Analyzer();
      columns_.forget_types(i);
    }
  }

  TokenColumns& columns_;
  std::size_t jobs_;
  std::vector<Analyzer> analyzers_;
  std::vector<Article> pending_;
  std::vector<Analyzed> texts_;  ///< of the pending articles
};

/// The record of a store that can be continued; nullopt when there is none or it has to be made anew.
std::optional<TokenStoreRecord> find_usable_record(const Corpus& corpus) {
  try {
    auto record = load_token_store_record(corpus.tokens_path());
    if (!record || record->analysis != analysis_version()) return std::nullopt;
    // More documents than articles: the store of another corpus.db.
    if (std::cmp_greater(record->documents, corpus.catalogue().count_articles())) return std::nullopt;
    const TokenStore store = TokenStore::load(corpus.tokens_path());
    // Ids of words are given by first appearance: without an article many are others.
    const auto holds = [&](ArticleId removed) { return store.find_document(removed).has_value(); };
    if (std::ranges::any_of(corpus.catalogue().list_removed_ids(), holds)) return std::nullopt;
    return record;
  } catch (const Error& error) {
    if (error.code() == ErrorCode::malformed || error.code() == ErrorCode::not_found) return std::nullopt;
    throw;
  }
}

/// What was analysed of a batch is read again when it is appended: it should still lie in the processor's cache then. Several threads are started
/// for each batch, which has to be worth it.
BatchLimits batch_limits(std::size_t threads) {
  constexpr std::size_t kAlone = std::size_t{64} << 10;
  constexpr std::size_t kOfThread = std::size_t{256} << 10;
  return {.articles = 512, .text_bytes = threads == 1 ? kAlone : kOfThread * threads};
}

ArticleId last_article(const Corpus& corpus) {
  const auto ids = TokenStore::load(corpus.tokens_path());
  return ids.documents() == 0 ? ArticleId{} : ArticleId{ids.article_ids().back()};
}

/// The list of outlets lies beside corpus.db and may change while its revision does not.
void follow_outlets(const Corpus& corpus) {
  const auto columns = make_document_columns(corpus);
  if (!find_other_column(corpus.tokens_path(), columns).empty())
    save_document_columns(corpus.tokens_path(), columns);
}

}  // namespace

UpdateResult update_tokens(const Corpus& corpus, std::size_t jobs, const Progress& progress) {
  const std::filesystem::path directory = corpus.tokens_path();
  // Taken first: articles that arrive meanwhile belong to a later revision and are found by their id next
  // time.
  const std::int64_t revision = corpus.catalogue().revision();
  const std::int64_t total = corpus.catalogue().count_articles();
  const auto known = find_usable_record(corpus);
  UpdateResult result;
  if (known && known->revision == revision) {
    follow_outlets(corpus);
    return result;
  }
  if (!known) {
    result.rebuilt = std::filesystem::exists(directory);
    make_empty_folder(directory);
  }
  const ArticleId after = known ? last_article(corpus) : ArticleId{};
  const std::size_t threads = std::max<std::size_t>(jobs, 1);
  TokenColumns columns(directory, known, threads);
  std::optional<Pipeline> pipeline(std::in_place, columns, threads);
  visit_article_batches(corpus.catalogue(), after, batch_limits(threads), [&](std::vector<Article>& batch) {
    result.added += static_cast<std::int64_t>(batch.size());
    pipeline->take(batch);
    const std::int64_t before = known ? static_cast<std::int64_t>(known->documents) : 0;
    if (progress) progress("tokens", before + result.added, std::max(total, before + result.added));
  });
  pipeline->finish();
  pipeline.reset();  // the memory of the Analyzers is wanted for what follows
  save_document_columns(directory, make_document_columns(corpus));
  columns.commit(revision);
  return result;
}

}  // namespace sahafa
