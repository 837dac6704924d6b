#include <ostream>

#include "analysis/derive.h"
#include "analysis/report/writer.h"
#include "analysis/source_report.h"
#include "capi/corpus.h"
#include "capi/options.h"
#include "corpus/whole_file.h"
#include "ingest/ingest_options.h"

namespace {

using namespace sahafa;
using namespace sahafa::capi;

void write_report(SourceReport& report, const Options& options) {
  if (!options.has("report")) return;
  write_whole_file(options.get("report"),
                   [&](std::ostream& out) { write_table(report.sources(), Format::csv, out); });
}

// What would be taken, by reader; the corpus is not looked at.
Table try_paths(const std::vector<std::string>& paths, const Options& options, IngestOptions& reading) {
  SourceReport report;
  report.add_unopened(extract(paths, reading, [&](const Intake& intake) { report.add(intake); }));
  write_report(report, options);
  return report.readers();
}

Table ingest_paths(OpenCorpus& open, const std::vector<std::string>& paths, const sahafa_options* options) {
  const auto [own, jobs] = read_options(options, kIngestOptions);
  IngestOptions reading = make_ingest_options(own);
  reading.jobs = jobs;
  reading.progress = progress_of(open);
  if (own.is_on("dry-run")) return try_paths(paths, own, reading);
  require_writing(open);
  SourceReport report;
  reading.visit = [&](const Intake& intake) { report.add(intake); };
  const WriteLock lock(open.corpus->directory());
  adopt_rules(*open.corpus, own);
  const IngestSummary summary = ingest(*open.corpus, paths, reading);
  report.add_unopened(summary.issues);
  write_report(report, own);
  if (!own.is_on("no-derive")) derive(*open.corpus, jobs, reading.progress);
  return make_row(counts_of(summary));
}

}  // namespace

sahafa_status sahafa_ingest(sahafa_corpus* corpus, const char* const* paths, size_t count,
                            const sahafa_options* options, sahafa_table** out) {
  return make_table(corpus, out, [&](OpenCorpus& open) {
    return ingest_paths(open, read_texts(paths, count, "path"), options);
  });
}
