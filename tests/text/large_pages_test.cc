#include "text/large_pages.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <numeric>
#include <vector>

namespace sahafa {
namespace {

TEST(LargePages, ATableKeepsItsValuesWhileItGrowsIntoThem) {
  std::vector<std::uint32_t, LargePageAllocator<std::uint32_t>> table;
  constexpr std::size_t kValues = 1'500'000;  // 6 MB
  for (std::size_t i = 0; i < kValues; ++i) table.push_back(static_cast<std::uint32_t>(i));
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(table.data()) % (2U << 20U), 0U);
  EXPECT_EQ(std::accumulate(table.begin(), table.end(), std::uint64_t{0}), kValues * (kValues - 1) / 2);
  table.clear();
  table.shrink_to_fit();
  EXPECT_TRUE(table.empty());
}

TEST(LargePages, WhatIsSmallIsAlignedAsItsTypeAsks) {
  struct alignas(64) Line {
    char bytes[64];
  };
  const std::vector<Line, LargePageAllocator<Line>> lines(3);
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(lines.data()) % alignof(Line), 0U);
}

}  // namespace
}  // namespace sahafa
