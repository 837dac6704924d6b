#include "index/index_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "corpus/parallel.h"
#include "index/article_batches.h"
#include "index/build_index.h"
#include "index/cluster_map.h"
#include "index/index_document.h"
#include "index/index_metadata.h"
#include "index/index_schema.h"
#include "index/word_folder.h"
#include "index/xapian_errors.h"
#include "text/error.h"

namespace sahafa {
namespace {

// Each transaction is waited for on the disk.
constexpr BatchLimits kBatch{.articles = 1000, .text_bytes = std::size_t{8} << 20};

/// Files of words that are gone or damaged make the index useless.
bool has_words(const Xapian::Database& database, const Corpus& corpus) {
  try {
    open_words(get_metadata(database, index_metadata::kWords), corpus.index_path());
    return true;
  } catch (const Error&) {
    return false;
  }
}

bool is_current(const Xapian::Database& database, const Corpus& corpus) {
  if (get_number(database, index_metadata::kSchema) > kIndexSchema) {
    throw Error(
        ErrorCode::newer_format,
        fmt::format(
            "{}: schema {} was made by a newer sahafa, this one writes {}; update sahafa, or remove the "
            "folder to have it made again",
            corpus.index_path().string(), get_metadata(database, index_metadata::kSchema), kIndexSchema));
  }
  // An article that was never in corpus.db: the index of another one.
  return has_our_origin(database, get_index_choice(corpus.catalogue())) &&
         get_number(database, index_metadata::kLast) <= corpus.catalogue().last_id().value &&
         has_words(database, corpus);
}

/// The index as it is, when this analysis and schema made it; nullopt when there is none that can be used.
std::optional<Xapian::WritableDatabase> find_current(const Corpus& corpus) {
  try {
    Xapian::WritableDatabase database(corpus.index_path().string(), Xapian::DB_OPEN);
    if (is_current(database, corpus)) return database;
    return std::nullopt;
  } catch (const Xapian::DatabaseCorruptError&) {
    return std::nullopt;
  } catch (
      const Xapian::DatabaseOpeningError&) {  // also another version of Xapian's format, or nothing there
    return std::nullopt;
  }
}

/// The record of the words without articles that are gone.
std::string words_without(const std::vector<Xapian::docid>& gone, const Xapian::Database& database,
                          const std::filesystem::path& folder) {
  DocumentSet set(std::max(database.get_lastdocid(), gone.back()));
  for (const Xapian::docid id : gone) set.add(id);
  return merge_words(open_words(get_metadata(database, index_metadata::kWords), folder), folder, &set);
}

/// Takes out the entries of articles that were removed, and moves those whose cluster is another now. O(articles) to find
/// them, without touching the texts; O(places) to take out words.
void follow_catalogue(Xapian::WritableDatabase& database, const ClusterMap& clusters,
                      const std::filesystem::path& folder, UpdateResult& result) {
  const auto slot = static_cast<Xapian::valueno>(Slot::cluster);
  std::vector<std::pair<Xapian::docid, ArticleId>> moves;
  std::vector<Xapian::docid> gone;
  for (auto cluster = database.valuestream_begin(slot); cluster != database.valuestream_end(slot);
       ++cluster) {
    const ArticleId article{cluster.get_docid()};
    if (!clusters.has(article)) {
      gone.push_back(cluster.get_docid());
      continue;
    }
    const ArticleId canonical = clusters.canonical_of(article);
    if (*cluster != std::to_string(canonical.value)) moves.emplace_back(cluster.get_docid(), canonical);
  }
  database.begin_transaction();
  for (const auto& [docid, canonical] : moves) {
    Xapian::Document document = database.get_document(docid);
    set_cluster(document, canonical);
    database.replace_document(docid, document);
  }
  for (const Xapian::docid docid : gone) database.delete_document(docid);
  if (!gone.empty()) set_metadata(database, index_metadata::kWords, words_without(gone, database, folder));
  database.commit_transaction();
  if (!gone.empty()) remove_other_words(get_metadata(database, index_metadata::kWords), folder);
  result.changed = static_cast<std::int64_t>(moves.size());
  result.removed = static_cast<std::int64_t>(gone.size());
}

void add_new_articles(Xapian::WritableDatabase& database, const Corpus& corpus, const ClusterMap& clusters,
                      std::size_t jobs, const Progress& progress, UpdateResult& result) {
  std::vector<DocumentMaker> makers;
  for (std::size_t i = 0; i < std::max<std::size_t>(jobs, 1); ++i)
    makers.emplace_back(get_index_choice(corpus.catalogue()));
  const std::filesystem::path folder = corpus.index_path();
  const bool positions = get_index_choice(corpus.catalogue()).positions;
  std::vector<Xapian::Document> documents;
  std::vector<std::string> files(makers.size());
  std::string record = get_metadata(database, index_metadata::kWords);
  const std::int64_t total = corpus.catalogue().count_articles();
  const ArticleId last{get_number(database, index_metadata::kLast)};
  visit_article_batches(corpus.catalogue(), last, kBatch, [&](std::span<const Article> batch) {
    documents.assign(batch.size(), {});
    // Each maker reads articles that follow one another: what it gathers of their words becomes one file.
    parallel_for(makers.size(), jobs, [&](std::size_t maker, std::size_t /*worker*/) {
      WordCollector words(positions);
      const std::size_t end = batch.size() * (maker + 1) / makers.size();
      for (std::size_t i = batch.size() * maker / makers.size(); i < end; ++i) {
        IndexEntry entry = makers[maker].make(batch[i], clusters.canonical_of(batch[i].id));
        words.add(entry.read);
        documents[i] = std::move(entry.document);
      }
      files[maker] = write_words(words, folder);
    });
    record = append_words(record, files, folder);
    // One transaction: the articles and the note that they are there appear together.
    database.begin_transaction();
    for (std::size_t i = 0; i < batch.size(); ++i)
      database.replace_document(static_cast<Xapian::docid>(batch[i].id.value), documents[i]);
    set_metadata(database, index_metadata::kLast, std::to_string(batch.back().id.value));
    set_metadata(database, index_metadata::kWords, record);
    database.commit_transaction();
    remove_other_words(record, folder);
    result.added += static_cast<std::int64_t>(batch.size());
    const std::int64_t done = database.get_doccount();
    if (progress) progress("index", done, std::max(total, done));
  });
}

}  // namespace

UpdateResult update_index(const Corpus& corpus, std::size_t jobs, const Progress& progress, bool anew) {
  return with_xapian(corpus.index_path(), [&] {
    UpdateResult result;
    // Taken first: what arrives meanwhile belongs to a later revision and is found by its id next time.
    const std::string revision = std::to_string(corpus.catalogue().revision());
    std::optional<Xapian::WritableDatabase> database = anew ? std::nullopt : find_current(corpus);
    if (database && get_metadata(*database, index_metadata::kRevision) == revision) return result;
    const ClusterMap clusters(corpus.catalogue());
    if (!database) {
      result.rebuilt = std::filesystem::exists(corpus.index_path());
      result.added = build_index(corpus, clusters, jobs, progress);
      database.emplace(corpus.index_path().string(), Xapian::DB_OPEN);
    }
    follow_catalogue(*database, clusters, corpus.index_path(), result);
    add_new_articles(*database, corpus, clusters, jobs, progress, result);
    set_metadata(*database, index_metadata::kRevision, revision);
    database->commit();
    return result;
  });
}

}  // namespace sahafa
