#include "analysis/run_with_files.h"

#include <ostream>
#include <string>

#include "analysis/report/writer.h"
#include "corpus/whole_file.h"

namespace sahafa {
namespace {

Format format_of(std::string_view file) {
  if (file.ends_with(".jsonl")) return Format::jsonl;
  return file.ends_with(".tsv") ? Format::tsv : Format::csv;
}

// Beside the table as a file, or in its place.
Table open_rows(const Analysis& analysis, const Context& context, const Options& options, Table table) {
  const std::string_view file = options.get("evidence");
  Table evidence = analysis.evidence(context, options, table);
  if (file == "-") return evidence;
  write_whole_file(file, [&](std::ostream& out) { write_table(evidence, format_of(file), out); });
  table.notes.insert(table.notes.end(), evidence.notes.begin(), evidence.notes.end());
  return table;
}

}  // namespace

Table run_with_files(const Analysis& analysis, const Context& context, const Options& options) {
  Table table = analysis.run(context, options);
  if (wants_plot(analysis, options))
    write_whole_file(options.get("plot"), [&](std::ostream& out) { out << analysis.plot(table, options); });
  if (analysis.evidence == nullptr || !options.has("evidence")) return table;
  return open_rows(analysis, context, options, std::move(table));
}

}  // namespace sahafa
