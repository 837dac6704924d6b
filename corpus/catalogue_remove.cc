// Articles that a researcher takes out, and the log of them; catalogue.cc says how the rest is written.
#include <fmt/format.h>

#include <array>

#include "corpus/catalogue.h"
#include "text/error.h"

namespace sahafa {
namespace {

// Before the articles: what keeps a note of them. Then rows that name others, then their own.
constexpr std::array<std::string_view, 18> kRemoval = {
    "INSERT INTO removed_copies SELECT DISTINCT article, source FROM copies WHERE article IN gone",
    "DELETE FROM aligned_sentences WHERE a IN gone OR b IN gone",
    "DELETE FROM alignments WHERE a IN gone OR b IN gone",
    "DELETE FROM passages WHERE a IN gone OR b IN gone", "DELETE FROM compared WHERE a IN gone OR b IN gone",
    // The others of a cluster stand alone until duplicates are looked for again.
    "UPDATE clusters SET canonical = article, relation = 'canonical', similarity = 1.0 "
    "WHERE canonical IN gone AND article NOT IN gone",
    "UPDATE alignments SET joined = 0 WHERE joined = 1 AND "
    "(SELECT canonical FROM clusters WHERE article = a) <> (SELECT canonical FROM clusters WHERE article = "
    "b)",
    "DELETE FROM clusters WHERE article IN gone", "DELETE FROM claims WHERE article IN gone",
    "DELETE FROM claim_runs WHERE article IN gone", "DELETE FROM anchors WHERE article IN gone",
    "DELETE FROM sketches WHERE article IN gone", "DELETE FROM cuts WHERE article IN gone",
    "DELETE FROM copies WHERE article IN gone", "DELETE FROM origins WHERE article IN gone",
    "DELETE FROM texts WHERE article IN gone", "DELETE FROM articles WHERE id IN gone",
    "UPDATE meta SET value = value + 1 WHERE key = 'revision'"};

void describe_gone(Database& database, std::span<const ArticleId> articles) {
  database.execute("DROP TABLE IF EXISTS temp.gone; CREATE TEMP TABLE gone (article INTEGER PRIMARY KEY)");
  Statement insert = database.prepare("INSERT OR IGNORE INTO gone VALUES (?)");
  for (const ArticleId article : articles) insert.bind(article.value).run();
}

void refuse_unknown(const Database& database, std::string_view table, std::string_view what) {
  Statement unknown = database.prepare(
      fmt::format("SELECT article FROM gone WHERE article NOT IN (SELECT {}) LIMIT 1", table));
  if (unknown.step())
    throw Error(ErrorCode::not_found, fmt::format("article {}: {}", unknown.integer(0), what));
}

}  // namespace

void Catalogue::remove_articles(std::span<const ArticleId> articles, std::string_view reason) {
  if (articles.empty()) return;
  Transaction transaction(database_);
  describe_gone(database_, articles);
  refuse_unknown(database_, "id FROM articles", "there is none; `sahafa articles` lists those of the corpus");
  database_
      .prepare(
          "INSERT INTO removed SELECT id, identity, key, outlet, lang, date, title, ?, 0 FROM articles WHERE "
          "id "
          "IN gone")
      .bind(reason)
      .run();
  for (const std::string_view step : kRemoval) database_.prepare(step).run();
  database_.execute("DROP TABLE temp.gone");
  transaction.commit();
}

std::vector<std::string> Catalogue::readmit_articles(std::span<const ArticleId> articles) {
  Transaction transaction(database_);
  describe_gone(database_, articles);
  refuse_unknown(database_, "article FROM removed WHERE back = 0",
                 "it was not removed; `sahafa remove CORPUS --list` lists those that were");
  database_.prepare("UPDATE removed SET back = 1 WHERE article IN gone").run();
  constexpr std::string_view kTheirSources = "(SELECT source FROM removed_copies WHERE article IN gone)";
  database_.prepare(fmt::format("UPDATE sources SET read_again = 1 WHERE id IN {}", kTheirSources)).run();
  std::vector<std::string> paths;
  Statement rows =
      database_.prepare(fmt::format("SELECT path FROM sources WHERE id IN {} ORDER BY id", kTheirSources));
  while (rows.step()) paths.emplace_back(rows.text(0));
  rows.reset();
  database_.execute("DROP TABLE temp.gone");
  transaction.commit();
  return paths;
}

std::vector<RemovedArticle> Catalogue::list_removed() const {
  std::vector<RemovedArticle> removed;
  Statement rows = database_.prepare(
      "SELECT article, key, outlet, lang, date, title, reason FROM removed WHERE back = 0 ORDER BY article");
  while (rows.step()) {
    RemovedArticle& one = removed.emplace_back();
    one.article.id = {rows.integer(0)};
    one.article.key = rows.text(1);
    one.article.outlet = rows.text(2);
    one.article.lang = rows.text(3);
    one.article.date = rows.text(4);
    one.article.title = rows.text(5);
    one.reason = rows.text(6);
  }
  return removed;
}

std::vector<ArticleId> Catalogue::list_removed_ids() const {
  std::vector<ArticleId> ids;
  Statement rows = database_.prepare("SELECT article FROM removed ORDER BY article");
  while (rows.step()) ids.push_back({rows.integer(0)});
  return ids;
}

ArticleId Catalogue::last_id() const {
  Statement rows = database_.prepare(
      "SELECT max(coalesce((SELECT max(id) FROM articles), 0), coalesce((SELECT max(article) FROM removed), "
      "0))");
  rows.step();
  return {rows.integer(0)};
}

}  // namespace sahafa
