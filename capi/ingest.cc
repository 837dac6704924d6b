#include "ingest/pipeline.h"

#include <fmt/format.h>

#include "analysis/derive.h"
#include "capi/corpus.h"
#include "capi/options.h"
#include "text/error.h"

namespace {

using namespace sahafa;
using namespace sahafa::capi;

constexpr OptionSpec kOptions[] = {
    {.name = "map", .value = "FIELD=COLUMN,...", .help = "what columns and keys hold", .default_value = ""},
    {.name = "outlets",
     .value = "FILE.toml",
     .help = "outlets of one's own and their pages",
     .default_value = ""},
    {.name = "keep-repeated", .value = "", .help = "leave repeated lines of pages", .default_value = ""},
    {.name = "no-derive", .value = "", .help = "leave index, tokens and claims", .default_value = ""},
};

std::vector<std::string> read_paths(const char* const* paths, std::size_t count) {
  if (paths == nullptr && count > 0) throw Error(ErrorCode::usage, "the array of paths is NULL");
  std::vector<std::string> list;
  for (std::size_t i = 0; i < count; ++i)
    list.emplace_back(text_argument(paths[i], fmt::format("path {}", i)));
  return list;
}

Table to_table(const IngestSummary& summary) {
  using enum TableBuilder::Type;
  TableBuilder table{{"sources", integer},    {"articles", integer}, {"copies", integer},
                     {"duplicates", integer}, {"skipped", integer},  {"failed", integer}};
  table.add(summary.sources).add(summary.articles).add(summary.copies);
  table.add(summary.duplicates).add(summary.skipped).add(summary.failed);
  return table.finish();
}

Table ingest_paths(OpenCorpus& open, const std::vector<std::string>& paths, const sahafa_options* options) {
  if (open.access != SAHAFA_WRITE)
    throw Error(ErrorCode::usage,
                fmt::format("{} was opened for reading; open it with SAHAFA_WRITE", open.path));
  const auto [own, jobs] = read_options(options, kOptions);
  const std::string file(own.get("outlets"));
  const OutletRegistry outlets = file.empty() ? OutletRegistry::bundled() : OutletRegistry::load(file);
  const Progress progress = progress_of(open);
  const WriteLock lock(open.corpus->directory());
  const IngestSummary summary = ingest(*open.corpus, paths,
                                       {.jobs = jobs,
                                        .progress = progress,
                                        .columns = parse_column_map(own.get_list("map")),
                                        .outlets = &outlets,
                                        .keep_repeated = own.is_on("keep-repeated")});
  if (!own.is_on("no-derive")) derive(*open.corpus, jobs, progress);
  return to_table(summary);
}

}  // namespace

sahafa_status sahafa_ingest(sahafa_corpus* corpus, const char* const* paths, size_t count,
                            const sahafa_options* options, sahafa_table** out) {
  return make_table(corpus, out,
                    [&](OpenCorpus& open) { return ingest_paths(open, read_paths(paths, count), options); });
}
