#include "corpus/schema.h"

#include <fmt/format.h>

#include <array>

#include "text/error.h"

namespace sahafa {
namespace {

constexpr std::string_view kFormat1 = R"sql(
CREATE TABLE sources (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL,
  format TEXT NOT NULL,
  encoding TEXT NOT NULL,
  size_bytes INTEGER NOT NULL CHECK (size_bytes >= 0),
  hash TEXT NOT NULL,
  UNIQUE (path, hash)
) STRICT;

CREATE TABLE articles (
  id INTEGER PRIMARY KEY,
  identity TEXT NOT NULL UNIQUE,
  key TEXT NOT NULL,
  outlet TEXT NOT NULL,
  lang TEXT NOT NULL,
  date TEXT NOT NULL,
  title TEXT NOT NULL,
  authors TEXT NOT NULL,
  url TEXT NOT NULL,
  genre TEXT NOT NULL,
  words INTEGER NOT NULL CHECK (words >= 0)
) STRICT;

CREATE TABLE texts (
  article INTEGER PRIMARY KEY REFERENCES articles (id),
  text TEXT NOT NULL
) STRICT;

CREATE TABLE origins (
  article INTEGER NOT NULL REFERENCES articles (id),
  field TEXT NOT NULL,
  origin TEXT NOT NULL,
  PRIMARY KEY (article, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE copies (
  article INTEGER NOT NULL REFERENCES articles (id),
  source INTEGER NOT NULL REFERENCES sources (id),
  span_begin INTEGER NOT NULL CHECK (span_begin >= 0),
  span_end INTEGER NOT NULL CHECK (span_end >= span_begin),
  PRIMARY KEY (article, source, span_begin, span_end)
) STRICT, WITHOUT ROWID;

CREATE TABLE issues (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL,
  place TEXT NOT NULL,
  kind TEXT NOT NULL,
  message TEXT NOT NULL,
  fatal INTEGER NOT NULL CHECK (fatal IN (0, 1)),
  UNIQUE (path, place, kind, message)
) STRICT;

CREATE TABLE clusters (
  article INTEGER PRIMARY KEY REFERENCES articles (id),
  canonical INTEGER NOT NULL REFERENCES articles (id),
  relation TEXT NOT NULL CHECK (relation IN ('canonical', 'exact', 'near', 'excerpt', 'update', 'translation')),
  similarity REAL NOT NULL CHECK (similarity BETWEEN 0 AND 1),
  CHECK ((relation = 'canonical') = (article = canonical))
) STRICT;

CREATE TABLE sketches (
  article INTEGER PRIMARY KEY REFERENCES articles (id),
  sketch BLOB NOT NULL CHECK (length(sketch) % 8 = 0)
) STRICT;

CREATE TABLE claims (
  article INTEGER NOT NULL REFERENCES articles (id),
  number INTEGER NOT NULL,
  sentence INTEGER NOT NULL CHECK (sentence >= 0),
  holder TEXT NOT NULL,
  holder_name TEXT NOT NULL,
  voice TEXT NOT NULL,
  target TEXT NOT NULL,
  frame TEXT NOT NULL,
  polarity TEXT NOT NULL,
  modality TEXT NOT NULL,
  evidence_begin INTEGER NOT NULL CHECK (evidence_begin >= 0),
  evidence_end INTEGER NOT NULL CHECK (evidence_end >= evidence_begin),
  cue TEXT NOT NULL,
  rule TEXT NOT NULL,
  PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_runs (
  article INTEGER PRIMARY KEY REFERENCES articles (id),
  rules TEXT NOT NULL
) STRICT;

INSERT INTO meta VALUES ('revision', 0);
)sql";

// Translations: anchors of texts (ingest/anchors.h), pairs whose sentences were aligned, and their sentences.
constexpr std::string_view kFormat2 = R"sql(
CREATE TABLE anchors (
  article INTEGER PRIMARY KEY REFERENCES articles (id),
  rules TEXT NOT NULL,
  sketch BLOB NOT NULL CHECK (length(sketch) % 8 = 0)
) STRICT;

CREATE TABLE alignments (
  a INTEGER NOT NULL REFERENCES articles (id),
  b INTEGER NOT NULL REFERENCES articles (id),
  rules TEXT NOT NULL,
  similarity REAL NOT NULL CHECK (similarity BETWEEN 0 AND 1),
  joined INTEGER NOT NULL CHECK (joined IN (0, 1)),
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;

CREATE TABLE aligned_sentences (
  a INTEGER NOT NULL,
  b INTEGER NOT NULL,
  number INTEGER NOT NULL,
  a_begin INTEGER NOT NULL CHECK (a_begin >= 0),
  a_end INTEGER NOT NULL CHECK (a_end >= a_begin),
  b_begin INTEGER NOT NULL CHECK (b_begin >= 0),
  b_end INTEGER NOT NULL CHECK (b_end >= b_begin),
  similarity REAL NOT NULL CHECK (similarity BETWEEN 0 AND 1),
  PRIMARY KEY (a, b, number),
  FOREIGN KEY (a, b) REFERENCES alignments (a, b)
) STRICT, WITHOUT ROWID;
)sql";

// Passages, and the version of the sketches: those before format 3 were made by the first rules.
constexpr std::string_view kFormat3 = R"sql(
INSERT INTO meta VALUES ('sketch_version', 1);

CREATE TABLE compared (
  a INTEGER NOT NULL REFERENCES articles (id),
  b INTEGER NOT NULL REFERENCES articles (id),
  evidence INTEGER NOT NULL,
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;

CREATE TABLE passages (
  a INTEGER NOT NULL,
  a_begin INTEGER NOT NULL CHECK (a_begin >= 0),
  a_end INTEGER NOT NULL CHECK (a_end >= a_begin),
  b INTEGER NOT NULL,
  b_begin INTEGER NOT NULL CHECK (b_begin >= 0),
  b_end INTEGER NOT NULL CHECK (b_end >= b_begin),
  similarity REAL NOT NULL CHECK (similarity BETWEEN 0 AND 1),
  contained INTEGER NOT NULL CHECK (contained IN (0, 1)),
  PRIMARY KEY (a, b, a_begin, b_begin),
  FOREIGN KEY (a, b) REFERENCES compared (a, b)
) STRICT, WITHOUT ROWID;
)sql";

// Lines that repeat on the pages of an outlet, taken from the texts.
constexpr std::string_view kFormat4 = R"sql(
INSERT INTO meta VALUES ('cuts', '');

CREATE TABLE cuts (
  article INTEGER PRIMARY KEY REFERENCES articles (id),
  head TEXT NOT NULL,
  tail TEXT NOT NULL,
  CHECK (head <> '' OR tail <> '')
) STRICT;
)sql";

// Who holds whom responsible for what is asked by every search for claims; what follows article is in the primary key.
constexpr std::string_view kFormat5 = R"sql(
CREATE INDEX claims_by_frame ON claims (frame, target, holder, article);
CREATE INDEX claims_by_target ON claims (target, frame, article);
CREATE INDEX claims_by_holder ON claims (holder, article);
)sql";

// Articles that were taken out, and what the index is to be made of.
constexpr std::string_view kFormat6 = R"sql(
CREATE TABLE removed (
  article INTEGER PRIMARY KEY,
  identity TEXT NOT NULL,
  key TEXT NOT NULL,
  outlet TEXT NOT NULL,
  lang TEXT NOT NULL,
  date TEXT NOT NULL,
  title TEXT NOT NULL,
  reason TEXT NOT NULL,
  back INTEGER NOT NULL CHECK (back IN (0, 1))
) STRICT;

CREATE INDEX removed_by_identity ON removed (identity);

CREATE TABLE removed_copies (
  article INTEGER NOT NULL REFERENCES removed (article),
  source INTEGER NOT NULL REFERENCES sources (id),
  PRIMARY KEY (article, source)
) STRICT, WITHOUT ROWID;

ALTER TABLE sources ADD COLUMN read_again INTEGER NOT NULL DEFAULT 0 CHECK (read_again IN (0, 1));

INSERT INTO meta VALUES ('index_choice', '');
)sql";

constexpr std::array<std::string_view, 6> kSteps = {kFormat1, kFormat2, kFormat3,
                                                    kFormat4, kFormat5, kFormat6};

/// Marks corpus.db among SQLite files ("SHFA"; shown by `file` and PRAGMA application_id).
constexpr std::int64_t kApplicationId = 0x53484641;

std::int64_t pragma(const Database& database, std::string_view name) {
  Statement statement = database.prepare(fmt::format("PRAGMA {}", name));
  statement.step();
  return statement.integer(0);
}

std::int64_t format_of(const Database& database) { return pragma(database, "user_version"); }

bool is_blank(const Database& database) {
  Statement statement = database.prepare("SELECT count(*) FROM sqlite_schema");
  statement.step();
  return statement.integer(0) == 0;
}

std::string made_by(const Database& database) {
  Statement statement = database.prepare("SELECT value FROM meta WHERE key = 'made_by'");
  return statement.step() ? std::string(statement.text(0)) : "unknown";
}

void require_ours(const Database& database) {
  if (is_blank(database) || pragma(database, "application_id") == kApplicationId) return;
  throw Error(ErrorCode::malformed,
              fmt::format("{}: a database of another program, not of sahafa; choose another directory",
                          database.path().string()));
}

void refuse_newer(const Database& database, std::int64_t known) {
  if (format_of(database) <= known) return;
  throw Error(
      ErrorCode::newer_format,
      fmt::format("{}: has format {}, made by sahafa {}; this is sahafa {}, which reads formats up to {}. "
                  "Install sahafa {} or newer",
                  database.path().string(), format_of(database), made_by(database), SAHAFA_VERSION, known,
                  made_by(database)));
}

/// What every format has and no step may change: it must be possible to say who made a file that is too new.
void lay_foundation(Database& database) {
  database.execute(
      fmt::format("PRAGMA application_id = {};"
                  "CREATE TABLE meta (key TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID",
                  kApplicationId));
}

void take_step(Database& database, std::span<const std::string_view> steps) {
  Transaction transaction(database);
  // Asked again inside the transaction: another process may have taken the step meanwhile.
  const auto from = static_cast<std::size_t>(format_of(database));
  if (from < steps.size()) {
    if (from == 0) lay_foundation(database);
    database.execute(std::string(steps[from]));
    database.execute(
        fmt::format("INSERT OR REPLACE INTO meta VALUES ('made_by', '{}'); PRAGMA user_version = {}",
                    SAHAFA_VERSION, from + 1));
  }
  transaction.commit();
}

}  // namespace

std::span<const std::string_view> schema_steps() { return kSteps; }

void migrate(Database& database, std::span<const std::string_view> steps) {
  require_ours(database);
  const auto known = static_cast<std::int64_t>(steps.size());
  while (format_of(database) < known) take_step(database, steps);
  refuse_newer(database, known);
}

void require_current(const Database& database, std::span<const std::string_view> steps) {
  require_ours(database);
  const auto known = static_cast<std::int64_t>(steps.size());
  refuse_newer(database, known);
  const std::int64_t format = format_of(database);
  if (format == 0) {
    throw Error(ErrorCode::not_found, fmt::format("{}: holds no corpus yet; fill it with `sahafa ingest`",
                                                  database.path().string()));
  }
  if (format < known) {
    throw Error(
        ErrorCode::malformed,
        fmt::format(
            "{}: has format {}, made by sahafa {}; run `sahafa ingest` on the corpus once to bring it to "
            "format {}",
            database.path().string(), format, made_by(database), known));
  }
}

}  // namespace sahafa
