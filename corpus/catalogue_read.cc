#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/catalogue.h"
#include "text/error.h"

namespace sahafa {
namespace {

constexpr std::string_view kArticles =
    "SELECT id, key, outlet, lang, date, title, authors, url, genre, words FROM articles ";
constexpr int kTextColumn = 10;
constexpr std::string_view kArticlesWithText =
    "SELECT id, key, outlet, lang, date, title, authors, url, genre, words, text "
    "FROM articles JOIN texts ON texts.article = articles.id ";
constexpr std::string_view kClaims =
    "SELECT article, sentence, holder, holder_name, voice, target, frame, polarity, modality, "
    "evidence_begin, evidence_end, "
    "cue, rule FROM claims ";

constexpr std::array<std::string_view, 6> kClaimColumns = {"holder", "voice",    "target",
                                                           "frame",  "polarity", "modality"};

constexpr std::string_view kActor = "actor";      // holder or target
constexpr std::string_view kOwnVoice = "outlet";  // a holder that is no actor of the affair

void require_claim_field(std::string_view name) {
  if (name != kActor && std::ranges::find(kClaimColumns, name) == kClaimColumns.end())
    throw Error(ErrorCode::usage, fmt::format("a claim has no field \"{}\"", name));
}

std::string string_at(const Statement& row, int column) { return std::string(row.text(column)); }

Span span_at(const Statement& row, int column) {
  return {static_cast<std::uint32_t>(row.integer(column)),
          static_cast<std::uint32_t>(row.integer(column + 1))};
}

/// An article of the columns of kArticles, without text and origins.
Article article_of(const Statement& row) {
  Article article;
  article.id = {row.integer(0)};
  article.key = string_at(row, 1);
  article.outlet = string_at(row, 2);
  article.lang = string_at(row, 3);
  article.date = string_at(row, 4);
  article.title = string_at(row, 5);
  article.authors = string_at(row, 6);
  article.url = string_at(row, 7);
  article.genre = string_at(row, 8);
  article.words = row.integer(9);
  return article;
}

Claim claim_of(const Statement& row) {
  Claim claim;
  claim.article = {row.integer(0)};
  claim.sentence = row.integer(1);
  claim.holder = string_at(row, 2);
  claim.holder_name = string_at(row, 3);
  claim.voice = string_at(row, 4);
  claim.target = string_at(row, 5);
  claim.frame = string_at(row, 6);
  claim.polarity = string_at(row, 7);
  claim.modality = string_at(row, 8);
  claim.evidence = span_at(row, 9);
  claim.cue = string_at(row, 11);
  claim.rule = string_at(row, 12);
  return claim;
}

/// Adds origins to articles that come in order of id: one walk through both tables.
class OriginReader {
 public:
  OriginReader(const Database& database, ArticleId after)
      : rows_(database.prepare(
            "SELECT article, field, origin FROM origins WHERE article > ? ORDER BY article, field")) {
    rows_.bind(after.value);
    more_ = rows_.step();
  }

  void add_to(Article& article) {
    for (; more_ && rows_.integer(0) <= article.id.value; more_ = rows_.step()) {
      if (rows_.integer(0) == article.id.value)
        article.origins.push_back({string_at(rows_, 1), string_at(rows_, 2)});
    }
  }

