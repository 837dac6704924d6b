#include "index/token_store_writer.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

#include "corpus/parallel.h"
#include "corpus/text_cursor.h"
#include "index/analysis_version.h"
#include "index/derived_folder.h"
#include "index/document_columns.h"
#include "index/token_columns.h"
#include "index/token_store_format.h"
#include "index/token_store_reader.h"
#include "text/analyze.h"
#include "text/error.h"

namespace sahafa {
namespace {

// Each commit waits for the disk, some twenty files one after the other, while all but one thread come to an end. A run that is killed loses this
// much, some seconds of work.
constexpr std::uint64_t kTokensPerCommit = 32'000'000;

// Analyzers that know more types together are begun anew: 100 MB at most, and what is lost are words met once long ago. Just below a power of two,
// where their tables would double for the last few.
constexpr std::size_t kMostTypes = (std::size_t{1} << 20U) - (std::size_t{1} << 16U);

/// Some articles on their way into the store. The memory of those behind `size` is used again.
struct Batch {
  struct Item {
    StoredText stored;
    AnalyzedText text;
    std::size_t analyzer = 0;
  };
  std::vector<Item> items;
  std::size_t size = 0;
};

/// A batch ends with the article that reaches this. What was analysed of it is read again when it is appended: it should still lie in the processor's
/// cache then. Several threads are started for each batch, which has to be worth it.
std::size_t batch_bytes(std::size_t threads) {
  constexpr std::size_t kAlone = std::size_t{64} << 10;
  constexpr std::size_t kOfThread = std::size_t{256} << 10;
  return threads == 1 ? kAlone : kOfThread * threads;
}

/// Analyses a batch on all threads while one of them appends the batch before it and reads the one behind: both have to go article by article, and
/// would hold the others up. What is appended does not depend on which thread did what.
class Pipeline {
 public:
  Pipeline(TextCursor texts, TokenColumns& columns, std::size_t threads)
      : texts_(std::move(texts)), columns_(columns), threads_(threads), analyzers_(threads) {}

  /// Calls `report` with the number of articles of each batch that was analysed.
  template <class Report>
  void run(const Report& report) {
    read(other_);
    do {
      std::swap(current_, other_);  // the other was analysed before, or is empty
      forget_rare_types();
      parallel_for(current_.size + 1, threads_, [&](std::size_t i, std::size_t worker) {
        if (i == 0) {
          append(other_);
          read(other_);
        } else {
          analyze(current_.items[i - 1], worker);
        }
      });
      report(current_.size);
    } while (current_.size > 0);
  }

 private:
  void read(Batch& batch) {
    const std::size_t most = batch_bytes(threads_);
    for (std::size_t bytes = 0; bytes < most; ++batch.size) {
      if (batch.size == batch.items.size()) batch.items.emplace_back();
      StoredText& place = batch.items[batch.size].stored;
      if (!texts_.next(place)) return;
      bytes += place.text.size() + 1;
    }
  }

  void analyze(Batch::Item& item, std::size_t analyzer) {
    item.analyzer = analyzer;
    analyzers_[analyzer].analyze(item.stored.text, item.text);
  }

  void append(Batch& batch) {
    for (std::size_t i = 0; i < batch.size; ++i) {
      const Batch::Item& item = batch.items[i];
      columns_.append(item.stored.article, item.stored.text, item.text, item.analyzer);
    }
    batch.size = 0;
    if (columns_.uncommitted_tokens() >= kTokensPerCommit) columns_.commit(-1);
  }

  void forget_rare_types() {
    for (std::size_t i = 0; i < analyzers_.size(); ++i) {
      if (analyzers_[i].types() < kMostTypes / threads_) continue;
      append(other_);  // its texts point into the Analyzer
      analyzers_[i] = Analyzer();
      columns_.forget_types(i);
    }
  }

  TextCursor texts_;
  TokenColumns& columns_;
  std::size_t threads_;
  std::vector<Analyzer> analyzers_;
  Batch current_;  ///< read, and being analysed
  Batch other_;    ///< analysed, and being appended; then the next that is read
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
  {  // the memory of the Analyzers is wanted for what follows
    Pipeline pipeline(corpus.catalogue().read_texts(after), columns, threads);
    const std::int64_t before = known ? static_cast<std::int64_t>(known->documents) : 0;
    pipeline.run([&](std::size_t articles) {
      result.added += static_cast<std::int64_t>(articles);
      if (progress && articles > 0)
        progress("tokens", before + result.added, std::max(total, before + result.added));
    });
  }
  save_document_columns(directory, make_document_columns(corpus));
  columns.commit(revision);
  return result;
}

}  // namespace sahafa
