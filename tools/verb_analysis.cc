#include <fmt/format.h>

#include <ostream>
#include <string>

#include "analysis/run_with_files.h"
#include "tools/verbs.h"

namespace sahafa::tools {

int run_analysis(const Verb& verb, Invocation& call) {
  const Corpus corpus = Corpus::open(call.corpus);
  const Context context{.corpus = corpus, .jobs = call.jobs, .progress = call.progress};
  const Analysis& analysis = *find_analysis(verb.name);
  if (const Rendering* rendering = find_rendering(analysis, call.options)) {
    rendering->write(context, call.options, call.out);
    return kOk;
  }
  const Table table = run_with_files(analysis, context, call.options);
  write_table(table, call.format, call.out);
  if (!call.quiet) {
    for (const std::string& note : table.notes) call.err << fmt::format("note: {}\n", note);
  }
  return kOk;
}

}  // namespace sahafa::tools
