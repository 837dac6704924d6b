#include <fmt/format.h>

#include "analysis/derive.h"
#include "capi/corpus.h"
#include "capi/options.h"
#include "ingest/ingest_options.h"
#include "text/error.h"

namespace {

using namespace sahafa;
using namespace sahafa::capi;

Table ingest_paths(OpenCorpus& open, const std::vector<std::string>& paths, const sahafa_options* options) {
  if (open.access != SAHAFA_WRITE)
    throw Error(ErrorCode::usage,
                fmt::format("{} was opened for reading; open it with SAHAFA_WRITE", open.path));
  const auto [own, jobs] = read_options(options, kIngestOptions);
  IngestOptions reading = make_ingest_options(own);
  reading.jobs = jobs;
  reading.progress = progress_of(open);
  const WriteLock lock(open.corpus->directory());
  adopt_rules(*open.corpus, own);
  const IngestSummary summary = ingest(*open.corpus, paths, reading);
  if (!own.is_on("no-derive")) derive(*open.corpus, jobs, reading.progress);
  return make_row(counts_of(summary));
}

}  // namespace

sahafa_status sahafa_ingest(sahafa_corpus* corpus, const char* const* paths, size_t count,
                            const sahafa_options* options, sahafa_table** out) {
  return make_table(corpus, out, [&](OpenCorpus& open) {
    return ingest_paths(open, read_texts(paths, count, "path"), options);
  });
}
