#include "index/build_index.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <span>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "corpus/parallel.h"
#include "index/article_batches.h"
#include "index/derived_folder.h"
#include "index/index_document.h"
#include "index/index_metadata.h"
#include "index/index_schema.h"
#include "index/word_folder.h"

namespace sahafa {
namespace {

namespace fs = std::filesystem;

// What one part holds: few enough for its tables to stay in memory while it is made, many enough for a word to have one
// list of articles in it and not a piece for every handful.
constexpr BatchLimits kPart{.articles = 2000, .text_bytes = std::size_t{16} << 20};
// Measured: Xapian gathers words in trees of strings before it writes them; with this many articles they fit into the
// processor's cache. Its own default is 10,000.
constexpr std::size_t kFlushArticles = 100;
// Compacting has the files of all parts open; a process may open 1,024.
constexpr std::size_t kMostParts = 64;

// Nobody reads a part before it is whole, and a broken one is made again: nothing need be written twice or waited for.
constexpr int kPartFlags = Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_DANGEROUS | Xapian::DB_NO_SYNC;

ArticleId last_of(const fs::path& part) {
  return {get_number(Xapian::Database(part.string()), index_metadata::kLast)};
}

void compact(std::span<const fs::path> parts, const fs::path& whole) {
  Xapian::Database all;
  std::vector<WordFile> words;
  for (const fs::path& part : parts) {
    const Xapian::Database database(part.string());
    std::ranges::move(open_words(get_metadata(database, index_metadata::kWords), part),
                      std::back_inserter(words));
    all.add_database(database);
  }
  all.compact(whole.string(), Xapian::DBCOMPACT_NO_RENUMBER | Xapian::Compactor::FULL);
  // Of the metadata of the parts, that of the first is left.
  Xapian::WritableDatabase database(whole.string(), Xapian::DB_OPEN);
  set_metadata(database, index_metadata::kLast, std::to_string(last_of(parts.back()).value));
  set_metadata(database, index_metadata::kWords, merge_words(words, whole));
  database.commit();
}

fs::path parts_folder(const Corpus& corpus) { return corpus.index_path().string() + ".parts"; }

class Builder {
 public:
  Builder(const Corpus& corpus, const ClusterMap& clusters, std::size_t jobs, const Progress& progress)
      : corpus_(&corpus),
        clusters_(&clusters),
        choice_(get_index_choice(corpus.catalogue())),
        jobs_(std::max<std::size_t>(jobs, 1)),
        progress_(&progress),
        folder_(parts_folder(corpus)) {
    for (std::size_t i = 0; i < jobs_; ++i) makers_.emplace_back(choice_);
  }

  std::int64_t run() {
    find_parts();
    const ArticleId last = parts_.empty() ? ArticleId{} : last_of(parts_.back());
    std::vector<std::vector<Article>> waiting;
    visit_article_batches(corpus_->catalogue(), last, kPart, [&](std::span<const Article> batch) {
      waiting.emplace_back(batch.begin(), batch.end());
      if (waiting.size() == jobs_) make_parts(waiting);
    });
    make_parts(waiting);
    if (parts_.empty()) make_parts(waiting = {{}});
    finish();
    return added_;
  }

 private:
  fs::path part_path(std::size_t number) const { return folder_ / fmt::format("{:06}", number); }

  /// Takes over the parts that a killed call left whole, if this program would have made them.
  void find_parts() {
    if (!fs::exists(folder_)) return make_empty_folder(folder_);
    while (fs::exists(part_path(parts_.size())) &&
           has_our_origin(Xapian::Database(part_path(parts_.size()).string()), choice_))
      parts_.push_back(part_path(parts_.size()));
    if (parts_.empty()) make_empty_folder(folder_);
    done_ = static_cast<std::int64_t>(parts_.size() * kPart.articles);
  }

  void make_parts(std::vector<std::vector<Article>>& waiting) {
    const auto unfinished = [&](std::size_t i) {
      return fs::path(part_path(parts_.size() + i).string() + ".unfinished");
    };
    parallel_for(waiting.size(), jobs_, [&](std::size_t i, std::size_t worker) {
      make_part(unfinished(i), waiting[i], makers_[worker]);
    });
    for (std::size_t i = 0; i < waiting.size(); ++i) fs::rename(unfinished(i), part_path(parts_.size() + i));
    for (const auto& articles : waiting) {
      parts_.push_back(part_path(parts_.size()));
      added_ += static_cast<std::int64_t>(articles.size());
    }
    waiting.clear();
    report();
  }

  void make_part(const fs::path& path, std::span<const Article> articles, DocumentMaker& maker) const {
    Xapian::WritableDatabase database(path.string(), kPartFlags);
    set_origin(database, choice_);
    WordCollector words(choice_.positions);
    for (std::size_t i = 0; i < articles.size(); ++i) {
      const ArticleId id = articles[i].id;
      const IndexEntry entry = maker.make(articles[i], clusters_->canonical_of(id));
      database.replace_document(static_cast<Xapian::docid>(id.value), entry.document);
      words.add(entry.read);
      if ((i + 1) % kFlushArticles == 0) database.commit();
    }
    if (!articles.empty())
      set_metadata(database, index_metadata::kLast, std::to_string(articles.back().id.value));
    set_metadata(database, index_metadata::kWords, write_words(words, path));
    database.commit();
    database.close();
  }

  void report() const {
    const std::int64_t done = done_ + added_;
    if (*progress_) (*progress_)("index", done, std::max(corpus_->catalogue().count_articles(), done));
  }

  /// Until few enough are left to be made one.
  void merge_groups() {
    while (parts_.size() > kMostParts) {
      std::vector<fs::path> merged;
      for (std::size_t begin = 0; begin < parts_.size(); begin += kMostParts) {
        const std::size_t size = std::min(kMostParts, parts_.size() - begin);
        merged.push_back(parts_[begin].string() + "+");
        compact(std::span(parts_).subspan(begin, size), merged.back());
      }
      for (const fs::path& part : parts_) fs::remove_all(part);
      parts_ = std::move(merged);
    }
  }

  void finish() {
    merge_groups();
    fs::path whole = parts_.front();
    if (parts_.size() > 1) {
      whole = folder_ / "whole";
      compact(parts_, whole);
    }
    fs::remove_all(corpus_->index_path());
    fs::rename(whole, corpus_->index_path());
    fs::remove_all(folder_);
  }

  const Corpus* corpus_;
  const ClusterMap* clusters_;
  IndexChoice choice_;
  std::size_t jobs_;
  const Progress* progress_;
  std::vector<DocumentMaker> makers_;
  fs::path folder_;
  std::vector<fs::path> parts_;  ///< whole ones, in order of articles
  std::int64_t done_ = 0;        ///< articles that were there before
  std::int64_t added_ = 0;
};

}  // namespace

std::int64_t build_index(const Corpus& corpus, const ClusterMap& clusters, std::size_t jobs,
                         const Progress& progress) {
  return Builder(corpus, clusters, jobs, progress).run();
}

void remove_index_parts(const Corpus& corpus) {
  std::error_code ignored;
  fs::remove_all(parts_folder(corpus), ignored);
}

}  // namespace sahafa
