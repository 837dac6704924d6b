#include "index/index_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "corpus/parallel.h"
#include "index/analysis_version.h"
#include "index/article_batches.h"
#include "index/derived_folder.h"
#include "index/index_document.h"
#include "index/index_schema.h"
#include "index/xapian_errors.h"
#include "text/error.h"

namespace sahafa {
namespace {

// Measured: flushing each 1,000 articles costs half the CPU of Xapian's default of 10,000.
constexpr BatchLimits kBatch{.articles = 1000, .text_bytes = std::size_t{8} << 20};

std::int64_t to_integer(const std::string& text) {
  std::int64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::string metadata(const Xapian::Database& database, std::string_view key) {
  return database.get_metadata(std::string(key));
}

void set_metadata(Xapian::WritableDatabase& database, std::string_view key, const std::string& value) {
  database.set_metadata(std::string(key), value);
}

/// Canonical article by article.
using Clusters = std::unordered_map<std::int64_t, ArticleId>;

Clusters read_clusters(const Catalogue& catalogue) {
  Clusters clusters;
  for (const ClusterMember& member : catalogue.list_clusters())
    clusters[member.article.value] = member.canonical;
  return clusters;
}

ArticleId canonical_of(const Clusters& clusters, ArticleId article) {
  const auto found = clusters.find(article.value);
  return found == clusters.end() ? article : found->second;
}

bool is_current(const Xapian::Database& database, const Corpus& corpus) {
  const std::string schema = metadata(database, index_metadata::kSchema);
  if (to_integer(schema) > kIndexSchema) {
    throw Error(
        ErrorCode::newer_format,
        fmt::format(
            "{}: schema {} was made by a newer sahafa, this one writes {}; update sahafa, or remove the "
            "folder to have it made again",
            corpus.index_path().string(), schema, kIndexSchema));
  }
  return schema == std::to_string(kIndexSchema) &&
         metadata(database, index_metadata::kAnalysis) == analysis_version() &&
         std::cmp_less_equal(database.get_doccount(), corpus.catalogue().count_articles());
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

Xapian::WritableDatabase open_or_rebuild(const Corpus& corpus, UpdateResult& result) {
  const std::filesystem::path path = corpus.index_path();
  result.rebuilt = std::filesystem::exists(path);
  if (auto database = find_current(corpus)) {
    result.rebuilt = false;
    return *std::move(database);
  }
  make_empty_folder(path);
  Xapian::WritableDatabase database(path.string(), Xapian::DB_CREATE_OR_OPEN);
  set_metadata(database, index_metadata::kSchema, std::to_string(kIndexSchema));
  set_metadata(database, index_metadata::kAnalysis, analysis_version());
  database.commit();
  return database;
}

/// Entries whose cluster is another now. O(articles) to find them, without touching the texts.
void move_to_clusters(Xapian::WritableDatabase& database, const Clusters& clusters, UpdateResult& result) {
  const auto slot = static_cast<Xapian::valueno>(Slot::cluster);
  std::vector<std::pair<Xapian::docid, ArticleId>> moves;
  for (auto cluster = database.valuestream_begin(slot); cluster != database.valuestream_end(slot);
       ++cluster) {
    const ArticleId canonical = canonical_of(clusters, ArticleId{cluster.get_docid()});
    if (to_integer(*cluster) != canonical.value) moves.emplace_back(cluster.get_docid(), canonical);
  }
  database.begin_transaction();
  for (const auto& [docid, canonical] : moves) {
    Xapian::Document document = database.get_document(docid);
    set_cluster(document, canonical);
    database.replace_document(docid, document);
  }
  database.commit_transaction();
  result.changed = static_cast<std::int64_t>(moves.size());
}

void add_new_articles(Xapian::WritableDatabase& database, const Corpus& corpus, const Clusters& clusters,
                      std::size_t jobs, const Progress& progress, UpdateResult& result) {
  struct Worker {
    Analyzer analyzer;
    SearchKeys keys;
  };
  std::vector<Worker> workers(std::max<std::size_t>(jobs, 1));
  std::vector<Xapian::Document> documents;
  const std::int64_t total = corpus.catalogue().count_articles();
  const ArticleId last{to_integer(metadata(database, index_metadata::kLast))};
  visit_article_batches(corpus.catalogue(), last, kBatch, [&](std::span<const Article> batch) {
    documents.assign(batch.size(), {});
    parallel_for(batch.size(), jobs, [&](std::size_t i, std::size_t worker) {
      const ArticleId canonical = canonical_of(clusters, batch[i].id);
      documents[i] = make_index_document(batch[i], canonical, workers[worker].analyzer, workers[worker].keys);
    });
    // One transaction: the articles and the note that they are there appear together.
    database.begin_transaction();
    for (std::size_t i = 0; i < batch.size(); ++i)
      database.replace_document(static_cast<Xapian::docid>(batch[i].id.value), documents[i]);
    set_metadata(database, index_metadata::kLast, std::to_string(batch.back().id.value));
    database.commit_transaction();
    result.added += static_cast<std::int64_t>(batch.size());
    const std::int64_t done = database.get_doccount();
    if (progress) progress("index", done, std::max(total, done));
  });
}

}  // namespace

UpdateResult update_index(const Corpus& corpus, std::size_t jobs, const Progress& progress) {
  return with_xapian(corpus.index_path(), [&] {
    UpdateResult result;
    // Taken first: what arrives meanwhile belongs to a later revision and is found by its id next time.
    const std::string revision = std::to_string(corpus.catalogue().revision());
    Xapian::WritableDatabase database = open_or_rebuild(corpus, result);
    if (metadata(database, index_metadata::kRevision) == revision) return result;
    const Clusters clusters = read_clusters(corpus.catalogue());
    move_to_clusters(database, clusters, result);
    add_new_articles(database, corpus, clusters, jobs, progress, result);
    set_metadata(database, index_metadata::kRevision, revision);
    database.commit();
    return result;
  });
}

}  // namespace sahafa
