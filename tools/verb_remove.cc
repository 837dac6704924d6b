#include "analysis/derive.h"
#include "analysis/remove_articles.h"
#include "ingest/pipeline.h"
#include "tools/messages.h"
#include "tools/verbs.h"

namespace sahafa::tools {
namespace {

int run(const Verb& /*verb*/, Invocation& call) {
  Corpus corpus = Corpus::open(call.corpus, Database::Access::write);
  const WriteLock lock(call.corpus);
  const RemovalAnswer answer = remove_articles(corpus, call.options, call.arguments);
  if (answer.removes) {
    refresh(corpus, call.jobs, call.progress);
    derive(corpus, call.jobs, call.progress);
  }
  for (const std::string& note : answer.table.notes) report_message(call.err, note);
  write_table(answer.table, call.format, call.out);
  return kOk;
}

}  // namespace

Verb remove_verb() {
  return {.name = "remove",
          .summary = "Takes articles out of a corpus, by id or by query, and keeps a note of each",
          .example = "sahafa remove cnss-corpus --where \"outlet:telquel genre:column\" --dry-run",
          .corpus = true,
          .arguments = "[ID...]",
          .options = kRemoveOptions,
          .run = run};
}

}  // namespace sahafa::tools
