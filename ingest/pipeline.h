// From paths to a corpus: reads files in parallel, stores them batch by batch, brings the clusters up to
// date.
//
// Each batch is one transaction. Killed at any moment, the corpus holds the batches that were committed; the
// same call again skips the sources that are known and goes on. Articles are stored in the order of the
// paths, so the result does not depend on the number of jobs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/corpus.h"
#include "corpus/outlet.h"
#include "corpus/progress.h"
#include "ingest/columns.h"
#include "ingest/text_pieces.h"

namespace sahafa {

/// The stage of progress in which files are read; its numbers are bytes of those files.
inline constexpr std::string_view kReadingStage = "reading";

struct IngestOptions {
  std::size_t jobs = 1;
  Progress progress = {};                  ///< kReadingStage and "duplicates"
  ColumnMap columns = {};                  ///< what the user says about columns of tables and keys of JSON
  SplitRule split = SplitRule::automatic;  ///< where articles begin in plain text
  /// Called with what each source gave, in order; a source that is known already comes with its path only.
  std::function<void(const Intake&)> visit = {};
  std::shared_ptr<const OutletRegistry> outlets =
      {};  ///< with the profiles of their pages; null: those of the corpus, or the bundled ones
  bool keep_repeated =
      false;  ///< leave lines that repeat on the pages of an outlet in the texts, and put back what was cut
};

struct IngestSummary {
  std::int64_t sources = 0;     ///< new sources that gave at least one article
  std::int64_t articles = 0;    ///< new articles
  std::int64_t copies = 0;      ///< new copies
  std::int64_t duplicates = 0;  ///< new articles that are not the canonical one of their cluster
  std::int64_t skipped = 0;     ///< sources that were known already: same path, same bytes
  std::int64_t failed = 0;      ///< inputs from which nothing could be taken
  std::int64_t cleaned =
      0;  ///< articles without lines that repeat on the pages of their outlet, earlier ones too
  std::int64_t removed = 0;   ///< articles that were removed from the corpus before and stay out
  std::vector<Issue> issues;  ///< in the order of the inputs; stored in the corpus as well
};

/// Brings `paths` (files, archives, directories, "-" for standard input) into the corpus. What is wrong with an input
/// is an issue; throws Error only for what stops all: a full disk, a corpus that another process writes.
/// Memory is bounded by a batch (256 sources or 64 MiB, or one source if that is larger) and what finding duplicates takes
/// (dedup.h). The caller holds the WriteLock of the corpus.
///
/// Tables without texts among the paths (Media Cloud's list, a spreadsheet of saved pages) fill the fields that articles of the
/// same call lack, by address or file name; a row about no article of the call or the corpus is an issue.
IngestSummary ingest(Corpus& corpus, std::span<const std::string> paths, const IngestOptions& options = {});

/// Brings clusters, passages and cuts up to date after articles were removed: what ingest() does beside reading.
void refresh(Corpus& corpus, std::size_t jobs, const Progress& progress);

/// Only reads: calls `visit` with what each file gave, in order. Returns the issues of all inputs, with those
/// of paths that could not be opened.
std::vector<Issue> extract(std::span<const std::string> paths, const IngestOptions& options,
                           const std::function<void(const Intake&)>& visit);

}  // namespace sahafa
