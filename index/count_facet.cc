#include "index/count_facet.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "index/index_schema.h"

namespace sahafa {
namespace {

Slot slot_of(Facet facet) {
  switch (facet) {
    case Facet::lang:
      return Slot::lang;
    case Facet::month:
      return Slot::date;
    case Facet::genre:
      return Slot::genre;
    default:
      return Slot::outlet;
  }
}

/// Empty for a field that is not one of claims.
std::string_view claim_field(Facet facet) {
  switch (facet) {
    case Facet::frame:
      return "frame";
    case Facet::target:
      return "target";
    case Facet::holder:
      return "holder";
    case Facet::actor:
      return "actor";
    default:
      return {};
  }
}

ValueCounts count_slot(const ValueColumn& column, const std::vector<Xapian::docid>& articles, Facet facet) {
  std::vector<std::int64_t> by_number(column.values.size());
  for (const Xapian::docid id : articles) ++by_number[column.number(id)];
  ValueCounts counts;
  for (std::size_t i = 0; i < by_number.size(); ++i) {
    if (by_number[i] == 0) continue;
    std::string value = column.values[i];
    if (facet == Facet::month) value.resize(value.size() < 7 ? 0 : 7);
    counts[value] += by_number[i];
  }
  return counts;
}

ValueCounts count_claims(const Corpus& corpus, const std::vector<Xapian::docid>& articles,
                         std::string_view field) {
  ValueCounts counts;
  std::int64_t with_claims = 0;
  std::int64_t last = -1;
  auto next = articles.begin();
  corpus.catalogue().visit_claim_values(field, [&](ArticleId article, std::string_view value) {
    while (next != articles.end() && std::cmp_less(*next, article.value)) ++next;
    if (next == articles.end() || std::cmp_not_equal(*next, article.value)) return;
    ++counts[std::string(value)];
    with_claims += article.value == last ? 0 : 1;
    last = article.value;
  });
  const std::int64_t without = std::ssize(articles) - with_claims;
  if (without > 0) counts[""] += without;
  return counts;
}

}  // namespace

ValueCounts count_facet_values(const Corpus& corpus, FieldColumns& columns,
                               const std::vector<Xapian::docid>& articles, Facet facet) {
  const std::string_view field = claim_field(facet);
  return field.empty() ? count_slot(columns.values(slot_of(facet)), articles, facet)
                       : count_claims(corpus, articles, field);
}

}  // namespace sahafa
