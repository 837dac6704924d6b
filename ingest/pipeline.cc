#include "ingest/pipeline.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "corpus/hash.h"
#include "corpus/parallel.h"
#include "ingest/clean_pages.h"
#include "ingest/files.h"
#include "ingest/fingerprint.h"
#include "ingest/pdf.h"
#include "ingest/pdf_process.h"
#include "ingest/reader.h"
#include "ingest/references.h"
#include "ingest/sources.h"
#include "ingest/update_reuse.h"
#include "text/error.h"

namespace sahafa {
namespace {

constexpr std::size_t kBatchSources = 256;
constexpr std::uintmax_t kBatchBytes = std::uintmax_t{64} << 20;

// One input on its way through a batch.
struct Work {
  LoadedSource source;
  Intake intake;
  bool known = false;
  std::optional<ReadPdf> pdf = {};  // where the source is one
};

void hash(Work& work) {
  const LoadedSource& source = work.source;
  work.intake.source.path = source.path;
  if (source.failure.empty()) {
    work.intake.source.hash = content_hash(source.bytes);
  } else {
    add_issue(work.intake, "", "unreadable", source.failure, !source.partial);
  }
}

bool is_to_be_read(const Work& work) { return !work.known && work.source.failure.empty(); }

// No thread may be at work meanwhile (pdf_process.h).
void read_pdfs_of(std::vector<Work>& batch, std::size_t jobs) {
  std::vector<Work*> works;
  std::vector<PdfFileToRead> files;
  for (Work& work : batch) {
    if (!is_to_be_read(work) || !is_pdf(work.source.bytes)) continue;
    works.push_back(&work);
    files.push_back({work.source.bytes, work.source.said});
  }
  std::vector<ReadPdf> read = read_pdfs(files, jobs);
  for (std::size_t i = 0; i < read.size(); ++i) works[i]->pdf = std::move(read[i]);
}

void parse(Work& work, const ReadOptions& options) {
  if (!is_to_be_read(work)) return;
  LoadedSource& source = work.source;
  work.intake = work.pdf ? read_pdf_source(source.path, source.bytes, std::move(*work.pdf), options)
                         : read_source(source.path, source.bytes, options, source.said);
  source.bytes = {};
  for (Intake::Item& item : work.intake.items)
    item.sketch = pack_fingerprint(make_fingerprint(item.article.text));
}

// Bytes of all files, those of the file that is being read by how far in it the last source stood: one crawl or archive may be
// hours of work.
class ReadingProgress {
 public:
  ReadingProgress(const Progress& progress, std::span<const std::string> paths) : progress_(progress) {
    if (!progress_) return;
    for (const std::string& path : paths) total_ += size_of_file(path);
    report(0);
  }

  void within(std::uintmax_t position) { report(before_ + position); }
  void finish(const std::string& path) {
    if (progress_) before_ += size_of_file(path);
  }
  void done() { report(total_); }

 private:
  void report(std::uintmax_t bytes) const {
    if (progress_)
      progress_(kReadingStage, static_cast<std::int64_t>(total_ == 0 ? bytes : std::min(bytes, total_)),
                static_cast<std::int64_t>(total_));
  }

  const Progress& progress_;
  std::uintmax_t total_ = 0;
  std::uintmax_t before_ = 0;  // of the files that were read
};

// Collects sources and hands them on in batches: hashed, asked for, parsed.
template <class MarkKnown, class Finish>
class Batches {
 public:
  Batches(std::size_t jobs, const ReadOptions& reading, const MarkKnown& mark_known, const Finish& finish)
      : jobs_(jobs), reading_(reading), mark_known_(mark_known), finish_(finish) {}

  /// True if that would begin another batch.
  bool is_full(const LoadedSource& next) const {
    return !batch_.empty() && (batch_.size() == kBatchSources || bytes_ + next.bytes.size() > kBatchBytes);
  }

  void add(LoadedSource source) {
    bytes_ += source.bytes.size();
    batch_.push_back({std::move(source), {}, false, {}});
  }

  void flush() {
    parallel_for(batch_.size(), jobs_, [&](std::size_t i, std::size_t) { hash(batch_[i]); });
    for (Work& work : batch_) mark_known_(work);
    read_pdfs_of(batch_, jobs_);
    parallel_for(batch_.size(), jobs_, [&](std::size_t i, std::size_t) { parse(batch_[i], reading_); });
    finish_(batch_);
    batch_.clear();
    bytes_ = 0;
  }

