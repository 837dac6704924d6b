// What is cut from texts because it repeats on the pages of an outlet; catalogue.cc says how the rest is written.
#include "corpus/catalogue.h"

namespace sahafa {

void Catalogue::store_cut(const TextCut& cut, const Article& article, std::span<const std::uint64_t> sketch) {
  const std::int64_t id = cut.article.value;
  Transaction transaction(database_);
  database_.prepare("UPDATE texts SET text = ? WHERE article = ?").bind(article.text).bind(id).run();
  database_.prepare("UPDATE articles SET words = ? WHERE id = ?").bind(article.words).bind(id).run();
  store_sketch(cut.article, sketch);
  for (const char* derived :
       {"DELETE FROM claims WHERE article = ?", "DELETE FROM claim_runs WHERE article = ?",
        "DELETE FROM anchors WHERE article = ?", "DELETE FROM cuts WHERE article = ?"})
    database_.prepare(derived).bind(id).run();
  for (const char* pairs :
       {"DELETE FROM aligned_sentences WHERE a = ?1 OR b = ?1",
        "DELETE FROM alignments WHERE a = ?1 OR b = ?1", "DELETE FROM passages WHERE a = ?1 OR b = ?1",
        "DELETE FROM compared WHERE a = ?1 OR b = ?1"})
    database_.prepare(pairs).bind(id).run();
  if (!cut.head.empty() || !cut.tail.empty())
    database_.prepare("INSERT INTO cuts VALUES (?, ?, ?)").bind(id).bind(cut.head).bind(cut.tail).run();
  database_.execute("UPDATE meta SET value = value + 1 WHERE key = 'revision'");
  transaction.commit();
}

void Catalogue::store_cut_state(std::string_view state) {
  database_.prepare("INSERT OR REPLACE INTO meta VALUES ('cuts', ?)").bind(state).run();
}

std::string Catalogue::cut_state() const {
  Statement rows = database_.prepare("SELECT value FROM meta WHERE key = 'cuts'");
  return rows.step() ? std::string(rows.text(0)) : std::string();
}

std::vector<TextCut> Catalogue::list_cuts() const {
  std::vector<TextCut> cuts;
  Statement rows = database_.prepare("SELECT article, head, tail FROM cuts ORDER BY article");
  while (rows.step())
    cuts.push_back({{rows.integer(0)}, std::string(rows.text(1)), std::string(rows.text(2))});
  return cuts;
}

std::vector<ArticleId> Catalogue::list_pages() const {
  std::vector<ArticleId> pages;
  Statement rows = database_.prepare(
      "SELECT DISTINCT article FROM copies JOIN sources ON sources.id = copies.source WHERE format = 'html' "
      "ORDER BY "
      "article");
  while (rows.step()) pages.push_back({rows.integer(0)});
  return pages;
}

}  // namespace sahafa
