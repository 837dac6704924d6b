#include "corpus/schema.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

#include "corpus/catalogue.h"
#include "fixtures.h"

namespace sahafa {
namespace {

using Access = Database::Access;
using testing::HasSubstr;

// A history of two formats: the second one adds a column and keeps what was there.
constexpr std::array<std::string_view, 2> kHistory = {
    "CREATE TABLE outlets (name TEXT NOT NULL) STRICT",
    "ALTER TABLE outlets ADD COLUMN country TEXT NOT NULL DEFAULT 'MA'",
};
const std::span<const std::string_view> kOld = std::span(kHistory).first(1);

std::int64_t format_of(const Database& database) {
  Statement rows = database.prepare("PRAGMA user_version");
  rows.step();
  return rows.integer(0);
}

std::string first_text(const Database& database, std::string_view sql) {
  Statement rows = database.prepare(sql);
  rows.step();
  return std::string(rows.text(0));
}

TEST(Schema, OlderFileIsMigratedAndKeepsItsRows) {
  const test::TemporaryDirectory directory;
  {
    Database old(directory / "c.db", Access::create);
    migrate(old, kOld);
    old.execute("INSERT INTO outlets VALUES ('لوديسك')");
  }
  Database database(directory / "c.db", Access::write);
  migrate(database, kHistory);
  EXPECT_EQ(format_of(database), 2);
  EXPECT_EQ(first_text(database, "SELECT name || country FROM outlets"), "لوديسكMA");
}

TEST(Schema, OlderFileOpenedForReadingSaysHowToMigrate) {
  const test::TemporaryDirectory directory;
  Database database(directory / "c.db", Access::create);
  migrate(database, kOld);
  std::string message;
  EXPECT_EQ(test::error_of([&] { require_current(database, kHistory); }, &message), ErrorCode::malformed);
  EXPECT_THAT(message, HasSubstr("sahafa ingest"));
}

TEST(Schema, ClaimsAreFoundThroughAnIndex) {
  const test::TemporaryDirectory directory;
  Database database(directory / "c.db", Access::create);
  migrate(database, schema_steps());
  for (const char* where : {"frame IN ('negligence')", "target IN ('cnss','cnss_dg')", "holder IN ('expert')",
                            "frame IN ('negligence') AND target IN ('cnss')"}) {
    Statement plan =
        database.prepare(std::string("EXPLAIN QUERY PLAN SELECT DISTINCT article FROM claims WHERE ") +
                         where + " ORDER BY article");
    ASSERT_TRUE(plan.step());
    EXPECT_THAT(std::string(plan.text(3)), HasSubstr("COVERING INDEX claims_by_")) << where;
  }
}

TEST(Schema, MigratingTwiceChangesNothing) {
  const test::TemporaryDirectory directory;
  Database database(directory / "c.db", Access::create);
  migrate(database, kHistory);
  migrate(database, kHistory);
  EXPECT_EQ(format_of(database), 2);
}

TEST(Schema, StepThatFailsLeavesTheOlderFormatWhole) {
  const test::TemporaryDirectory directory;
  Database database(directory / "c.db", Access::create);
  migrate(database, kOld);
  constexpr std::array<std::string_view, 2> kBroken = {kHistory[0],
                                                       "CREATE TABLE more (a); CREATE TABLE outlets (b)"};
  EXPECT_THROW(migrate(database, kBroken), Error);
  EXPECT_EQ(format_of(database), 1);
  EXPECT_EQ(first_text(database, "SELECT count(*) FROM sqlite_schema WHERE name = 'more'"), "0");
}

TEST(Schema, EmptyFileLeftByAKilledCreationIsNoCorpusYetAndHealsAtTheNextOne) {
  const test::TemporaryDirectory directory;
  {
    const Database blank(directory / "c.db", Access::create);
  }
  EXPECT_EQ(test::error_of([&] { const Catalogue catalogue(directory / "c.db", Access::read); }),
            ErrorCode::not_found);
  const Catalogue catalogue(directory / "c.db", Access::create);
  EXPECT_EQ(catalogue.count_articles(), 0);
}

TEST(Schema, NewerFileIsRefusedAndNamesItsMaker) {
  const test::TemporaryDirectory directory;
  {
    const Catalogue catalogue(directory / "c.db", Access::create);
  }
  {
    Database future(directory / "c.db", Access::write);
    future.execute("PRAGMA user_version=9000; UPDATE meta SET value = '7.3.1' WHERE key = 'made_by'");
  }
  for (const Access access : {Access::read, Access::write, Access::create}) {
    std::string message;
    EXPECT_EQ(test::error_of([&] { const Catalogue catalogue(directory / "c.db", access); }, &message),
              ErrorCode::newer_format);
    EXPECT_THAT(message, HasSubstr("format 9000"));
    EXPECT_THAT(message, HasSubstr("made by sahafa 7.3.1"));
    EXPECT_THAT(message, HasSubstr("Install sahafa 7.3.1 or newer"));
  }
}

TEST(Schema, DatabaseOfAnotherProgramIsLeftAlone) {
  const test::TemporaryDirectory directory;
  {
    Database other(directory / "c.db", Access::create);
    other.execute("CREATE TABLE bookmarks (url TEXT)");
  }
  for (const Access access : {Access::read, Access::create}) {
    EXPECT_EQ(test::error_of([&] { const Catalogue catalogue(directory / "c.db", access); }),
              ErrorCode::malformed);
  }
}

}  // namespace
}  // namespace sahafa
