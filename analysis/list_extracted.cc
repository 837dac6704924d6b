#include "analysis/list_extracted.h"

namespace sahafa {

TableBuilder make_extracted_table() {
  using enum TableBuilder::Type;
  return TableBuilder{{"source", text}, {"key", text},     {"lang", text}, {"outlet", text}, {"date", text},
                      {"title", text},  {"authors", text}, {"url", text},  {"genre", text},  {"text", text}};
}

void add_extracted(TableBuilder& table, const Intake& intake) {
  for (const Intake::Item& item : intake.items) {
    const Article& article = item.article;
    table.add(intake.source.path).add(article.key).add(article.lang).add(article.outlet).add(article.date);
    table.add(article.title).add(article.authors).add(article.url).add(article.genre).add(article.text);
  }
}

}  // namespace sahafa
