#include "index/token_store_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <limits>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "corpus/parallel.h"
#include "index/analysis_version.h"
#include "index/article_batches.h"
#include "index/derived_folder.h"
#include "index/npy_file.h"
#include "index/token_store_format.h"
#include "index/token_store_reader.h"
#include "text/analyze.h"
#include "text/error.h"

namespace sahafa {
namespace {

// Each commit syncs eleven files; this many tokens between two keeps that under one percent of the work.
constexpr std::uint64_t kTokensPerCommit = 8'000'000;

template <class T>
NpyAppender open_column(const std::filesystem::path& directory, std::string_view file, std::uint64_t count) {
  return {directory / file, npy_type<T>(), sizeof(T), count};
}

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view string) const { return std::hash<std::string_view>()(string); }
};

/// A vocabulary that grows: gives each new string the next id and writes it behind the others.
class VocabularyWriter {
 public:
  VocabularyWriter(NpyAppender text, NpyAppender offsets, const Vocabulary* known)
      : text_(std::move(text)), offsets_(std::move(offsets)) {
    if (known == nullptr) {
      offsets_.append(std::uint64_t{0});
      return;
    }
    ids_.reserve(known->size() * 2);
    for (std::uint32_t id = 0; id < known->size(); ++id) ids_.emplace(known->get(id), id);
  }

  std::uint32_t intern(std::string_view string) {
    if (const auto found = ids_.find(string); found != ids_.end()) return found->second;
    if (ids_.size() == std::numeric_limits<std::uint32_t>::max()) {
      throw Error(ErrorCode::usage, "token store: more than 4 billion word types; split the corpus");
    }
    const auto id = static_cast<std::uint32_t>(ids_.size());
    ids_.emplace(string, id);
    text_.append(std::span(reinterpret_cast<const std::uint8_t*>(string.data()), string.size()));
    offsets_.append(std::uint64_t{text_.count()});
    return id;
  }

  std::uint64_t types() const { return ids_.size(); }
  NpyAppender& text() { return text_; }
  NpyAppender& offsets() { return offsets_; }

 private:
  NpyAppender text_;
  NpyAppender offsets_;
  std::unordered_map<std::string, std::uint32_t, StringHash, std::equal_to<>> ids_;
};

/// The open store. What is appended counts when commit() has returned.
class TokenStoreWriter {
 public:
  /// `known` is the store as it is, or nullopt to begin an empty one in an empty directory.
  TokenStoreWriter(std::filesystem::path directory, const std::optional<TokenStoreRecord>& known)
      : directory_(std::move(directory)),
        record_(known.value_or(TokenStoreRecord{.analysis = analysis_version()})),
        form_ids_(open_column<std::uint32_t>(directory_, token_file::kForms, record_.tokens)),
        stem_ids_(open_column<std::uint32_t>(directory_, token_file::kStems, record_.tokens)),
        begins_(open_column<std::uint32_t>(directory_, token_file::kBegins, record_.tokens)),
        kinds_(open_column<std::uint8_t>(directory_, token_file::kKinds, record_.tokens)),
        document_offsets_(open_offsets(token_file::kDocumentOffsets, record_.documents, known.has_value())),
        sentence_offsets_(open_offsets(token_file::kSentenceOffsets, record_.sentences, known.has_value())),
        article_ids_(open_column<std::int64_t>(directory_, token_file::kDocumentArticles, record_.documents)),
        forms_(open_vocabulary(token_file::kFormText, record_.form_bytes, token_file::kFormOffsets,
                               record_.form_types, known.has_value())),
        stems_(open_vocabulary(token_file::kStemText, record_.stem_bytes, token_file::kStemOffsets,
                               record_.stem_types, known.has_value())) {}

