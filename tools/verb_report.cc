#include <ostream>

#include "analysis/report/html.h"
#include "tools/verbs.h"

namespace sahafa::tools {
namespace {

int run(const Verb& /*verb*/, Invocation& call) {
  const Corpus corpus = Corpus::open(call.corpus);
  const Context context{.corpus = corpus, .jobs = call.jobs, .progress = call.progress};
  call.out << make_html_report(context, call.options);
  return kOk;
}

}  // namespace

Verb report_verb() {
  return {
      .name = "report",
      .summary =
          "One HTML page that needs no network: the comparison, charts, and the sentences behind each number",
      .example = "sahafa report cnss-corpus -o report.html",
      .corpus = true,
      .arguments = {},
      .options = html_report_options(),
      .run = run};
}

}  // namespace sahafa::tools
