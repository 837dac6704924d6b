#include <fmt/format.h>

#include <ostream>
#include <string>
#include <utility>

#include "tools/output.h"
#include "tools/verbs.h"

namespace sahafa::tools {
namespace {

void draw(const Analysis& analysis, const Table& table, const Options& options) {
  Output file{std::string(options.get("plot"))};
  file.stream() << analysis.plot(table, options);
  file.finish();
}

Format format_of(const std::string& file) {
  if (file.ends_with(".jsonl")) return Format::jsonl;
  return file.ends_with(".tsv") ? Format::tsv : Format::csv;
}

// Beside the table as a file, or in its place.
void open_rows(const Analysis& analysis, const Context& context, const Options& options, Table& table) {
  const std::string file(options.get("evidence"));
  Table evidence = analysis.evidence(context, options, table);
  if (file == "-") {
    table = std::move(evidence);
    return;
  }
  Output output(file);
  write_table(evidence, format_of(file), output.stream());
  output.finish();
  table.notes.insert(table.notes.end(), evidence.notes.begin(), evidence.notes.end());
}

}  // namespace

int run_analysis(const Verb& verb, Invocation& call) {
  const Corpus corpus = Corpus::open(call.corpus);
  const Context context{.corpus = corpus, .jobs = call.jobs, .progress = call.progress};
  const Analysis& analysis = *find_analysis(verb.name);
  if (const Rendering* rendering = find_rendering(analysis, call.options)) {
    rendering->write(context, call.options, call.out);
    return kOk;
  }
  Table table = analysis.run(context, call.options);
  if (wants_plot(analysis, call.options)) draw(analysis, table, call.options);
  if (analysis.evidence != nullptr && call.options.has("evidence"))
    open_rows(analysis, context, call.options, table);
  write_table(table, call.format, call.out);
  if (!call.quiet) {
    for (const std::string& note : table.notes) call.err << fmt::format("note: {}\n", note);
  }
  return kOk;
}

}  // namespace sahafa::tools
