#include "index/string_ids.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

namespace sahafa {
namespace {

TEST(StringIds, NumbersByFirstAppearance) {
  StringIds ids;
  EXPECT_EQ(ids.intern("caisse"), 0U);
  EXPECT_EQ(ids.intern("الصندوق"), 1U);
  EXPECT_EQ(ids.intern("caisse"), 0U);
  EXPECT_EQ(ids.intern(""), 2U);
  EXPECT_EQ(ids.intern(""), 2U);
  EXPECT_EQ(ids.size(), 3U);
  EXPECT_EQ(ids.get(1), "الصندوق");
}

TEST(StringIds, AgreesWithAMapWhileItGrows) {
  StringIds ids;
  std::map<std::string, std::uint32_t> known;
  for (std::uint32_t i = 0; i < 20'000; ++i) {
    const std::string word = "w" + std::to_string(i * 2654435761U % 7001U);
    const auto next = static_cast<std::uint32_t>(known.size());
    const std::uint32_t wanted = known.try_emplace(word, next).first->second;
    ASSERT_EQ(ids.intern(word), wanted);
    ASSERT_EQ(ids.get(wanted), word);
  }
  EXPECT_EQ(ids.size(), known.size());
}

}  // namespace
}  // namespace sahafa
