#include "analysis/derive.h"
#include "tools/verbs.h"

namespace sahafa::tools {
namespace {

int run(const Verb& /*verb*/, Invocation& call) {
  Corpus corpus = Corpus::open(call.corpus, Database::Access::write);
  const WriteLock lock(call.corpus);
  write_table(remake_index(corpus, call.options, call.jobs, call.progress), call.format, call.out);
  return kOk;
}

}  // namespace

Verb index_verb() {
  return {.name = "index",
          .summary = "Makes the full-text index anew, and says how it is made from then on",
          .example = "sahafa index cnss-corpus --arabic-stemmer light",
          .corpus = true,
          .arguments = {},
          .options = kIndexOptions,
          .run = run};
}

}  // namespace sahafa::tools
