// Opening and writing; catalogue_read.cc reads, catalogue_check.cc checks.
#include "corpus/catalogue.h"

#include <fmt/format.h>

#include <bit>

#include "corpus/schema.h"
#include "text/error.h"

namespace sahafa {
namespace {

std::string_view bytes_of(const std::vector<std::uint64_t>& sketch) {
  static_assert(std::endian::native == std::endian::little, "sketches are stored little-endian");
  return {reinterpret_cast<const char*>(sketch.data()), sketch.size() * sizeof(std::uint64_t)};
}

void bump_revision(Database& database) {
  database.execute("UPDATE meta SET value = value + 1 WHERE key = 'revision'");
}

void insert_issue(Database& database, const Issue& issue) {
  // The same trouble met again is not new.
  database.prepare("INSERT OR IGNORE INTO issues (path, place, kind, message, fatal) VALUES (?, ?, ?, ?, ?)")
      .bind(issue.path)
      .bind(issue.place)
      .bind(issue.kind)
      .bind(issue.message)
      .bind(std::int64_t{issue.fatal})
      .run();
}

/// Stores the items of one source. Statements are prepared once for all of them: a JSON Lines file has many.
class ItemWriter {
 public:
  ItemWriter(Database& database, std::int64_t source) : database_(database), source_(source) {}

  void write(const Intake::Item& item, StoreResult& result) {
    const std::string name = identity(item.article);
    std::int64_t article = find(name);
    if (article == 0 && note_removed(name)) {
      ++result.removed;
      return;
    }
    if (article == 0) {
      article = insert(item, name);
      ++result.articles;
    }
    for (const Span copy : item.copies) {
      copy_.bind(article).bind(source_).bind(std::int64_t{copy.begin}).bind(std::int64_t{copy.end}).run();
      result.copies += database_.changes();
    }
  }

 private:
  /// The id of the article with this identity if it is stored, else 0.
  std::int64_t find(std::string_view name) {
    find_.bind(name);
    const std::int64_t id = find_.step() ? find_.integer(0) : 0;
    find_.reset();
    return id;
  }

  /// Whether an article with this identity was removed; it is noted then that it stands in this source, too.
  bool note_removed(std::string_view name) {
    removed_.bind(name);
    const std::int64_t id = removed_.step() ? removed_.integer(0) : 0;
    removed_.reset();
    if (id != 0) removed_copy_.bind(id).bind(source_).run();
    return id != 0;
  }

  std::int64_t insert(const Intake::Item& item, std::string_view name) {
    const Article& article = item.article;
    article_.bind(name)
        .bind(article.key)
        .bind(article.outlet)
        .bind(article.lang)
        .bind(article.date)
        .bind(article.title)
        .bind(article.authors)
        .bind(article.url)
        .bind(article.genre)
        .bind(article.words)
        .run();
    const std::int64_t id = database_.last_insert_id();
    text_.bind(id).bind(article.text).run();
    for (const FieldOrigin& origin : article.origins)
      origin_.bind(id).bind(origin.field).bind(origin.origin).run();
    cluster_.bind(id).bind(id).run();
    sketch_.bind(id).bind_blob(bytes_of(item.sketch)).run();
    return id;
  }

