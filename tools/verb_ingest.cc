#include <fmt/format.h>

#include <string>
#include <vector>

#include "analysis/derive.h"
#include "analysis/source_report.h"
#include "ingest/ingest_options.h"
#include "tools/messages.h"
#include "tools/output.h"
#include "tools/verbs.h"

namespace sahafa::tools {
namespace {

void write_report(SourceReport& report, const std::string& path) {
  if (path.empty()) return;
  Output file(path);
  write_table(report.sources(), Format::csv, file.stream());
  file.finish();
}

// The texts are not those of the pages: said whenever it is so.
void report_cleaning(const IngestSummary& summary, Invocation& call) {
  if (summary.cleaned == 0) return;
  report_message(call.err,
                 fmt::format("{} articles without lines that repeat on the pages of their outlet; see sahafa "
                             "repeated {}",
                             summary.cleaned, call.corpus.string()));
}

void report_removed(const IngestSummary& summary, Invocation& call) {
  if (summary.removed == 0) return;
  report_message(call.err,
                 fmt::format("{} articles stay out because they were removed; see sahafa remove {} --list",
                             summary.removed, call.corpus.string()));
}

int finish(const Table& table, SourceReport& report, const std::vector<Issue>& issues, Invocation& call) {
  report_issues(call.err, issues);
  write_report(report, std::string(call.options.get("report")));
  write_table(table, call.format, call.out);
  return issues.empty() ? kOk : kFailed;
}

int run(const Verb& /*verb*/, Invocation& call) {
  SourceReport report;
  const auto visit = [&report](const Intake& intake) { report.add(intake); };
  IngestOptions options = make_ingest_options(call.options);
  options.jobs = call.jobs;
  options.progress = call.progress;
  if (call.options.is_on("dry-run")) {
    const std::vector<Issue> issues = extract(call.arguments, options, visit);
    report.add_unopened(issues);
    return finish(report.readers(), report, issues, call);
  }
  Corpus corpus = Corpus::create(call.corpus);
  const WriteLock lock(call.corpus);
  adopt_rules(corpus, call.options);
  options.visit = visit;
  const IngestSummary summary = ingest(corpus, call.arguments, options);
  report_cleaning(summary, call);
  report_removed(summary, call);
  report.add_unopened(summary.issues);
  if (!call.options.is_on("no-derive")) derive(corpus, call.jobs, call.progress);
  return finish(make_row(counts_of(summary)), report, summary.issues, call);
}

}  // namespace

Verb ingest_verb() {
  return {.name = "ingest",
          .summary = "Brings files, directories or standard input (-) into a corpus, made if it is not there",
          .example = "sahafa ingest cnss-corpus corpus/cnss",
          .corpus = true,
          .arguments = "PATH...",
          .options = kIngestOptions,
          .run = run};
}

}  // namespace sahafa::tools
