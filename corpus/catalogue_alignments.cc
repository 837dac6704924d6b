// What translations are found by and shown with; catalogue.cc says how the rest is written.
#include <cstring>

#include "corpus/catalogue.h"

namespace sahafa {
namespace {

Span span_at(const Statement& row, int column) {
  return {static_cast<std::uint32_t>(row.integer(column)),
          static_cast<std::uint32_t>(row.integer(column + 1))};
}

}  // namespace

void Catalogue::store_anchors(ArticleId article, std::string_view rules,
                              std::span<const std::uint64_t> anchors) {
  database_.prepare("INSERT OR REPLACE INTO anchors VALUES (?, ?, ?)")
      .bind(article.value)
      .bind(rules)
      .bind_blob({reinterpret_cast<const char*>(anchors.data()), anchors.size_bytes()})
      .run();
}

void Catalogue::store_alignment(std::string_view rules, const AlignedPair& pair) {
  Transaction transaction(database_);
  database_.prepare("DELETE FROM aligned_sentences WHERE a = ? AND b = ?")
      .bind(pair.a.value)
      .bind(pair.b.value)
      .run();
  database_.prepare("INSERT OR REPLACE INTO alignments VALUES (?, ?, ?, ?, ?)")
      .bind(pair.a.value)
      .bind(pair.b.value)
      .bind(rules)
      .bind(pair.similarity)
      .bind(std::int64_t{pair.joined})
      .run();
  Statement insert = database_.prepare("INSERT INTO aligned_sentences VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  std::int64_t number = 0;
  for (const SentencePair& sentences : pair.sentences) {
    insert.bind(pair.a.value)
        .bind(pair.b.value)
        .bind(number++)
        .bind(std::int64_t{sentences.a.begin})
        .bind(std::int64_t{sentences.a.end})
        .bind(std::int64_t{sentences.b.begin})
        .bind(std::int64_t{sentences.b.end})
        .bind(sentences.similarity)
        .run();
  }
  transaction.commit();
}

void Catalogue::store_joined(std::span<const std::pair<ArticleId, ArticleId>> pairs) {
  Transaction transaction(database_);
  database_.execute("UPDATE alignments SET joined = 0 WHERE joined = 1");
  Statement join = database_.prepare("UPDATE alignments SET joined = 1 WHERE a = ? AND b = ?");
  for (const auto& [a, b] : pairs) join.bind(a.value).bind(b.value).run();
  transaction.commit();
}

std::vector<std::pair<ArticleId, std::vector<std::uint64_t>>> Catalogue::list_anchors(
    std::string_view rules) const {
  std::vector<std::pair<ArticleId, std::vector<std::uint64_t>>> anchors;
  Statement rows = database_.prepare("SELECT article, sketch FROM anchors WHERE rules = ? ORDER BY article");
  rows.bind(rules);
  while (rows.step()) {
    const std::string_view bytes = rows.blob(1);
    std::vector<std::uint64_t> sketch(bytes.size() / sizeof(std::uint64_t));
    if (!sketch.empty()) std::memcpy(sketch.data(), bytes.data(), bytes.size());
    anchors.emplace_back(ArticleId{rows.integer(0)}, std::move(sketch));
  }
  return anchors;
}

std::vector<AlignedPair> Catalogue::list_alignments(std::string_view rules) const {
  std::vector<AlignedPair> pairs;
  Statement rows =
      database_.prepare("SELECT a, b, similarity, joined FROM alignments WHERE rules = ? ORDER BY a, b");
  rows.bind(rules);
  while (rows.step())
    pairs.push_back({{rows.integer(0)}, {rows.integer(1)}, rows.number(2), rows.integer(3) != 0});
  return pairs;
}

std::vector<AlignedPair> Catalogue::list_translations() const {
  std::vector<AlignedPair> pairs;
  Statement rows = database_.prepare(
      "SELECT a, b, alignments.similarity, a_begin, a_end, b_begin, b_end, aligned_sentences.similarity "
      "FROM alignments JOIN aligned_sentences USING (a, b) WHERE joined = 1 ORDER BY a, b, number");
  while (rows.step()) {
    const ArticleId a{rows.integer(0)};
    const ArticleId b{rows.integer(1)};
    if (pairs.empty() || pairs.back().a != a || pairs.back().b != b)
      pairs.push_back({a, b, rows.number(2), true});
    pairs.back().sentences.push_back({span_at(rows, 3), span_at(rows, 5), rows.number(7)});
  }
  return pairs;
}

}  // namespace sahafa