  Database& database_;
  std::int64_t source_;
  Statement find_ = database_.prepare("SELECT id FROM articles WHERE identity = ?");
  Statement removed_ = database_.prepare("SELECT article FROM removed WHERE identity = ? AND back = 0");
  Statement removed_copy_ = database_.prepare("INSERT OR IGNORE INTO removed_copies VALUES (?, ?)");
  // SQLite alone would give the id of the last article again once that is removed.
  Statement article_ = database_.prepare(
      "INSERT INTO articles (id, identity, key, outlet, lang, date, title, authors, url, genre, words) "
      "VALUES (1 + max(coalesce((SELECT max(id) FROM articles), 0), coalesce((SELECT max(article) FROM "
      "removed), 0)), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  Statement text_ = database_.prepare("INSERT INTO texts VALUES (?, ?)");
  Statement origin_ = database_.prepare("INSERT OR REPLACE INTO origins VALUES (?, ?, ?)");
  Statement cluster_ = database_.prepare("INSERT INTO clusters VALUES (?, ?, 'canonical', 1.0)");
  Statement sketch_ = database_.prepare("INSERT INTO sketches VALUES (?, ?)");
  // The same span of the same source is the same copy.
  Statement copy_ = database_.prepare("INSERT OR IGNORE INTO copies VALUES (?, ?, ?, ?)");
};

/// The id of a source that is to be read again, else 0.
std::int64_t take_again(Database& database, const Source& source) {
  Statement known = database.prepare("SELECT id FROM sources WHERE path = ? AND hash = ? AND read_again = 1");
  const std::int64_t id = known.bind(source.path).bind(source.hash).step() ? known.integer(0) : 0;
  known.reset();
  if (id != 0) database.prepare("UPDATE sources SET read_again = 0 WHERE id = ?").bind(id).run();
  return id;
}

std::int64_t insert_source(Database& database, const Source& source) {
  if (const std::int64_t known = take_again(database, source); known != 0) return known;
  database.prepare("INSERT INTO sources (path, format, encoding, size_bytes, hash) VALUES (?, ?, ?, ?, ?)")
      .bind(source.path)
      .bind(source.format)
      .bind(source.encoding)
      .bind(source.size_bytes)
      .bind(source.hash)
      .run();
  return database.last_insert_id();
}

/// Fills temp.wanted with the whole clustering that `members` describe.
void describe_clusters(Database& database, std::span<const ClusterMember> members) {
  database.execute(
      "DROP TABLE IF EXISTS temp.wanted;"
      "CREATE TEMP TABLE wanted (article INTEGER PRIMARY KEY, canonical INTEGER, relation TEXT, similarity "
      "REAL)");
  Statement insert = database.prepare("INSERT INTO wanted VALUES (?, ?, ?, ?)");
  for (const ClusterMember& member : members) {
    insert.bind(member.article.value)
        .bind(member.canonical.value)
        .bind(to_string(member.relation))
        .bind(member.similarity)
        .run();
  }
  database.execute("INSERT OR IGNORE INTO wanted SELECT id, id, 'canonical', 1.0 FROM articles");
}

void refuse_broken_clusters(const Database& database) {
  Statement broken = database.prepare(
      "SELECT article, canonical FROM wanted WHERE article NOT IN (SELECT id FROM articles) "
      "OR canonical NOT IN (SELECT article FROM wanted WHERE article = canonical) ORDER BY article LIMIT 1");
  if (!broken.step()) return;
  throw Error(
      ErrorCode::usage,
      fmt::format(
          "{}: article {} cannot be in the cluster of {}: both must be stored, and the canonical article "
          "must be its own canonical",
          database.path().string(), broken.integer(0), broken.integer(1)));
}

}  // namespace

Catalogue::Catalogue(const std::filesystem::path& path, Database::Access access) : database_(path, access) {
  if (access == Database::Access::read) {
    require_current(database_, schema_steps());
  } else {
    migrate(database_, schema_steps());
  }
}

Transaction Catalogue::transaction() { return Transaction(database_); }

bool Catalogue::has_source(std::string_view path, std::string_view hash) const {
  return database_.prepare("SELECT 1 FROM sources WHERE path = ? AND hash = ? AND read_again = 0")
      .bind(path)
      .bind(hash)
      .step();
}

StoreResult Catalogue::store(const Intake& intake) {
  StoreResult result;
  Transaction transaction(database_);
  if (has_source(intake.source.path, intake.source.hash)) {
    result.source_known = true;
    return result;
  }
  ItemWriter writer(database_, insert_source(database_, intake.source));
  for (const Intake::Item& item : intake.items) writer.write(item, result);
  // Issues tell what is wrong with an input as it was read last.
  database_.prepare("DELETE FROM issues WHERE path = ?").bind(intake.source.path).run();
  for (const Issue& issue : intake.issues) insert_issue(database_, issue);
  if (result.articles + result.copies > 0) bump_revision(database_);
  transaction.commit();
  return result;
}

void Catalogue::store_index_choice(std::string_view choice) {
  database_.prepare("INSERT OR REPLACE INTO meta VALUES ('index_choice', ?)").bind(choice).run();
}

std::string Catalogue::index_choice() const {
  Statement rows = database_.prepare("SELECT value FROM meta WHERE key = 'index_choice'");
  return rows.step() ? std::string(rows.text(0)) : std::string();
}

void Catalogue::store_issue(const Issue& issue) { insert_issue(database_, issue); }

void Catalogue::store_clusters(std::span<const ClusterMember> members) {
  Transaction transaction(database_);
  describe_clusters(database_, members);
  refuse_broken_clusters(database_);
  database_
      .prepare(
          "UPDATE clusters SET canonical = wanted.canonical, relation = wanted.relation, similarity = "
          "wanted.similarity "
          "FROM wanted WHERE wanted.article = clusters.article AND (clusters.canonical, clusters.relation, "
          "clusters.similarity) IS NOT (wanted.canonical, wanted.relation, wanted.similarity)")
      .run();
  const bool changed = database_.changes() > 0;
  database_.execute("DROP TABLE temp.wanted");
  if (changed) bump_revision(database_);
  transaction.commit();
}

void Catalogue::store_claims(ArticleId article, std::string_view rules, std::span<const Claim> claims) {
  Transaction transaction(database_);
  database_.prepare("DELETE FROM claims WHERE article = ?").bind(article.value).run();
  Statement insert =
      database_.prepare("INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  std::int64_t number = 0;
  for (const Claim& claim : claims) {
    insert.bind(article.value)
        .bind(number++)
        .bind(claim.sentence)
        .bind(claim.holder)
        .bind(claim.holder_name)
        .bind(claim.voice)
        .bind(claim.target)
        .bind(claim.frame)
        .bind(claim.polarity)
        .bind(claim.modality)
        .bind(std::int64_t{claim.evidence.begin})
        .bind(std::int64_t{claim.evidence.end})
        .bind(claim.cue)
        .bind(claim.rule)
        .run();
  }
  database_.prepare("INSERT OR REPLACE INTO claim_runs VALUES (?, ?)").bind(article.value).bind(rules).run();
  transaction.commit();
}

}  // namespace sahafa
