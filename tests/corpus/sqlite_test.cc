#include "corpus/sqlite.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <utility>

#include "fixtures.h"
#include "text/error.h"

namespace sahafa {
namespace {

using Access = Database::Access;
using testing::HasSubstr;

Database make_database(const std::filesystem::path& path) {
  Database database(path, Access::create);
  database.execute("CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT NOT NULL, share REAL, bytes BLOB)");
  return database;
}

std::int64_t count_words(const Database& database) {
  Statement rows = database.prepare("SELECT count(*) FROM words");
  rows.step();
  return rows.integer(0);
}

void add_word(Database& database, std::string_view word) {
  database.prepare("INSERT INTO words (word) VALUES (?)").bind(word).run();
}

TEST(Sqlite, GivesBackWhatWasBound) {
  const test::TemporaryDirectory directory;
  Database database = make_database(directory / "w.db");
  const std::string_view bytes("\0\x01\xff", 3);
  Statement insert = database.prepare("INSERT INTO words VALUES (?, ?, ?, ?)");
  insert.bind(std::int64_t{7}).bind("l’été").bind(0.25).bind_blob(bytes).run();
  insert.bind(std::int64_t{1} << 40U).bind("المسؤولية").bind(-1.5).bind_blob({}).run();
  Statement rows = database.prepare("SELECT id, word, share, bytes FROM words ORDER BY id");
  ASSERT_TRUE(rows.step());
  EXPECT_EQ(rows.integer(0), 7);
  EXPECT_EQ(rows.text(1), "l’été");
  EXPECT_EQ(rows.number(2), 0.25);
  EXPECT_EQ(rows.blob(3), bytes);
  ASSERT_TRUE(rows.step());
  EXPECT_EQ(rows.integer(0), std::int64_t{1} << 40U);
  EXPECT_EQ(rows.text(1), "المسؤولية");
  EXPECT_EQ(rows.blob(3), "");
  EXPECT_FALSE(rows.step());
}

TEST(Sqlite, EmptyTextIsNotNull) {
  const test::TemporaryDirectory directory;
  Database database = make_database(directory / "w.db");
  add_word(database, std::string_view());
  EXPECT_EQ(count_words(database), 1);
}

TEST(Sqlite, SameStatementTwiceAtOnceAndAgainAfterAMoveOfItsDatabase) {
  const test::TemporaryDirectory directory;
  Database database = make_database(directory / "w.db");
  add_word(database, "أول");
  add_word(database, "second");
  constexpr std::string_view kWords = "SELECT word FROM words WHERE id >= ? ORDER BY id";
  for (int round = 0; round < 2; ++round) {
    Statement a = database.prepare(kWords);
    Statement b = database.prepare(kWords);
    ASSERT_TRUE(a.bind(std::int64_t{1}).step());
    ASSERT_TRUE(b.bind(std::int64_t{2}).step());
    EXPECT_EQ(a.text(0), "أول");
    EXPECT_EQ(b.text(0), "second");
  }
  const Database moved = std::move(database);
  Statement fresh = moved.prepare(kWords);
  EXPECT_FALSE(fresh.step());  // no value is left over from before
}

TEST(Sqlite, UncommittedTransactionIsUndone) {
  const test::TemporaryDirectory directory;
  Database database = make_database(directory / "w.db");
  {
    const Transaction transaction(database);
    add_word(database, "perdu");
  }
  EXPECT_EQ(count_words(database), 0);
}

TEST(Sqlite, InnerTransactionIsUndoneAloneAndKeptWithTheOuterOne) {
  const test::TemporaryDirectory directory;
  Database database = make_database(directory / "w.db");
  Transaction outer(database);
  add_word(database, "un");
  {
    const Transaction undone(database);
    add_word(database, "deux");
  }
  {
    Transaction kept(database);
    add_word(database, "ثلاثة");
    kept.commit();
  }
  outer.commit();
  EXPECT_EQ(count_words(database), 2);
}

TEST(Sqlite, CommittedInnerTransactionGoesWithTheOuterOne) {
  const test::TemporaryDirectory directory;
  Database database = make_database(directory / "w.db");
  {
    const Transaction outer(database);
    Transaction inner(database);
    add_word(database, "un");
    inner.commit();
  }
  EXPECT_EQ(count_words(database), 0);
}

TEST(Sqlite, MissingFileIsNotFound) {
  const test::TemporaryDirectory directory;
  for (const Access access : {Access::read, Access::write}) {
    std::string message;
    EXPECT_EQ(test::error_of([&] { const Database database(directory / "غائب.db", access); }, &message),
              ErrorCode::not_found);
    EXPECT_THAT(message, HasSubstr("غائب.db"));
  }
}

TEST(Sqlite, AnotherKindOfFileIsMalformed) {
  const test::TemporaryDirectory directory;
  std::ofstream(directory / "texte.db") << std::string(5000, 'x');
  for (const Access access : {Access::read, Access::write}) {
    std::string message;
    EXPECT_EQ(test::error_of([&] { const Database database(directory / "texte.db", access); }, &message),
              ErrorCode::malformed);
    EXPECT_THAT(message, HasSubstr("texte.db"));
  }
}

TEST(Sqlite, DirectoryInPlaceOfTheFileIsUnreadable) {
  const test::TemporaryDirectory directory;
  EXPECT_EQ(test::error_of([&] { const Database database(directory.path(), Access::read); }),
            ErrorCode::unreadable);
}

TEST(Sqlite, MissingTableIsMalformed) {
  const test::TemporaryDirectory directory;
  const Database database = make_database(directory / "w.db");
  EXPECT_EQ(test::error_of([&] { database.prepare("SELECT * FROM absent"); }), ErrorCode::malformed);
}

TEST(Sqlite, BrokenConstraintIsAnErrorOfUse) {
  const test::TemporaryDirectory directory;
  Database database = make_database(directory / "w.db");
  EXPECT_EQ(test::error_of([&] { database.execute("INSERT INTO words (word) VALUES (NULL)"); }),
            ErrorCode::usage);
}

TEST(Sqlite, SecondWriterIsLockedOut) {
  const test::TemporaryDirectory directory;
  Database first = make_database(directory / "w.db");
  Database second(directory / "w.db", Access::write);
  second.execute("PRAGMA busy_timeout=20");
  const Transaction transaction(first);
  std::string message;
  EXPECT_EQ(test::error_of([&] { const Transaction other(second); }, &message), ErrorCode::locked);
  EXPECT_THAT(message, HasSubstr("w.db"));
}

TEST(Sqlite, ReaderSeesTheCommittedStateDuringAWrite) {
  const test::TemporaryDirectory directory;
  Database writer = make_database(directory / "w.db");
  add_word(writer, "مسؤولية");
  Transaction transaction(writer);
  add_word(writer, "responsabilité");
  const Database reader(directory / "w.db", Access::read);
  EXPECT_EQ(count_words(reader), 1);
  transaction.commit();
  EXPECT_EQ(count_words(reader), 2);
}

TEST(Sqlite, ReaderCannotWrite) {
  const test::TemporaryDirectory directory;
  make_database(directory / "w.db");
  Database reader(directory / "w.db", Access::read);
  EXPECT_EQ(test::error_of([&] { add_word(reader, "non"); }), ErrorCode::unreadable);
}

TEST(Sqlite, FullDiskIsSaidAndUndoesTheTransaction) {
  const test::TemporaryDirectory directory;
  Database database = make_database(directory / "w.db");
  add_word(database, "avant");
  database.execute("PRAGMA max_page_count=8");
  std::string message;
  const auto fill = [&] {
    Transaction transaction(database);
    for (int i = 0; i < 100; ++i) add_word(database, std::string(4000, 'x'));
    transaction.commit();
  };
  EXPECT_EQ(test::error_of(fill, &message), ErrorCode::disk_full);
  EXPECT_THAT(message, HasSubstr("w.db"));
  EXPECT_FALSE(database.in_transaction());
  EXPECT_EQ(count_words(database), 1);
}

TEST(Sqlite, NoRoomForTheIndexOfTheLogIsAFullDisk) {
  const test::TemporaryDirectory directory;
  const int code = test::run_killed([&] {
    const test::FileSizeLimit limit(20'000);
    return static_cast<int>(test::error_of([&] { make_database(directory / "w.db"); }));
  });
  EXPECT_EQ(code, static_cast<int>(ErrorCode::disk_full));
}

/// Reads as somebody who may not write in the directory; root may always, so it becomes nobody first.
int count_words_as_guest(const std::filesystem::path& path) {
  return test::run_killed([&] {
    test::become_guest();
    return static_cast<int>(count_words(Database(path, Access::read)));
  });
}

TEST(Sqlite, ReadsWhereTheDirectoryMayNotBeWritten) {
  const test::TemporaryDirectory directory;
  const std::filesystem::path place = directory / "صحافة 100% #1?";
  std::filesystem::create_directory(place);
  {
    Database database = make_database(place / "w.db");
    add_word(database, "lu");
  }
  ASSERT_FALSE(std::filesystem::exists(place / "w.db-wal"));
  const test::ReadOnly read_only(place);
  EXPECT_EQ(count_words_as_guest(place / "w.db"), 1);
}

TEST(Sqlite, GuestReadsWhatAWriterHasCommittedMeanwhile) {
  const test::TemporaryDirectory directory;
  Database writer = make_database(directory / "w.db");
  add_word(writer, "un");
  add_word(writer, "deux");
  EXPECT_EQ(count_words_as_guest(directory / "w.db"), 2);
}

TEST(Sqlite, WhatAKilledProcessCommittedIsThereAndTheRestIsNot) {
  const test::TemporaryDirectory directory;
  make_database(directory / "w.db");
  const int reported = test::run_killed([&] {
    Database database(directory / "w.db", Access::write);
    Transaction first(database);
    add_word(database, "gardé");
    first.commit();
    Transaction second(database);
    add_word(database, "ضائع");
    return 1;
  });
  EXPECT_EQ(reported, 1);
  EXPECT_EQ(count_words(Database(directory / "w.db", Access::read)), 1);
}

}  // namespace
}  // namespace sahafa
