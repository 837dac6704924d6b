#include <fmt/format.h>

#include <ostream>

#include "analysis/codebook_tables.h"
#include "text/error.h"
#include "tools/verbs.h"

namespace sahafa::tools {
namespace {

int run(const Verb& /*verb*/, Invocation& call) {
  const std::string& action = call.arguments.front();
  if (call.arguments.size() > 2) throw Error(ErrorCode::usage, "codebook: one action and at most one file");
  const bool bundled = call.arguments.size() == 1;
  const Codebook loaded = bundled ? Codebook::bundled() : Codebook::load(call.arguments[1]);
  if (action == "show") {
    write_table(list_entries(loaded), call.format, call.out);
  } else if (action == "lint") {
    write_table(list_findings(loaded), call.format, call.out);
  } else if (action == "check") {
    call.out << fmt::format("{}: valid, {} actors, {} frames, hash {}\n",
                            bundled ? "bundled codebook" : call.arguments[1], loaded.actors().size(),
                            loaded.frames().size(), loaded.hash());
  } else {
    throw Error(ErrorCode::usage,
                fmt::format("codebook: no action '{}'; there are check, lint and show", action));
  }
  return kOk;
}

}  // namespace

Verb codebook_verb() {
  return {.name = "codebook",
          .summary =
              "Checks a codebook, looks for what is hardly meant, or shows it: check|lint|show [FILE]; the "
              "bundled one without",
          .example = "sahafa codebook show",
          .corpus = false,
          .arguments = "ACTION...",
          .options = {},
          .run = run};
}

}  // namespace sahafa::tools
