#include "capi/corpus.h"

#include <utility>

#include "analysis/derive.h"
#include "capi/sahafa.h"
#include "text/error.h"

namespace sahafa::capi {

Progress progress_of(const OpenCorpus& open) {
  if (open.progress == nullptr) return {};
  return [progress = open.progress, user = open.user](std::string_view stage, std::int64_t done,
                                                      std::int64_t total) {
    if (progress(std::string(stage).c_str(), done, total, user) != 0) throw Cancelled();
  };
}

namespace {

Corpus open_corpus(const std::string& path, sahafa_access access) {
  switch (access) {
    case SAHAFA_READ:
      return Corpus::open(path);
    case SAHAFA_WRITE:
      return Corpus::create(path);
  }
  throw Error(ErrorCode::usage, "the access is neither SAHAFA_READ nor SAHAFA_WRITE");
}

Table list_issues(const Catalogue& catalogue) {
  using enum TableBuilder::Type;
  TableBuilder table{{"path", text}, {"place", text}, {"kind", text}, {"message", text}, {"fatal", integer}};
  for (const Issue& issue : catalogue.list_issues())
    table.add(issue.path).add(issue.place).add(issue.kind).add(issue.message).add(std::int64_t{issue.fatal});
  return table.finish();
}

Table list_problems(const Corpus& corpus) {
  TableBuilder table{{"problem", TableBuilder::Type::text}};
  for (const std::string& problem : check_corpus(corpus)) table.add(problem);
  return table.finish();
}

void add_article(TableBuilder& table, const Article& article) {
  table.add(article.id.value).add(article.key).add(article.outlet).add(article.lang).add(article.date);
  table.add(article.title).add(article.authors).add(article.url).add(article.genre);
  table.add(article.words).add(article.text);
}

Table read_articles(const Catalogue& catalogue, ArticleId after, std::int64_t limit) {
  using enum TableBuilder::Type;
  TableBuilder table{{"id", integer}, {"key", text},      {"outlet", text},  {"lang", text},
                     {"date", text},  {"title", text},    {"authors", text}, {"url", text},
                     {"genre", text}, {"words", integer}, {"text", text}};
  catalogue.visit_articles(after, [&](const Article& article) { add_article(table, article); }, limit);
  return table.finish();
}

}  // namespace
}  // namespace sahafa::capi

using namespace sahafa;
using namespace sahafa::capi;

sahafa_status sahafa_open(const char* path, sahafa_access access, sahafa_corpus** out) {
  return guard([&] {
    check_output(out);
    *out = nullptr;
    auto open = std::make_shared<OpenCorpus>();
    open->path = text_argument(path, "the path of the corpus");
    open->access = access;
    open->corpus = open_corpus(open->path, access);
    *out = add_handle(std::move(open));
  });
}

void sahafa_close(sahafa_corpus** corpus) {
  if (corpus == nullptr) return;
  drop_handle(*corpus);
  *corpus = nullptr;
}

sahafa_status sahafa_set_progress(sahafa_corpus* corpus, sahafa_progress progress, void* user) {
  return guard([&] {
    const CorpusPtr open = get_handle(corpus);
    const std::lock_guard lock(open->mutex);
    open->progress = progress;
    open->user = user;
  });
}

sahafa_status sahafa_issues(sahafa_corpus* corpus, sahafa_table** out) {
  return make_table(corpus, out, [](OpenCorpus& open) { return list_issues(open.corpus->catalogue()); });
}

sahafa_status sahafa_check(sahafa_corpus* corpus, sahafa_table** out) {
  return make_table(corpus, out, [](OpenCorpus& open) { return list_problems(*open.corpus); });
}

sahafa_status sahafa_read_articles(sahafa_corpus* corpus, int64_t after, size_t limit, sahafa_table** out) {
  return make_table(corpus, out, [&](OpenCorpus& open) {
    return read_articles(open.corpus->catalogue(), ArticleId{after}, static_cast<std::int64_t>(limit));
  });
}
