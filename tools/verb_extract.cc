#include <ostream>

#include "analysis/list_extracted.h"
#include "ingest/ingest_options.h"
#include "tools/messages.h"
#include "tools/verbs.h"

namespace sahafa::tools {
namespace {

int run(const Verb& /*verb*/, Invocation& call) {
  TableBuilder table = make_extracted_table();
  const auto add = [&table](const Intake& intake) { add_extracted(table, intake); };
  IngestOptions options = make_reading_options(call.options);
  options.jobs = call.jobs;
  options.progress = call.progress;
  const auto issues = extract(call.arguments, options, add);
  report_issues(call.err, issues);
  write_table(table.finish(), call.format, call.out);
  return issues.empty() ? kOk : kFailed;
}

}  // namespace

Verb extract_verb() {
  return {.name = "extract",
          .summary = "Reads files as ingest would and prints the articles; nothing is stored",
          .example = "sahafa extract corpus/cnss/divers/page-ar.html",
          .corpus = false,
          .arguments = "PATH...",
          .options = kReadingOptions,
          .run = run};
}

}  // namespace sahafa::tools
