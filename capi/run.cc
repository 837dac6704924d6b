#include <fmt/format.h>

#include "analysis/analysis.h"
#include "analysis/export/export.h"
#include "analysis/report/html.h"
#include "analysis/run_with_files.h"
#include "capi/corpus.h"
#include "capi/options.h"
#include "corpus/whole_file.h"
#include "text/error.h"

namespace {

using namespace sahafa;
using namespace sahafa::capi;

const Analysis& get_analysis(const char* name) {
  const std::string_view text = text_argument(name, "the name of the analysis");
  if (const Analysis* analysis = find_analysis(text)) return *analysis;
  throw Error(ErrorCode::usage, fmt::format("there is no analysis \"{}\"; sahafa_analyses lists them", text));
}

Table list_analyses() {
  using enum TableBuilder::Type;
  TableBuilder table{{"name", text}, {"summary", text}, {"example", text}};
  for (const Analysis& analysis : analyses())
    table.add(analysis.name).add(analysis.summary).add(analysis.example);
  return table.finish();
}

Table list_options(const Analysis& analysis) {
  using enum TableBuilder::Type;
  TableBuilder table{
      {"name", text}, {"value", text}, {"help", text}, {"default", text}, {"positional", integer}};
  for (const OptionSpec& spec : analysis.options) {
    table.add(spec.name).add(spec.value).add(spec.help).add(spec.default_value);
    table.add(std::int64_t{spec.positional});
  }
  return table.finish();
}

constexpr std::string_view kPathName = "the path of the file";

// What a call needs that writes a file, not a table; no other call uses the corpus meanwhile.
struct WritingCall {
  WritingCall(sahafa_corpus* corpus, const sahafa_options* handle, std::span<const OptionSpec> specs)
      : open(get_handle(corpus)), lock(lock_calls(*open)) {
    auto [own, jobs] = read_options(handle, specs);
    options = std::move(own);
    context.jobs = jobs;
  }

  CorpusPtr open;
  std::unique_lock<std::mutex> lock;
  Options options;
  Context context{.corpus = *open->corpus, .jobs = 1, .progress = progress_of(*open)};
};

}  // namespace

sahafa_status sahafa_analyses(sahafa_table** out) {
  return guard([&] {
    check_output(out);
    *out = nullptr;
    *out = add_handle(make_valid(list_analyses()));
  });
}

sahafa_status sahafa_analysis_options(const char* analysis, sahafa_table** out) {
  return guard([&] {
    check_output(out);
    *out = nullptr;
    *out = add_handle(make_valid(list_options(get_analysis(analysis))));
  });
}

sahafa_status sahafa_run(sahafa_corpus* corpus, const char* analysis, const sahafa_options* options,
                         sahafa_table** out) {
  return make_table(corpus, out, [&](OpenCorpus& open) {
    const Analysis& chosen = get_analysis(analysis);
    const auto [own, jobs] = read_options(options, chosen.options);
    if (find_rendering(chosen, own) != nullptr)
      throw Error(ErrorCode::usage,
                  fmt::format("as \"{}\" is no table; sahafa_render writes it", own.get("as")));
    const Context context{.corpus = *open.corpus, .jobs = jobs, .progress = progress_of(open)};
    return run_with_files(chosen, context, own);
  });
}

sahafa_status sahafa_render(sahafa_corpus* corpus, const char* analysis, const sahafa_options* options,
                            const char* path) {
  return guard([&] {
    const Analysis& chosen = get_analysis(analysis);
    const WritingCall call(corpus, options, chosen.options);
    const Rendering* const rendering = find_rendering(chosen, call.options);
    if (rendering == nullptr)
      throw Error(
          ErrorCode::usage,
          fmt::format("{} has no other form than its table, or the option \"as\" that names it is missing",
                      chosen.name));
    write_whole_file(text_argument(path, kPathName),
                     [&](std::ostream& file) { rendering->write(call.context, call.options, file); });
  });
}

sahafa_status sahafa_export(sahafa_corpus* corpus, const sahafa_options* options, const char* path) {
  return guard([&] {
    const WritingCall call(corpus, options, kExportOptions);
    if (call.options.has("folder")) {
      export_folder(call.context, call.options, call.options.get("folder"));
    } else {
      write_whole_file(text_argument(path, kPathName),
                       [&](std::ostream& file) { export_articles(call.context, call.options, file); });
    }
  });
}

sahafa_status sahafa_report(sahafa_corpus* corpus, const sahafa_options* options, const char* path) {
  return guard([&] {
    const WritingCall call(corpus, options, html_report_options());
    write_whole_file(text_argument(path, kPathName),
                     [&](std::ostream& file) { file << make_html_report(call.context, call.options); });
  });
}
