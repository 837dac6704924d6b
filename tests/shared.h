// The files that tests read: real texts beside the repository, and the composed ones of tests/data/. Paths start at the
// repository's root, where CTest runs the tests.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace sahafa::test {

inline std::filesystem::path shared(const std::string& path) {
  return std::filesystem::path("../shared") / path;
}

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace sahafa::test

/// Skips the test, with a message, where `path` below ../shared is absent.
#define SAHAFA_NEEDS_SHARED(path)                           \
  if (!std::filesystem::exists(sahafa::test::shared(path))) \
  GTEST_SKIP() << "needs " << sahafa::test::shared(path).string() << ", which is not here"
