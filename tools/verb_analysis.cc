#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <string>

#include "text/error.h"
#include "tools/output.h"
#include "tools/verbs.h"

namespace sahafa::tools {
namespace {

bool declares(const Analysis& analysis, std::string_view option) {
  return std::ranges::find(analysis.options, option, &OptionSpec::name) != analysis.options.end();
}

const Rendering& find_rendering(const Analysis& analysis, std::string_view name) {
  const auto found = std::ranges::find(analysis.renderings, name, &Rendering::name);
  if (found != analysis.renderings.end()) return *found;
  std::string known;
  for (const Rendering& rendering : analysis.renderings)
    known += fmt::format("{}{}", known.empty() ? "" : ", ", rendering.name);
  throw Error(ErrorCode::usage, fmt::format("--as takes {}, not \"{}\"", known, name));
}

void draw(const Analysis& analysis, const Table& table, const Options& options) {
  Output file{std::string(options.get("plot"))};
  file.stream() << analysis.plot(table, options);
  file.finish();
}

}  // namespace

int run_analysis(const Verb& verb, Invocation& call) {
  const Corpus corpus = Corpus::open(call.corpus);
  const Context context{.corpus = corpus, .jobs = call.jobs, .progress = call.progress};
  const Analysis& analysis = *find_analysis(verb.name);
  if (!analysis.renderings.empty() && call.options.has("as")) {
    find_rendering(analysis, call.options.get("as")).write(context, call.options, call.out);
    return kOk;
  }
  const Table table = analysis.run(context, call.options);
  if (analysis.plot != nullptr && declares(analysis, "plot") && call.options.has("plot"))
    draw(analysis, table, call.options);
  write_table(table, call.format, call.out);
  if (!call.quiet) {
    for (const std::string& note : table.notes) call.err << fmt::format("note: {}\n", note);
  }
  return kOk;
}

}  // namespace sahafa::tools
