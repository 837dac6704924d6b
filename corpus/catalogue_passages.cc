#include <algorithm>
#include <utility>

#include "corpus/catalogue.h"

namespace sahafa {
namespace {

Span span_at(const Statement& row, int column) {
  return {static_cast<std::uint32_t>(row.integer(column)),
          static_cast<std::uint32_t>(row.integer(column + 1))};
}

std::vector<Passage> collect_passages(Statement rows) {
  std::vector<Passage> passages;
  while (rows.step()) {
    passages.push_back({.a = {rows.integer(0)},
                        .a_span = span_at(rows, 1),
                        .b = {rows.integer(3)},
                        .b_span = span_at(rows, 4),
                        .similarity = rows.number(6),
                        .contained = rows.integer(7) != 0});
  }
  return passages;
}

}  // namespace

void Catalogue::store_passages(std::span<const ComparedPair> compared, std::span<const Passage> passages) {
  if (std::ranges::equal(compared, list_compared()) && std::ranges::equal(passages, list_passages())) return;
  Transaction transaction(database_);
  database_.execute("DELETE FROM passages; DELETE FROM compared");
  Statement pair = database_.prepare("INSERT INTO compared VALUES (?, ?, ?)");
  for (const ComparedPair& each : compared)
    pair.bind(each.a.value).bind(each.b.value).bind(each.evidence).run();
  Statement insert = database_.prepare("INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  for (const Passage& passage : passages) {
    insert.bind(passage.a.value)
        .bind(std::int64_t{passage.a_span.begin})
        .bind(std::int64_t{passage.a_span.end})
        .bind(passage.b.value)
        .bind(std::int64_t{passage.b_span.begin})
        .bind(std::int64_t{passage.b_span.end})
        .bind(passage.similarity)
        .bind(std::int64_t{passage.contained})
        .run();
  }
  transaction.commit();
}

std::vector<ComparedPair> Catalogue::list_compared() const {
  std::vector<ComparedPair> pairs;
  Statement rows = database_.prepare("SELECT a, b, evidence FROM compared ORDER BY a, b");
  while (rows.step()) pairs.push_back({{rows.integer(0)}, {rows.integer(1)}, rows.integer(2)});
  return pairs;
}

std::vector<Passage> Catalogue::list_passages() const {
  return collect_passages(
      database_.prepare("SELECT a, a_begin, a_end, b, b_begin, b_end, similarity, contained FROM passages "
                        "ORDER BY a, b, a_begin, b_begin"));
}

std::vector<Passage> Catalogue::find_passages(ArticleId article) const {
  Statement rows = database_.prepare(
      "SELECT a, a_begin, a_end, b, b_begin, b_end, similarity, contained FROM passages "
      "WHERE a = ?1 OR b = ?1 ORDER BY a, b, a_begin, b_begin");
  rows.bind(article.value);
  return collect_passages(std::move(rows));
}

}  // namespace sahafa
