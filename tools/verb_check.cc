#include <fmt/format.h>

#include <ostream>

#include "analysis/derive.h"
#include "tools/messages.h"
#include "tools/verbs.h"

namespace sahafa::tools {
namespace {

int run(const Verb& /*verb*/, Invocation& call) {
  const Corpus corpus = Corpus::open(call.corpus);
  const std::vector<std::string> wrong = check_corpus(corpus);
  for (const std::string& line : wrong)
    report_message(call.err, fmt::format("{}: {}", call.corpus.string(), line));
  if (!wrong.empty()) return kFailed;
  call.out << fmt::format("{}: {} articles, nothing wrong\n", call.corpus.string(),
                          corpus.catalogue().count_articles());
  return kOk;
}

}  // namespace

Verb check_verb() {
  return {.name = "check",
          .summary = "Verifies that a corpus is whole: catalogue, tokens and index",
          .example = "sahafa check cnss-corpus",
          .corpus = true,
          .arguments = {},
          .options = {},
          .run = run};
}

}  // namespace sahafa::tools
