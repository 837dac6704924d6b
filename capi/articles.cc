// Whole articles with their texts, by the batch: a corpus of any size passes through the memory of one batch.
#include <algorithm>
#include <cstdint>
#include <limits>

#include "capi/arrow_export.h"
#include "capi/corpus.h"
#include "capi/valid_table.h"
#include "text/error.h"

namespace {

using namespace sahafa;
using namespace sahafa::capi;

TableBuilder make_articles_table() {
  using enum TableBuilder::Type;
  return TableBuilder{{"id", integer}, {"key", text},      {"outlet", text},  {"lang", text},
                      {"date", text},  {"title", text},    {"authors", text}, {"url", text},
                      {"genre", text}, {"words", integer}, {"text", text}};
}

void add_article(TableBuilder& table, const Article& article) {
  table.add(article.id.value).add(article.key).add(article.outlet).add(article.lang).add(article.date);
  table.add(article.title).add(article.authors).add(article.url).add(article.genre);
  table.add(article.words).add(article.text);
}

Table read_articles(const OpenCorpus& open, std::int64_t after, std::size_t limit) {
  constexpr std::size_t kMost = std::numeric_limits<std::int64_t>::max();
  TableBuilder table = make_articles_table();
  open.corpus->catalogue().visit_articles(
      ArticleId{after}, [&](const Article& article) { add_article(table, article); },
      static_cast<std::int64_t>(std::min(limit, kMost)));
  return table.finish();
}

// The articles behind those that were given, at each call.
class ArticleBatches {
 public:
  ArticleBatches(CorpusPtr corpus, std::size_t rows) : corpus_(std::move(corpus)), rows_(rows) {}

  Rows operator()() {
    const auto lock = lock_calls(*corpus_);
    const auto batch = make_valid(read_articles(*corpus_, after_, rows_));
    if (batch->rows() > 0) after_ = std::get<std::vector<std::int64_t>>(batch->get("id").values).back();
    return {.table = batch, .first = 0, .count = batch->rows()};
  }

 private:
  CorpusPtr corpus_;
  std::size_t rows_;
  std::int64_t after_ = 0;
};

}  // namespace

sahafa_status sahafa_read_articles(sahafa_corpus* corpus, int64_t after, size_t limit, sahafa_table** out) {
  return make_table(corpus, out, [&](OpenCorpus& open) { return read_articles(open, after, limit); });
}

sahafa_status sahafa_stream_articles(sahafa_corpus* corpus, size_t batch, ArrowArrayStream* out) {
  return guard([&] {
    check_output(out);
    *out = {};
    CorpusPtr open = get_handle(corpus);
    if (batch == 0) throw Error(ErrorCode::usage, "a batch needs at least one row");
    export_stream(make_valid(make_articles_table().finish()), ArticleBatches(std::move(open), batch), *out);
  });
}