 private:
  std::size_t jobs_;
  const ReadOptions& reading_;
  const MarkKnown& mark_known_;
  const Finish& finish_;
  std::vector<Work> batch_;
  std::uintmax_t bytes_ = 0;
};

// Reads all paths, batch by batch; `mark_known` may set known on hashed sources, `finish` takes whole batches.
template <class MarkKnown, class Finish>
void run_batches(std::span<const std::string> paths, const IngestOptions& options,
                 const OutletRegistry& outlets, const MarkKnown& mark_known, const Finish& finish) {
  ReadingProgress progress(options.progress, paths);
  const References references = collect_references(paths, options.columns);
  const ReadOptions reading{options.columns, options.outlets ? options.outlets.get() : &outlets,
                            references.empty() ? nullptr : &references, options.split};
  Batches<MarkKnown, Finish> batches(options.jobs, reading, mark_known, finish);
  for (const std::string& path : paths) {
    for_each_source(path, [&](LoadedSource source) {
      if (batches.is_full(source)) batches.flush();
      progress.within(source.position_bytes);
      batches.add(std::move(source));
    });
    progress.finish(path);
  }
  batches.flush();
  progress.done();
}

// Rows of lists about no article: neither of this call nor of an earlier one.
void report_missing(Catalogue& catalogue, ReferenceCheck& check, IngestSummary& summary) {
  if (!check.has_references()) return;
  for (const Article& article : catalogue.list_articles()) check.add_url(article.url);
  for (const Source& source : catalogue.list_sources()) check.add_file(source.path);
  for (Issue& issue : check.missing()) {
    catalogue.store_issue(issue);
    summary.issues.push_back(std::move(issue));
  }
}

void store_batch(Catalogue& catalogue, const std::vector<Work>& batch, IngestSummary& summary) {
  Transaction transaction = catalogue.transaction();
  for (const Work& work : batch) {
    summary.issues.insert(summary.issues.end(), work.intake.issues.begin(), work.intake.issues.end());
    if (work.known) {
      ++summary.skipped;
    } else if (work.intake.items.empty()) {
      // Not stored as a source, so that it is tried again when it was repaired or a reader for it came.
      summary.failed += work.intake.references.empty() && !work.source.partial ? 1 : 0;
      for (const Issue& issue : work.intake.issues) catalogue.store_issue(issue);
    } else {
      const StoreResult stored = catalogue.store(work.intake);
      summary.sources += stored.source_known ? 0 : 1;
      summary.skipped += stored.source_known ? 1 : 0;
      summary.articles += stored.articles;
      summary.copies += stored.copies;
      summary.removed += stored.removed;
    }
  }
  transaction.commit();
}

std::int64_t last_article_id(const Catalogue& catalogue) {
  const std::vector<ClusterMember> members = catalogue.list_clusters();
  return members.empty() ? 0 : members.back().article.value;
}

std::int64_t count_duplicates(const Catalogue& catalogue, std::int64_t after) {
  return std::ranges::count_if(catalogue.list_clusters(), [after](const ClusterMember& member) {
    return member.article.value > after && member.relation != Relation::canonical;
  });
}

}  // namespace

IngestSummary ingest(Corpus& corpus, std::span<const std::string> paths, const IngestOptions& options) {
  Catalogue& catalogue = corpus.catalogue();
  FileList files = list_files(paths);
  IngestSummary summary;
  summary.failed = static_cast<std::int64_t>(files.issues.size());
  summary.issues = std::move(files.issues);
  for (const Issue& issue : summary.issues) catalogue.store_issue(issue);
  update_sketches(corpus, options.jobs);
  const std::int64_t last = last_article_id(catalogue);
  const auto mark_known = [&](Work& work) {
    work.known =
        !work.intake.source.hash.empty() && catalogue.has_source(work.source.path, work.intake.source.hash);
  };
  ReferenceCheck check;
  run_batches(files.paths, options, corpus.outlets(), mark_known, [&](const std::vector<Work>& batch) {
    store_batch(catalogue, batch, summary);
    for (const Work& work : batch) {
      check.add(work.intake);
      if (options.visit) options.visit(work.intake);
    }
  });
  report_missing(catalogue, check, summary);
  summary.cleaned = clean_pages(corpus, options.keep_repeated, {last}).articles;
  if (options.progress) options.progress("duplicates", 0, catalogue.count_articles());
  update_reuse(corpus, options.jobs);
  if (options.progress)
    options.progress("duplicates", catalogue.count_articles(), catalogue.count_articles());
  summary.duplicates = count_duplicates(catalogue, last);
  return summary;
}

void refresh(Corpus& corpus, std::size_t jobs, const Progress& progress) {
  IngestOptions options{.jobs = jobs, .progress = progress};
  options.keep_repeated = keeps_repeated(corpus.catalogue());
  ingest(corpus, {}, options);
}

std::vector<Issue> extract(std::span<const std::string> paths, const IngestOptions& options,
                           const std::function<void(const Intake&)>& visit) {
  const FileList files = list_files(paths);
  std::vector<Issue> issues = files.issues;
  ReferenceCheck check;
  run_batches(
      files.paths, options, OutletRegistry::bundled(), [](const Work&) {},
      [&](const std::vector<Work>& batch) {
        for (const Work& work : batch) {
          issues.insert(issues.end(), work.intake.issues.begin(), work.intake.issues.end());
          check.add(work.intake);
          visit(work.intake);
        }
      });
  std::ranges::move(check.missing(), std::back_inserter(issues));
  return issues;
}

}  // namespace sahafa
