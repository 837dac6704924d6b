#include "analysis/list_articles.h"

#include "analysis/selection.h"

namespace sahafa {
namespace {

constexpr auto kOptions = with_selection<0>({});

Table run(const Context& context, const Options& options) {
  using enum TableBuilder::Type;
  TableBuilder table({{"id", integer},
                      {"key", text},
                      {"outlet", text},
                      {"lang", text},
                      {"date", text},
                      {"title", text},
                      {"words", integer},
                      {"copies", integer},
                      {"cluster", integer},
                      {"url", text}});
  for (const Selected& selected : select_articles(context, options)) {
    const Article& article = selected.article;
    table.add(article.id.value).add(article.key).add(article.outlet).add(article.lang).add(article.date);
    table.add(article.title)
        .add(article.words)
        .add(selected.copies)
        .add(selected.cluster.value)
        .add(article.url);
  }
  return table.finish();
}

}  // namespace

constinit const Analysis kListArticles = {
    .name = "articles",
    .summary = "Lists articles",
    .example = "sahafa articles cnss-corpus --lang ar --from 2025-04-08",
    .options = kOptions,
    .run = run};

}  // namespace sahafa
