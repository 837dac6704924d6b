#include "corpus/corpus.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "fixtures.h"

namespace sahafa {
namespace {

using testing::HasSubstr;

TEST(Corpus, CreateMakesDirectoriesAndIsIdempotent) {
  const test::TemporaryDirectory directory;
  const std::filesystem::path path = directory / "مدونة/corpus";
  Corpus::create(path).catalogue().store(test::make_intake("a.txt", {test::french_article()}));
  EXPECT_EQ(Corpus::create(path).catalogue().count_articles(), 1);
  EXPECT_EQ(Corpus::open(path).catalogue().count_articles(), 1);
}

TEST(Corpus, KnowsThePlacesOfDerivedData) {
  const test::TemporaryDirectory directory;
  const Corpus corpus = Corpus::create(directory / "c");
  EXPECT_EQ(corpus.directory(), directory / "c");
  EXPECT_EQ(corpus.index_path(), directory / "c" / "index");
  EXPECT_EQ(corpus.tokens_path(), directory / "c" / "tokens");
}

struct NoCorpus {
  const char* what;
  void (*prepare)(const std::filesystem::path&);
  const char* message;
};

class CorpusOpen : public testing::TestWithParam<NoCorpus> {};

TEST_P(CorpusOpen, SaysWhatIsThereInsteadAndWhatToDo) {
  const test::TemporaryDirectory directory;
  const std::filesystem::path path = directory / "c";
  GetParam().prepare(path);
  std::string message;
  EXPECT_EQ(test::error_of([&] { Corpus::open(path); }, &message), ErrorCode::not_found);
  EXPECT_THAT(message, HasSubstr(path.string()));
  EXPECT_THAT(message, HasSubstr(GetParam().message));
  EXPECT_THAT(message, HasSubstr("sahafa ingest"));
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, CorpusOpen,
    testing::Values(
        NoCorpus{"missing", [](const std::filesystem::path&) {}, "no such directory"},
        NoCorpus{"file", [](const std::filesystem::path& path) { std::ofstream(path) << "x"; }, "is a file"},
        NoCorpus{"folder", [](const std::filesystem::path& path) { std::filesystem::create_directory(path); },
                 "no corpus.db"}),
    [](const auto& test) { return std::string(test.param.what); });

TEST(Corpus, CreateInPlaceOfAFileIsRefused) {
  const test::TemporaryDirectory directory;
  std::ofstream(directory / "notes.txt") << "x";
  std::string message;
  EXPECT_EQ(test::error_of([&] { Corpus::create(directory / "notes.txt"); }, &message), ErrorCode::usage);
  EXPECT_THAT(message, HasSubstr("notes.txt"));
}

TEST(Corpus, CreateWhereNothingMayBeWrittenIsUnreadable) {
  const test::TemporaryDirectory directory;
  const test::ReadOnly read_only(directory.path());
  const int code = test::run_killed([&] {
    test::become_guest();
    return static_cast<int>(test::error_of([&] { Corpus::create(directory / "c"); }));
  });
  EXPECT_EQ(code, static_cast<int>(ErrorCode::unreadable));
}

TEST(WriteLock, SecondHolderIsToldWhichCorpus) {
  const test::TemporaryDirectory directory;
  const WriteLock lock(directory.path());
  std::string message;
  EXPECT_EQ(test::error_of([&] { const WriteLock second(directory.path()); }, &message), ErrorCode::locked);
  EXPECT_THAT(message, HasSubstr(directory.path().string()));
}

TEST(WriteLock, IsFreeAgainAfterItsHolderAndAfterAKill) {
  const test::TemporaryDirectory directory;
  {
    const WriteLock lock(directory.path());
  }
  const int killed = test::run_killed([&] {
    const WriteLock lock(directory.path());
    ::_exit(7);
    return 0;
  });
  EXPECT_EQ(killed, 7);
  const WriteLock lock(directory.path());
}

TEST(WriteLock, NeedsADirectory) {
  const test::TemporaryDirectory directory;
  EXPECT_EQ(test::error_of([&] { const WriteLock lock(directory / "absent"); }), ErrorCode::unreadable);
}

}  // namespace
}  // namespace sahafa
