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

struct Analyzed {
  AnalyzedText text;
  std::size_t analyzer = 0;
};

/// The record of a store that can be continued; nullopt when there is none or it has to be made anew.
std::optional<TokenStoreRecord> find_usable_record(const Corpus& corpus) {
  try {
    auto record = load_token_store_record(corpus.tokens_path());
    if (!record || record->analysis != analysis_version()) return std::nullopt;
    // More documents than articles: the store of another corpus.db.
    if (std::cmp_greater(record->documents, corpus.catalogue().count_articles())) return std::nullopt;
    TokenStore::load(corpus.tokens_path());
    return record;
  } catch (const Error& error) {
    if (error.code() == ErrorCode::malformed || error.code() == ErrorCode::not_found) return std::nullopt;
    throw;
  }
}

ArticleId last_article(const Corpus& corpus) {
  const auto ids = TokenStore::load(corpus.tokens_path());
  return ids.documents() == 0 ? ArticleId{} : ArticleId{ids.article_ids().back()};
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
  if (known && known->revision == revision) return result;
  if (!known) {
    result.rebuilt = std::filesystem::exists(directory);
    make_empty_folder(directory);
  }
  const ArticleId after = known ? last_article(corpus) : ArticleId{};
  std::vector<Analyzer> analyzers(std::max<std::size_t>(jobs, 1));
  TokenColumns columns(directory, known, analyzers.size());
  std::vector<Analyzed> texts;
  visit_article_batches(corpus.catalogue(), after, {}, [&](std::span<const Article> batch) {
    texts.assign(batch.size(), {});
    parallel_for(batch.size(), jobs, [&](std::size_t i, std::size_t worker) {
      texts[i] = {analyzers[worker].analyze(batch[i].text), worker};
    });
    for (std::size_t i = 0; i < batch.size(); ++i)
      columns.append(batch[i].id, batch[i].text, texts[i].text, texts[i].analyzer);
    result.added += static_cast<std::int64_t>(batch.size());
    if (columns.uncommitted_tokens() >= kTokensPerCommit) columns.commit(-1);
    const std::int64_t before = known ? static_cast<std::int64_t>(known->documents) : 0;
    if (progress) progress("tokens", before + result.added, std::max(total, before + result.added));
  });
  save_document_columns(directory, make_document_columns(corpus.catalogue()));
  columns.commit(revision);
  return result;
}

}  // namespace sahafa
