#include <fmt/format.h>

#include <fstream>
#include <ostream>

#include "analysis/coding/reliability.h"
#include "analysis/coding/sample.h"
#include "analysis/selection.h"
#include "text/error.h"
#include "tools/verbs.h"

namespace sahafa::tools {
namespace {

constexpr auto kOptions = with_selection<4>({{
    {"size", "N", "sentences to draw", "200", false},
    {"seed", "N", "of the draw and of the bootstrap", "1", false},
    {"coded", "FILE", "draw: sheets coded before, which teach where to look", "", false},
    {"part", "PART", "judge: only this part of the sample", "", false},
}});

std::vector<CodedItem> read_sheet(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw Error(ErrorCode::unreadable, fmt::format("cannot read {}", path));
  return read_coded_items(file, path);
}

Table draw(Invocation& call) {
  const Corpus corpus = Corpus::open(call.arguments[1]);
  const Context context{.corpus = corpus, .jobs = call.jobs, .progress = call.progress};
  const std::vector<CodedItem> coded = call.options.has("coded")
                                           ? read_sheet(std::string(call.options.get("coded")))
                                           : std::vector<CodedItem>();
  return draw_sample(context, call.options,
                     {.size = static_cast<std::size_t>(call.options.get_integer("size")),
                      .seed = static_cast<std::uint64_t>(call.options.get_integer("seed")),
                      .coded = coded});
}

int run(const Verb& /*verb*/, Invocation& call) {
  const std::string& action = call.arguments.front();
  const std::size_t files = call.arguments.size() - 1;
  Table table;
  if (action == "draw" && files == 1) {
    table = draw(call);
  } else if (action == "agree" && files == 2) {
    table =
        measure_agreement(Codebook::bundled(), read_sheet(call.arguments[1]), read_sheet(call.arguments[2]),
                          static_cast<std::uint64_t>(call.options.get_integer("seed")));
  } else if (action == "judge" && files == 2) {
    table = measure_program(Codebook::bundled(), read_sheet(call.arguments[1]), read_sheet(call.arguments[2]),
                            call.options.get("part"));
  } else {
    throw Error(ErrorCode::usage, "code: use draw CORPUS, agree SHEET SHEET, or judge SHEET CLAIMS");
  }
  write_table(table, call.format, call.out);
  for (const std::string& note : table.notes) call.err << note << '\n';
  return kOk;
}

}  // namespace

Verb code_verb() {
  return {
      .name = "code",
      .summary = "Draws sentences for coders, and says how far they and the program agree: draw|agree|judge",
      .example = "sahafa code draw cnss-corpus --size 100 --format jsonl",
      .corpus = false,
      .arguments = "ACTION...",
      .options = kOptions,
      .run = run};
}

}  // namespace sahafa::tools
