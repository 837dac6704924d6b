#include "corpus/whole_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <string>
#include <thread>

#include "tests/corpus/fixtures.h"
#include "tests/shared.h"
#include "text/error.h"

namespace sahafa::test {
namespace {

namespace fs = std::filesystem;

TEST(WholeFile, AppearsWhenItIsFinishedAndNotBefore) {
  const TemporaryDirectory folder;
  const fs::path path = folder / "résultat نتيجة.csv";
  write_whole_file(path, [](std::ostream& out) { out << "ancien"; });
  {
    WholeFile file(path);
    file.stream() << "à moitié";
  }
  EXPECT_EQ(read_file(path), "ancien");
  EXPECT_EQ(std::distance(fs::directory_iterator(path.parent_path()), {}), 1) << "no draft is left";
  WholeFile file(path);
  file.stream() << "neuf";
  EXPECT_EQ(read_file(path), "ancien");
  file.finish();
  EXPECT_EQ(read_file(path), "neuf");
}

TEST(WholeFile, LinksStayAndTheirFilesAreWritten) {
  const TemporaryDirectory folder;
  fs::create_symlink(folder / "there", folder / "link");
  write_whole_file(folder / "link", [](std::ostream& out) { out << "text"; });
  EXPECT_TRUE(fs::is_symlink(folder / "link"));
  EXPECT_EQ(read_file(folder / "there"), "text");
}

// As root, `-o /dev/null` put a file in the place of the device.
TEST(WholeFile, DevicesAndPipesAreWrittenToAndStay) {
  const TemporaryDirectory folder;
  const fs::path pipe = folder / "pipe";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  std::string read;
  {
    const std::jthread reader([&] { read = read_file(pipe); });
    write_whole_file(pipe, [](std::ostream& out) { out << "through"; });
  }
  EXPECT_EQ(read, "through");
  EXPECT_TRUE(fs::is_fifo(pipe));
  write_whole_file("/dev/null", [](std::ostream& out) { out << "gone"; });
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

TEST(WholeFile, WhatCannotBeMadeIsNamed) {
  const TemporaryDirectory folder;
  for (const fs::path& path : {folder / "no/such/folder.csv", fs::path(folder / ".")}) {
    try {
      write_whole_file(path, [](std::ostream& out) { out << "x"; });
      ADD_FAILURE() << path;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::unreadable);
      EXPECT_NE(std::string(error.what()).find(path.string()), std::string::npos) << error.what();
    }
  }
}

}  // namespace
}  // namespace sahafa::test
