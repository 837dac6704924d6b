// Where articles and what is known of them came from: what `sahafa show` prints of one article, of all.
#include <unordered_map>

#include "capi/corpus.h"

namespace {

using namespace sahafa;
using namespace sahafa::capi;

Table list_copies(const Catalogue& catalogue) {
  using enum TableBuilder::Type;
  TableBuilder table{
      {"article", integer}, {"path", text}, {"encoding", text}, {"begin", integer}, {"end", integer}};
  const std::vector<Source> sources = catalogue.list_sources();
  std::unordered_map<std::int64_t, const Source*> by_id;
  for (const Source& source : sources) by_id.emplace(source.id.value, &source);
  for (const Copy& copy : catalogue.list_copies()) {
    const Source& source = *by_id.at(copy.source.value);
    table.add(copy.article.value).add(source.path).add(source.encoding);
    table.add(std::int64_t{copy.span.begin}).add(std::int64_t{copy.span.end});
  }
  return table.finish();
}

Table list_origins(const Catalogue& catalogue) {
  using enum TableBuilder::Type;
  TableBuilder table{{"article", integer}, {"field", text}, {"origin", text}};
  catalogue.visit_articles(ArticleId{0}, [&](const Article& article) {
    for (const FieldOrigin& origin : article.origins)
      table.add(article.id.value).add(origin.field).add(origin.origin);
  });
  return table.finish();
}

}  // namespace

sahafa_status sahafa_copies(sahafa_corpus* corpus, sahafa_table** out) {
  return make_table(corpus, out, [](OpenCorpus& open) { return list_copies(open.corpus->catalogue()); });
}

sahafa_status sahafa_origins(sahafa_corpus* corpus, sahafa_table** out) {
  return make_table(corpus, out, [](OpenCorpus& open) { return list_origins(open.corpus->catalogue()); });
}
