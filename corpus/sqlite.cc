#include "corpus/sqlite.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <map>
#include <new>
#include <system_error>
#include <utility>

#include "text/error.h"

namespace sahafa {
namespace {

constexpr int kBusyTimeoutMilliseconds = 10'000;

bool is_disk_full(int result) {
  // The second is what SQLite says when the log's index (-shm) cannot grow.
  return result == SQLITE_FULL || result == SQLITE_IOERR_SHMSIZE;
}

/// Turns the connection's last failure into the Error that tells a person what to do.
[[noreturn]] void fail(int result, sqlite3* db, const std::filesystem::path& path) {
  const int code = result & 0xff;
  const std::string file = path.string();
  const std::string reason = db != nullptr ? sqlite3_errmsg(db) : sqlite3_errstr(result);
  if (code == SQLITE_NOMEM) throw std::bad_alloc();
  if (is_disk_full(result)) {
    throw Error(
        ErrorCode::disk_full,
        fmt::format("{}: no room left on the disk; nothing that was reported as stored is lost. Free some "
                    "space and run the command again",
                    file));
  }
  switch (code) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw Error(
          ErrorCode::locked,
          fmt::format(
              "{}: another process is writing ({}); wait until it has ended and run the command again", file,
              reason));
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      throw Error(
          ErrorCode::malformed,
          fmt::format(
              "{}: not a readable SQLite database ({}); restore it from a copy, or ingest the sources "
              "into a new corpus",
              file, reason));
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      throw Error(
          ErrorCode::unreadable,
          fmt::format(
              "{}: cannot be opened or written ({}); check the permissions of the file and of its directory",
              file, reason));
    case SQLITE_IOERR:
      throw Error(ErrorCode::unreadable,
                  fmt::format("{}: reading or writing failed ({}); check the disk, the quota and the mount",
                              file, reason));
    case SQLITE_CONSTRAINT:
    case SQLITE_TOOBIG:
    case SQLITE_MISUSE:
    case SQLITE_RANGE:
      throw Error(ErrorCode::usage,
                  fmt::format("{}: refused a value that does not fit the corpus ({})", file, reason));
    default:
      throw Error(
          ErrorCode::malformed,
          fmt::format("{}: does not have the expected tables ({}); see corpus/FORMAT.md", file, reason));
  }
}

void check(int result, sqlite3* db, const std::filesystem::path& path) {
  if (result != SQLITE_OK) fail(result, db, path);
}

/// The path as an SQLite URI that promises that nobody writes to the file.
std::string immutable_uri(const std::filesystem::path& path) {
  std::string uri = "file:";
  for (const char c : std::filesystem::absolute(path).string()) {
    if (c == '?' || c == '#' || c == '%') {
      uri += fmt::format("%{:02X}", static_cast<unsigned>(c));
    } else {
      uri += c;
    }
  }
  return uri + "?immutable=1";
}

void require_file(const std::filesystem::path& path) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(path, error);
  if (status.type() == std::filesystem::file_type::not_found) {
    throw Error(ErrorCode::not_found, fmt::format("{}: no such file; check the path", path.string()));
  }
  if (error) {
    throw Error(ErrorCode::unreadable,
                fmt::format("{}: cannot be reached ({}); check the permissions of its directories",
                            path.string(), error.message()));
  }
}

/// Whether a first read works; the file is not touched before it.
int probe(sqlite3* db) {
  return sqlite3_exec(db, "SELECT count(*) FROM sqlite_schema", nullptr, nullptr, nullptr);
}

bool is_permission_problem(int result) {
  const int code = result & 0xff;
  return code == SQLITE_CANTOPEN || code == SQLITE_READONLY || code == SQLITE_PERM;
}

bool has_log(const std::filesystem::path& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path.string() + "-wal", error);
  return !error && size > 0;
}

}  // namespace

/// A press file gives one article and needs a dozen statements; preparing them took longer than storing it.
class Database::Idle {
 public:
  ~Idle() {
    for (const auto& [sql, statement] : statements_) sqlite3_finalize(statement);
  }
  Idle() = default;
  Idle(const Idle&) = delete;
  Idle& operator=(const Idle&) = delete;

  /// A statement of this SQL, ready for values; nullptr if none is idle.
  sqlite3_stmt* take(std::string_view sql) {
    const auto found = statements_.find(sql);
    return found == statements_.end() ? nullptr : statements_.extract(found).mapped();
  }

  void give_back(sqlite3_stmt* statement) {
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    statements_.emplace(sqlite3_sql(statement), statement);
  }

 private:
  std::multimap<std::string_view, sqlite3_stmt*>
      statements_;  ///< keys are the statements' own copies of their SQL
};

void Database::Close::operator()(sqlite3* db) const { sqlite3_close_v2(db); }

