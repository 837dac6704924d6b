// SQLite behind one door: connections, statements, transactions; every code that is not success becomes an
// Error that names the file. Nothing else in the project includes sqlite3.h.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace sahafa {

class Statement;

/// A connection. Use from one thread at a time.
class Database {
 public:
  enum class Access { read, write, create };

  /// Opens the file in WAL mode with foreign keys on; waits up to 10 seconds for another process's lock.
  /// Reading also works where the directory may not be written. Throws Error: not_found, unreadable, locked,
  /// malformed (not a database).
  Database(const std::filesystem::path& path, Access access);
  ~Database();
  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;

  /// Runs one or more statements that give no rows.
  void execute(const std::string& sql);
  /// Preparing the same SQL again is cheap: statements that have gone out of scope are kept. None may outlive
  /// its connection.
  Statement prepare(std::string_view sql) const;
  std::int64_t last_insert_id() const;
  std::int64_t changes() const;
  bool in_transaction() const;
  const std::filesystem::path& path() const { return path_; }

 private:
  friend class Statement;
  friend class Transaction;
  struct Close {
    void operator()(sqlite3* db) const;
  };
  /// Prepared statements that nobody uses now.
  class Idle;

  std::filesystem::path path_;
  std::unique_ptr<sqlite3, Close> db_;
  std::unique_ptr<Idle> idle_;  ///< behind a pointer, so that statements find it after a move
};

/// A prepared statement: bind in order, step, read columns. Text views are valid until the next step.
class Statement {
 public:
  Statement(const Database& database, std::string_view sql);
  ~Statement();
  Statement(Statement&&) noexcept;

  Statement& bind(std::string_view value);
  Statement& bind(std::int64_t value);
  Statement& bind(double value);
  Statement& bind_blob(std::string_view bytes);

  /// True while there is a row.
  bool step();
  /// Runs to the end and makes the statement ready for new values.
  void run();
  void reset();

  std::string_view text(int column) const;
  std::int64_t integer(int column) const;
  double number(int column) const;
  std::string_view blob(int column) const;

 private:
  struct Release {
    Database::Idle* idle = nullptr;
    void operator()(sqlite3_stmt* statement) const;
  };
  const std::filesystem::path* path_;
  sqlite3* db_;
  std::unique_ptr<sqlite3_stmt, Release> statement_;
  int next_ = 1;
};

/// BEGIN IMMEDIATE ... COMMIT; rolled back if it goes out of scope uncommitted. Transactions nest: an inner
/// one is a savepoint, kept or undone with the outer one. Throws Error(locked) when another process is
/// writing.
class Transaction {
 public:
  explicit Transaction(Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Database* database_;  ///< nullptr once committed
  bool outermost_;
};

}  // namespace sahafa
