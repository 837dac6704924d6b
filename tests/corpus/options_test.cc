#include "corpus/options.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "text/error.h"

namespace sahafa {
namespace {

constexpr OptionSpec kSpecs[] = {{"by", "FIELD", "", "outlet", false},
                                 {"top", "N", "", "10", false},
                                 {"all", "", "", "", false},
                                 {"outlet", "LIST", "", "", false}};

TEST(Options, MissingOnesTakeTheirDefault) {
  const Options options(kSpecs, {{"by", "lang"}, {"outlet", ""}});
  EXPECT_EQ(options.get("by"), "lang");
  EXPECT_EQ(options.get_integer("top"), 10);
  EXPECT_FALSE(options.has("outlet"));
  EXPECT_FALSE(options.is_on("all"));
}

TEST(Options, SwitchesAreOnUnlessTheySayNo) {
  EXPECT_TRUE(Options(kSpecs, {{"all", "true"}}).is_on("all"));
  EXPECT_FALSE(Options(kSpecs, {{"all", "false"}}).is_on("all"));
  EXPECT_FALSE(Options(kSpecs, {{"all", "0"}}).is_on("all"));
}

TEST(Options, UnknownNamesAreRefusedBothWays) {
  EXPECT_THROW(Options(kSpecs, {{"colour", "red"}}), Error);
  EXPECT_THROW(Options(kSpecs, {}).get("colour"), Error);
}

TEST(Options, NumbersMustBeNumbersToTheEnd) {
  for (const char* value : {"ten", "10x", "1.5", "٣"}) {
    const Options options(kSpecs, {{"top", value}});
    try {
      options.get_integer("top");
      ADD_FAILURE() << value << " was taken";
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::usage);
      EXPECT_THAT(error.what(), testing::HasSubstr("--top"));
    }
  }
  EXPECT_EQ(Options(kSpecs, {{"top", "2.5"}}).get_number("top"), 2.5);
}

TEST(Options, ListsAreSplitAtCommas) {
  const Options options(kSpecs, {{"outlet", "Le Desk, هسبريس,,le360 "}});
  EXPECT_EQ(options.get_list("outlet"), (std::vector<std::string_view>{"Le Desk", "هسبريس", "le360"}));
  EXPECT_TRUE(Options(kSpecs, {}).get_list("outlet").empty());
}

}  // namespace
}  // namespace sahafa
