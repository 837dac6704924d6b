// Verbs that change a corpus without reading files.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "analysis/derive.h"
#include "analysis/remove_articles.h"
#include "capi/corpus.h"
#include "capi/options.h"
#include "ingest/pipeline.h"
#include "text/error.h"

namespace {

using namespace sahafa;
using namespace sahafa::capi;

using Arguments = std::vector<std::string>;

Table make_index(Corpus& corpus, const Arguments& arguments, const CallOptions& call,
                 const Progress& progress) {
  if (!arguments.empty()) throw Error(ErrorCode::usage, "index takes no arguments");
  return remake_index(corpus, call.options, call.jobs, progress);
}

Table remove(Corpus& corpus, const Arguments& ids, const CallOptions& call, const Progress& progress) {
  RemovalAnswer answer = remove_articles(corpus, call.options, ids);
  if (answer.removes) {
    refresh(corpus, call.jobs, progress);
    derive(corpus, call.jobs, progress);
  }
  return std::move(answer.table);
}

struct ChangingVerb {
  std::string_view name;
  std::span<const OptionSpec> options;
  Table (*run)(Corpus& corpus, const Arguments& arguments, const CallOptions& call, const Progress& progress);
};

constexpr std::array<ChangingVerb, 2> kVerbs = {
    {{"index", kIndexOptions, make_index}, {"remove", kRemoveOptions, remove}}};

const ChangingVerb& get_verb(std::string_view name) {
  const auto found = std::ranges::find(kVerbs, name, &ChangingVerb::name);
  if (found != kVerbs.end()) return *found;
  throw Error(ErrorCode::usage,
              fmt::format("there is no verb \"{}\" that changes a corpus; there are index and remove", name));
}

}  // namespace

sahafa_status sahafa_change(sahafa_corpus* corpus, const char* verb, const char* const* arguments,
                            size_t count, const sahafa_options* options, sahafa_table** out) {
  return make_table(corpus, out, [&](OpenCorpus& open) {
    require_writing(open);
    const ChangingVerb& chosen = get_verb(text_argument(verb, "the name of the verb"));
    const CallOptions call = read_options(options, chosen.options);
    const Arguments texts = read_texts(arguments, count, "argument");
    const WriteLock lock(open.corpus->directory());
    return chosen.run(*open.corpus, texts, call, progress_of(open));
  });
}
