#include <fmt/format.h>

#include "analysis/analysis.h"
#include "analysis/report/html.h"
#include "capi/corpus.h"
#include "capi/file.h"
#include "capi/options.h"
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

}  // namespace

sahafa_status sahafa_analyses(sahafa_table** out) {
  return guard([&] {
    check_output(out);
    *out = nullptr;
    *out = add_handle(std::make_shared<const Table>(list_analyses()));
  });
}

sahafa_status sahafa_analysis_options(const char* analysis, sahafa_table** out) {
  return guard([&] {
    check_output(out);
    *out = nullptr;
    *out = add_handle(std::make_shared<const Table>(list_options(get_analysis(analysis))));
  });
}

sahafa_status sahafa_run(sahafa_corpus* corpus, const char* analysis, const sahafa_options* options,
                         sahafa_table** out) {
  return make_table(corpus, out, [&](OpenCorpus& open) {
    const Analysis& chosen = get_analysis(analysis);
    const auto [own, jobs] = read_options(options, chosen.options);
    return chosen.run({.corpus = *open.corpus, .jobs = jobs, .progress = progress_of(open)}, own);
  });
}

sahafa_status sahafa_report(sahafa_corpus* corpus, const sahafa_options* options, const char* path) {
  return guard([&] {
    const CorpusPtr open = get_handle(corpus);
    const std::string_view target = text_argument(path, "the path of the report");
    const std::lock_guard lock(open->mutex);
    const auto [own, jobs] = read_options(options, html_report_options());
    const Context context{.corpus = *open->corpus, .jobs = jobs, .progress = progress_of(*open)};
    write_file(target, [&](std::ostream& file) { file << make_html_report(context, own); });
  });
}
