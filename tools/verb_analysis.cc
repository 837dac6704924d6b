#include <fmt/format.h>

#include <ostream>

#include "tools/verbs.h"

namespace sahafa::tools {

int run_analysis(const Verb& verb, Invocation& call) {
  const Corpus corpus = Corpus::open(call.corpus);
  const Context context{.corpus = corpus, .jobs = call.jobs, .progress = call.progress};
  const Table table = find_analysis(verb.name)->run(context, call.options);
  write_table(table, call.format, call.out);
  if (!call.quiet) {
    for (const std::string& note : table.notes) call.err << fmt::format("note: {}\n", note);
  }
  return kOk;
}

}  // namespace sahafa::tools
