#include <ostream>

#include "analysis/export/export.h"
#include "tools/verbs.h"

namespace sahafa::tools {
namespace {

int run(const Verb& /*verb*/, Invocation& call) {
  const Corpus corpus = Corpus::open(call.corpus);
  const Context context{.corpus = corpus, .jobs = call.jobs, .progress = call.progress};
  if (call.options.has("folder")) {
    export_folder(context, call.options, call.options.get("folder"));
  } else {
    export_articles(context, call.options, call.out);
  }
  return kOk;
}

}  // namespace

Verb export_verb() {
  return {.name = "export",
          .summary = "Writes articles for other programs: CSV, JSON Lines, IRaMuTeQ, TXM, NoSketch Engine",
          .example = "sahafa export cnss-corpus --as iramuteq --lang fr",
          .corpus = true,
          .arguments = {},
          .options = kExportOptions,
          .run = run};
}

}  // namespace sahafa::tools