Database::Database(const std::filesystem::path& path, Access access)
    : path_(path), idle_(std::make_unique<Idle>()) {
  if (access != Access::create) require_file(path);
  const auto open = [&](const std::string& name, int flags) {
    sqlite3* db = nullptr;
    const int result =
        sqlite3_open_v2(name.c_str(), &db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    db_.reset(db);  // even a failed open gives a handle, which holds the reason
    if (result == SQLITE_OK) sqlite3_busy_timeout(db, kBusyTimeoutMilliseconds);
    return result;
  };
  if (access == Access::read) {
    int result = open(path.string(), SQLITE_OPEN_READONLY);
    if (result == SQLITE_OK) result = probe(db_.get());
    // A WAL database wants to make its -shm file even to be read. Where the directory forbids that and no log
    // is waiting, nobody is writing, and the file can be read as it stands.
    if (is_permission_problem(result) && !has_log(path)) {
      result = open(immutable_uri(path), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
      if (result == SQLITE_OK) result = probe(db_.get());
    }
    check(result, db_.get(), path_);
  } else {
    const int create = access == Access::create ? SQLITE_OPEN_CREATE : 0;
    check(open(path.string(), SQLITE_OPEN_READWRITE | create), db_.get(), path_);
    // FULL: a commit waits for the disk, so that what was reported as stored survives a power cut, too.
    // NORMAL would only survive the death of the process; a commit is a whole batch, so the wait costs
    // little.
    execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL");
    // 64 MiB hold a batch and the index of identities; with SQLite's 2 MiB, pages of one batch went to disk
    // more than once.
    execute("PRAGMA cache_size=-65536");
  }
  execute("PRAGMA foreign_keys=ON");
}

Database::~Database() = default;
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;

void Database::execute(const std::string& sql) {
  check(sqlite3_exec(db_.get(), sql.c_str(), nullptr, nullptr, nullptr), db_.get(), path_);
}

Statement Database::prepare(std::string_view sql) const { return {*this, sql}; }

std::int64_t Database::last_insert_id() const { return sqlite3_last_insert_rowid(db_.get()); }

std::int64_t Database::changes() const { return sqlite3_changes64(db_.get()); }

bool Database::in_transaction() const { return sqlite3_get_autocommit(db_.get()) == 0; }

void Statement::Release::operator()(sqlite3_stmt* statement) const { idle->give_back(statement); }

Statement::Statement(const Database& database, std::string_view sql)
    : path_(&database.path()),
      db_(database.db_.get()),
      statement_(database.idle_->take(sql), {database.idle_.get()}) {
  if (statement_) return;
  sqlite3_stmt* statement = nullptr;
  const int result = sqlite3_prepare_v2(db_, sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
  check(result, db_, *path_);
  statement_.reset(statement);
}

Statement::~Statement() = default;
Statement::Statement(Statement&&) noexcept = default;

Statement& Statement::bind(std::string_view value) {
  // An empty view may have no address, which SQLite would take for NULL.
  const char* data = value.data() != nullptr ? value.data() : "";
  check(sqlite3_bind_text64(statement_.get(), next_++, data, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8),
        db_, *path_);
  return *this;
}

Statement& Statement::bind(std::int64_t value) {
  check(sqlite3_bind_int64(statement_.get(), next_++, value), db_, *path_);
  return *this;
}

Statement& Statement::bind(double value) {
  check(sqlite3_bind_double(statement_.get(), next_++, value), db_, *path_);
  return *this;
}

Statement& Statement::bind_blob(std::string_view bytes) {
  const char* data = bytes.data() != nullptr ? bytes.data() : "";
  check(sqlite3_bind_blob64(statement_.get(), next_++, data, bytes.size(), SQLITE_TRANSIENT), db_, *path_);
  return *this;
}

bool Statement::step() {
  const int result = sqlite3_step(statement_.get());
  if (result == SQLITE_ROW) return true;
  if (result != SQLITE_DONE) fail(result, db_, *path_);
  return false;
}

void Statement::run() {
  while (step()) {
  }
  reset();
}

void Statement::reset() {
  sqlite3_reset(statement_.get());
  next_ = 1;
}

std::string_view Statement::text(int column) const {
  const auto* data = sqlite3_column_text(statement_.get(), column);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  return data != nullptr ? std::string_view(reinterpret_cast<const char*>(data), size) : std::string_view();
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }

double Statement::number(int column) const { return sqlite3_column_double(statement_.get(), column); }

std::string_view Statement::blob(int column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  return data != nullptr ? std::string_view(data, size) : std::string_view();
}

Transaction::Transaction(Database& database) : database_(&database), outermost_(!database.in_transaction()) {
  // IMMEDIATE: who cannot write learns it here and not in the middle.
  database.execute(outermost_ ? "BEGIN IMMEDIATE" : "SAVEPOINT inner_transaction");
}

Transaction::~Transaction() {
  // A full disk makes SQLite roll back by itself; then there is nothing left to undo.
  if (database_ == nullptr || !database_->in_transaction()) return;
  const char* undo = outermost_ ? "ROLLBACK" : "ROLLBACK TO inner_transaction; RELEASE inner_transaction";
  sqlite3_exec(database_->db_.get(), undo, nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  database_->execute(outermost_ ? "COMMIT" : "RELEASE inner_transaction");
  database_ = nullptr;
}

}  // namespace sahafa