 private:
  Statement rows_;
  bool more_;
};

std::vector<Claim> collect_claims(Statement rows) {
  std::vector<Claim> claims;
  while (rows.step()) claims.push_back(claim_of(rows));
  return claims;
}

std::int64_t single_integer(Statement rows) {
  rows.step();
  return rows.integer(0);
}

std::string sql(std::string_view select, std::string_view rest) { return std::string(select) += rest; }

}  // namespace

std::int64_t Catalogue::revision() const {
  return single_integer(database_.prepare("SELECT value FROM meta WHERE key = 'revision'"));
}

std::int64_t Catalogue::count_articles() const {
  return single_integer(database_.prepare("SELECT count(*) FROM articles"));
}

std::vector<Article> Catalogue::list_articles() const {
  std::vector<Article> articles;
  OriginReader origins(database_, {});
  Statement rows = database_.prepare(sql(kArticles, "ORDER BY id"));
  while (rows.step()) {
    articles.push_back(article_of(rows));
    origins.add_to(articles.back());
  }
  return articles;
}

std::optional<Article> Catalogue::find_article(ArticleId id) const {
  Statement rows = database_.prepare(sql(kArticlesWithText, "WHERE id = ?"));
  if (!rows.bind(id.value).step()) return std::nullopt;
  Article article = article_of(rows);
  article.text = string_at(rows, kTextColumn);
  OriginReader(database_, {id.value - 1}).add_to(article);
  return article;
}

void Catalogue::visit_articles(ArticleId after, const std::function<void(const Article&)>& visit,
                               std::int64_t limit) const {
  OriginReader origins(database_, after);
  Statement rows = database_.prepare(sql(kArticlesWithText, "WHERE id > ? ORDER BY id LIMIT ?"));
  rows.bind(after.value).bind(limit);
  while (rows.step()) {
    Article article = article_of(rows);
    article.text = string_at(rows, kTextColumn);
    origins.add_to(article);
    visit(article);
  }
}

std::vector<Copy> Catalogue::list_copies() const {
  std::vector<Copy> copies;
  Statement rows = database_.prepare(
      "SELECT article, source, span_begin, span_end FROM copies ORDER BY article, source, span_begin, "
      "span_end");
  while (rows.step()) copies.push_back({{rows.integer(0)}, {rows.integer(1)}, span_at(rows, 2)});
  return copies;
}

std::vector<Source> Catalogue::list_sources() const {
  std::vector<Source> sources;
  Statement rows =
      database_.prepare("SELECT id, path, format, encoding, size_bytes, hash FROM sources ORDER BY id");
  while (rows.step()) {
    sources.push_back({.id = {rows.integer(0)},
                       .path = string_at(rows, 1),
                       .format = string_at(rows, 2),
                       .encoding = string_at(rows, 3),
                       .size_bytes = rows.integer(4),
                       .hash = string_at(rows, 5)});
  }
  return sources;
}

std::vector<ClusterMember> Catalogue::list_clusters() const {
  std::vector<ClusterMember> members;
  Statement rows =
      database_.prepare("SELECT article, canonical, relation, similarity FROM clusters ORDER BY article");
  while (rows.step()) {
    members.push_back(
        {{rows.integer(0)}, {rows.integer(1)}, relation_from_string(rows.text(2)), rows.number(3)});
  }
  return members;
}

std::vector<Claim> Catalogue::list_claims() const {
  return collect_claims(database_.prepare(sql(kClaims, "ORDER BY article, number")));
}

std::vector<Claim> Catalogue::find_claims(ArticleId article) const {
  Statement rows = database_.prepare(sql(kClaims, "WHERE article = ? ORDER BY number"));
  rows.bind(article.value);
  return collect_claims(std::move(rows));
}

void Catalogue::visit_claim_values(std::string_view field,
                                   const std::function<void(ArticleId, std::string_view)>& visit) const {
  require_claim_field(field);
  const std::string values =
      field == kActor ? fmt::format(
                            "SELECT article, holder AS value FROM claims WHERE holder <> '{}' "
                            "UNION SELECT article, target FROM claims ORDER BY article, value",
                            kOwnVoice)
                      : fmt::format("SELECT DISTINCT article, {0} FROM claims ORDER BY article, {0}", field);
  Statement rows = database_.prepare(values);
  while (rows.step()) visit(ArticleId{rows.integer(0)}, rows.text(1));
}

std::vector<ArticleId> Catalogue::find_claiming(std::span<const ClaimField> fields) const {
  std::string where;
  std::vector<std::string_view> values;
  for (const ClaimField& field : fields) {
    require_claim_field(field.name);
    std::string marks;
    for (const std::string& value : field.values) {
      values.push_back(value);
      marks += fmt::format("{}?{}", marks.empty() ? "" : ",", values.size());
    }
    const std::string condition = field.name == kActor
                                      ? fmt::format("(holder IN ({0}) OR target IN ({0}))", marks)
                                      : fmt::format("{} IN ({})", field.name, marks);
    where += fmt::format("{} {}", where.empty() ? "WHERE" : " AND", condition);
  }
  Statement rows =
      database_.prepare(fmt::format("SELECT DISTINCT article FROM claims {} ORDER BY article", where));
  for (const std::string_view value : values) rows.bind(value);
  std::vector<ArticleId> articles;
  while (rows.step()) articles.push_back(ArticleId{rows.integer(0)});
  return articles;
}

std::vector<ArticleId> Catalogue::list_unclaimed(std::string_view rules) const {
  std::vector<ArticleId> articles;
  Statement rows = database_.prepare(
      "SELECT id FROM articles LEFT JOIN claim_runs ON article = id WHERE rules IS NOT ? ORDER BY id");
  rows.bind(rules);
  while (rows.step()) articles.push_back({rows.integer(0)});
  return articles;
}

std::vector<Issue> Catalogue::list_issues() const {
  std::vector<Issue> issues;
  Statement rows = database_.prepare("SELECT path, place, kind, message, fatal FROM issues ORDER BY id");
  while (rows.step()) {
    issues.push_back({.path = string_at(rows, 0),
                      .place = string_at(rows, 1),
                      .kind = string_at(rows, 2),
                      .message = string_at(rows, 3),
                      .fatal = rows.integer(4) != 0});
  }
  return issues;
}

}  // namespace sahafa
