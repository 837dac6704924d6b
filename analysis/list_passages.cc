#include "analysis/list_passages.h"

#include <set>

#include "analysis/kept_article.h"
#include "analysis/selection.h"

namespace sahafa {
namespace {

constexpr auto kOptions = with_selection<1>({{{"all", "", "list parts of longer passages, too", "", false}}});

void add_row(TableBuilder& table, const Passage& passage, const Article& a, const Article& b) {
  table.add(a.id.value).add(std::int64_t{passage.a_span.begin}).add(std::int64_t{passage.a_span.end});
  table.add(b.id.value).add(std::int64_t{passage.b_span.begin}).add(std::int64_t{passage.b_span.end});
  table.add(passage.similarity).add(is_earlier(a.date, b.date) ? "a to b" : "unknown");
  table.add(a.outlet).add(a.date).add(b.outlet).add(b.date);
  table.add(slice(a.text, passage.a_span)).add(slice(b.text, passage.b_span));
}

Table run(const Context& context, const Options& options) {
  const std::set<ArticleId> wanted = select_ids(context, options);
  using enum TableBuilder::Type;
  TableBuilder table({{"a", integer},
                      {"a_begin", integer},
                      {"a_end", integer},
                      {"b", integer},
                      {"b_begin", integer},
                      {"b_end", integer},
                      {"similarity", number},
                      {"direction", text},
                      {"a_outlet", text},
                      {"a_date", text},
                      {"b_outlet", text},
                      {"b_date", text},
                      {"a_text", text},
                      {"b_text", text}});
  KeptArticle a(context.corpus.catalogue());
  KeptArticle b(context.corpus.catalogue());
  for (const Passage& passage : context.corpus.catalogue().list_passages()) {
    if (passage.contained && !options.is_on("all")) continue;
    if (wanted.contains(passage.a) || wanted.contains(passage.b))
      add_row(table, passage, a.get(passage.a), b.get(passage.b));
  }
  return table.finish();
}

}  // namespace

bool is_earlier(std::string_view a, std::string_view b) {
  // A month does not say whether it was before one of its days.
  return !a.empty() && a < b && !b.starts_with(a);
}

constinit const Analysis kListPassages = {
    .name = "passages",
    .summary = "Lists text reuse: passages that articles of different clusters share",
    .example = "sahafa passages cnss-corpus",
    .options = kOptions,
    .run = run};

}  // namespace sahafa
