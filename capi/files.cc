// Verbs that read files and need no corpus.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "analysis/codebook_tables.h"
#include "analysis/label_texts.h"
#include "analysis/list_extracted.h"
#include "analysis/list_tokens.h"
#include "capi/guard.h"
#include "capi/handles.h"
#include "capi/options.h"
#include "capi/valid_table.h"
#include "corpus/whole_file.h"
#include "ingest/ingest_options.h"
#include "text/error.h"

namespace {

using namespace sahafa;
using namespace sahafa::capi;

using Arguments = std::vector<std::string>;

struct FileVerb {
  std::string_view name;
  std::span<const OptionSpec> options;
  Table (*run)(const Arguments& arguments, const CallOptions& call);
};

// Reads as ingest does. What was wrong with inputs has no other place to stand than the notes of the table.
std::vector<std::string> read_files(const Arguments& paths, const CallOptions& call,
                                    const std::function<void(const Intake&)>& visit) {
  IngestOptions reading = make_reading_options(call.options);
  reading.jobs = call.jobs;
  std::vector<std::string> notes;
  for (const Issue& issue : extract(paths, reading, visit))
    notes.push_back(
        fmt::format("{}{}{}: {}", issue.path, issue.place.empty() ? "" : ", ", issue.place, issue.message));
  return notes;
}

Table list_extracted(const Arguments& paths, const CallOptions& call) {
  TableBuilder rows = make_extracted_table();
  auto notes = read_files(paths, call, [&](const Intake& intake) { add_extracted(rows, intake); });
  Table table = rows.finish();
  table.notes = std::move(notes);
  return table;
}

Table list_tokens(const Arguments& paths, const CallOptions& call) {
  TokenLister lister(call.options);
  auto notes = read_files(paths, call, [&](const Intake& intake) { lister.add(intake); });
  Table table = lister.finish();
  table.notes = std::move(notes);
  return table;
}

Table train(const Arguments& paths, const CallOptions& call) {
  const std::string model = get_model_path(call.options);
  Trained trained = train_on_files(paths, call.options);
  write_whole_file(model, [&](std::ostream& file) { trained.classifier.save(file); });
  return trained.judged ? std::move(*trained.judged) : Table{};
}

Table classify(const Arguments& paths, const CallOptions& call) {
  return classify_files(paths, call.options);
}

Table show_codebook(const Arguments& arguments, const CallOptions& /*call*/) {
  if (arguments.empty() || arguments.size() > 2)
    throw Error(ErrorCode::usage, "codebook: one action, check, lint or show, and at most one file");
  const Codebook codebook = arguments.size() == 1 ? Codebook::bundled() : Codebook::load(arguments[1]);
  if (arguments[0] == "check") return describe_codebook(codebook);
  if (arguments[0] == "lint") return list_findings(codebook);
  if (arguments[0] == "show") return list_entries(codebook);
  throw Error(ErrorCode::usage,
              fmt::format("codebook: no action \"{}\"; there are check, lint and show", arguments[0]));
}

constexpr auto kTokenCallOptions = join_options(kReadingOptions, kTokenOptions);
constexpr std::array<FileVerb, 5> kVerbs = {{{"extract", kReadingOptions, list_extracted},
                                             {"tokens", kTokenCallOptions, list_tokens},
                                             {"train", kTrainOptions, train},
                                             {"classify", kClassifyOptions, classify},
                                             {"codebook", {}, show_codebook}}};

const FileVerb& get_verb(std::string_view name) {
  const auto found = std::ranges::find(kVerbs, name, &FileVerb::name);
  if (found != kVerbs.end()) return *found;
  throw Error(
      ErrorCode::usage,
      fmt::format(
          "there is no verb \"{}\" for files; there are extract, tokens, train, classify and codebook",
          name));
}

}  // namespace

sahafa_status sahafa_run_files(const char* verb, const char* const* arguments, size_t count,
                               const sahafa_options* options, sahafa_table** out) {
  return guard([&] {
    check_output(out);
    *out = nullptr;
    const FileVerb& chosen = get_verb(text_argument(verb, "the name of the verb"));
    const CallOptions call = read_options(options, chosen.options);
    *out = add_handle(make_valid(chosen.run(read_texts(arguments, count, "argument"), call)));
  });
}