  void append(ArticleId article, const AnalyzedText& text) {
    const std::uint64_t first = form_ids_.count();
    std::size_t sentence = 0;
    for (std::size_t i = 0; i < text.tokens.size(); ++i) {
      for (; sentence <= text.sentence_of[i]; ++sentence) {
        if (sentence > 0) sentence_offsets_.append(first + i);
      }
      form_ids_.append(forms_.intern(text.forms[i]));
      stem_ids_.append(stems_.intern(text.stems[i]));
      begins_.append(text.tokens[i].begin);
      kinds_.append(static_cast<std::uint8_t>(text.tokens[i].kind));
    }
    for (; sentence <= text.sentences.size(); ++sentence) {
      if (sentence > 0) sentence_offsets_.append(std::uint64_t{form_ids_.count()});
    }
    document_offsets_.append(std::uint64_t{form_ids_.count()});
    article_ids_.append(article.value);
  }

  std::uint64_t uncommitted_tokens() const { return form_ids_.count() - record_.tokens; }

  /// Data first, then the record that makes it count, then the headers for readers that do not know the
  /// record.
  void commit(std::int64_t revision) {
    for (NpyAppender* column : columns()) column->sync();
    record_.revision = revision;
    record_.tokens = form_ids_.count();
    record_.documents = article_ids_.count();
    record_.sentences = sentence_offsets_.count() - 1;
    record_.form_types = forms_.types();
    record_.form_bytes = forms_.text().count();
    record_.stem_types = stems_.types();
    record_.stem_bytes = stems_.text().count();
    save_token_store_record(directory_, record_);
    for (NpyAppender* column : columns()) column->write_header();
  }

 private:
  NpyAppender open_offsets(std::string_view file, std::uint64_t items, bool known) {
    if (known) return open_column<std::uint64_t>(directory_, file, items + 1);
    NpyAppender column = open_column<std::uint64_t>(directory_, file, 0);
    column.append(std::uint64_t{0});
    return column;
  }

  VocabularyWriter open_vocabulary(std::string_view text_file, std::uint64_t bytes,
                                   std::string_view offset_file, std::uint64_t types, bool known) {
    NpyAppender text = open_column<std::uint8_t>(directory_, text_file, bytes);
    if (!known) return {std::move(text), open_column<std::uint64_t>(directory_, offset_file, 0), nullptr};
    const Vocabulary vocabulary({directory_ / text_file, bytes}, {directory_ / offset_file, types + 1});
    return {std::move(text), open_column<std::uint64_t>(directory_, offset_file, types + 1), &vocabulary};
  }

  std::vector<NpyAppender*> columns() {
    return {&form_ids_,         &stem_ids_,         &begins_,         &kinds_,
            &document_offsets_, &sentence_offsets_, &article_ids_,    &forms_.text(),
            &forms_.offsets(),  &stems_.text(),     &stems_.offsets()};
  }

  std::filesystem::path directory_;
  TokenStoreRecord record_;
  NpyAppender form_ids_;
  NpyAppender stem_ids_;
  NpyAppender begins_;
  NpyAppender kinds_;
  NpyAppender document_offsets_;
  NpyAppender sentence_offsets_;
  NpyAppender article_ids_;
  VocabularyWriter forms_;
  VocabularyWriter stems_;
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
  TokenStoreWriter writer(directory, known);
  std::vector<Analyzer> analyzers(std::max<std::size_t>(jobs, 1));
  std::vector<AnalyzedText> texts;
  visit_article_batches(corpus.catalogue(), after, {}, [&](std::span<const Article> batch) {
    texts.assign(batch.size(), {});
    parallel_for(batch.size(), jobs, [&](std::size_t i, std::size_t worker) {
      texts[i] = analyzers[worker].analyze(batch[i].text);
    });
    for (std::size_t i = 0; i < batch.size(); ++i) writer.append(batch[i].id, texts[i]);
    result.added += static_cast<std::int64_t>(batch.size());
    if (writer.uncommitted_tokens() >= kTokensPerCommit) writer.commit(-1);
    const std::int64_t before = known ? static_cast<std::int64_t>(known->documents) : 0;
    if (progress) progress("tokens", before + result.added, std::max(total, before + result.added));
  });
  writer.commit(revision);
  return result;
}

}  // namespace sahafa
