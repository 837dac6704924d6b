#include <fmt/format.h>

#include <ostream>

#include "analysis/derive.h"
#include "ingest/pipeline.h"
#include "tools/map_option.h"
#include "tools/messages.h"
#include "tools/verbs.h"

namespace sahafa::tools {
namespace {

constexpr OptionSpec kOptions[] = {
    kMapOption,
    {.name = "no-derive",
     .value = "",
     .help = "Leave index, tokens and claims for the next ingest",
     .default_value = ""},
};

Table to_table(const IngestSummary& summary) {
  using enum TableBuilder::Type;
  TableBuilder table{{"sources", integer},    {"articles", integer}, {"copies", integer},
                     {"duplicates", integer}, {"skipped", integer},  {"failed", integer}};
  table.add(summary.sources).add(summary.articles).add(summary.copies);
  table.add(summary.duplicates).add(summary.skipped).add(summary.failed);
  return table.finish();
}

int run(const Verb& /*verb*/, Invocation& call) {
  Corpus corpus = Corpus::create(call.corpus);
  const WriteLock lock(call.corpus);
  const IngestSummary summary =
      ingest(corpus, call.arguments,
             {.jobs = call.jobs, .progress = call.progress, .columns = column_map(call.options)});
  report_issues(call.err, summary.issues);
  if (!call.options.is_on("no-derive")) derive(corpus, call.jobs, call.progress);
  write_table(to_table(summary), call.format, call.out);
  return summary.issues.empty() ? kOk : kFailed;
}

}  // namespace

Verb ingest_verb() {
  return {.name = "ingest",
          .summary = "Brings files, directories or standard input (-) into a corpus, made if it is not there",
          .example = "sahafa ingest cnss-corpus corpus/cnss",
          .corpus = true,
          .arguments = "PATH...",
          .options = kOptions,
          .run = run};
}

}  // namespace sahafa::tools
