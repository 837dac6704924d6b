#include "index/npy_file.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <numeric>

#include "tests/corpus/fixtures.h"
#include "tests/shared.h"

namespace sahafa {
namespace {

class NpyTest : public testing::Test {
 protected:
  NpyAppender open(std::size_t count) {
    return {path_, npy_type<std::uint32_t>(), sizeof(std::uint32_t), count};
  }

  void write(std::size_t known, const std::vector<std::uint32_t>& values) {
    NpyAppender column = open(known);
    column.append(std::span<const std::uint32_t>(values));
    column.sync();
    column.write_header();
  }

  std::vector<std::uint32_t> read(std::size_t count) {
    const NpyColumn<std::uint32_t> column(path_, count);
    return {column.values().begin(), column.values().end()};
  }

  test::TemporaryDirectory directory_;
  std::filesystem::path path_ = directory_ / "column.npy";
};

TEST_F(NpyTest, HeaderIsVersionOneOf128Bytes) {
  write(0, {7, 8, 9});
  const std::string bytes = test::read_file(path_);
  ASSERT_EQ(bytes.size(), 128U + 12U);
  EXPECT_EQ(bytes.substr(0, 10), std::string("\x93NUMPY\x01\x00\x76\x00", 10));
  EXPECT_EQ(bytes.substr(10, bytes.find('\n') - 10).substr(0, 61),
            "{'descr': '<u4', 'fortran_order': False, 'shape': (3,), }    ");
  EXPECT_EQ(bytes.find('\n'), 127U);
}

TEST_F(NpyTest, NumpyReadsTheSameValues) {
  write(0, {7, 8, 4'000'000'000});
  const std::string python =
      "/usr/bin/python3 -c \"import numpy, sys; a = numpy.load(sys.argv[1], mmap_mode='r'); "
      "sys.exit(0 if a.tolist() == [7, 8, 4000000000] else 3)\" ";
  if (std::system("/usr/bin/python3 -c 'import numpy' 2>/dev/null") != 0)
    GTEST_SKIP() << "needs python3-numpy";
  EXPECT_EQ(std::system((python + path_.string()).c_str()), 0);
}

TEST_F(NpyTest, GrowsWithoutTouchingWhatIsMapped) {
  write(0, {1, 2});
  const NpyColumn<std::uint32_t> before(path_, 2);
  write(2, {3});
  EXPECT_EQ(before.values()[1], 2U);
  EXPECT_EQ(read(3), (std::vector<std::uint32_t>{1, 2, 3}));
}

TEST_F(NpyTest, WhatWasNotRecordedIsForgotten) {
  write(0, {1, 2, 99, 99});
  write(2, {3});
  EXPECT_EQ(read(3), (std::vector<std::uint32_t>{1, 2, 3}));
  EXPECT_EQ(std::filesystem::file_size(path_), 128U + 12U);
}

TEST_F(NpyTest, LongColumnsAreWrittenWhole) {
  std::vector<std::uint32_t> values(100'000);
  std::iota(values.begin(), values.end(), 0U);
  write(0, values);
  EXPECT_EQ(read(values.size()), values);
}

TEST_F(NpyTest, DamageIsAnErrorThatNamesTheFile) {
  std::string message;
  EXPECT_EQ(test::error_of([&] { read(1); }, &message), ErrorCode::not_found);
  write(0, {1});
  EXPECT_EQ(test::error_of([&] { read(2); }, &message), ErrorCode::malformed);
  EXPECT_NE(message.find("column.npy"), std::string::npos);
  EXPECT_EQ(test::error_of([&] { NpyColumn<std::int64_t>(path_, 0); }), ErrorCode::malformed);
}

}  // namespace
}  // namespace sahafa
