#include "analysis/list_translations.h"

#include <set>

#include "analysis/kept_article.h"
#include "analysis/selection.h"

namespace sahafa {
namespace {

constexpr auto kOptions = with_selection<0>({});

void add_row(TableBuilder& table, const Article& a, const Article& b, const SentencePair& pair) {
  table.add(a.id.value).add(std::int64_t{pair.a.begin}).add(std::int64_t{pair.a.end});
  table.add(b.id.value).add(std::int64_t{pair.b.begin}).add(std::int64_t{pair.b.end});
  table.add(pair.similarity).add(slice(a.text, pair.a)).add(slice(b.text, pair.b));
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
                      {"a_text", text},
                      {"b_text", text}});
  KeptArticle a(context.corpus.catalogue());
  KeptArticle b(context.corpus.catalogue());
  for (const AlignedPair& pair : context.corpus.catalogue().list_translations()) {
    if (!wanted.contains(pair.a) && !wanted.contains(pair.b)) continue;
    for (const SentencePair& sentences : pair.sentences)
      add_row(table, a.get(pair.a), b.get(pair.b), sentences);
  }
  return table.finish();
}

}  // namespace

constinit const Analysis kListTranslations = {
    .name = "translations",
    .summary =
        "Lists which sentences of which articles say the same in the other language, or in other words",
    .example = "sahafa translations cnss-corpus",
    .options = kOptions,
    .run = run};

}  // namespace sahafa
