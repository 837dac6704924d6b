#include "analysis/analysis.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace sahafa {
namespace {

TEST(Analyses, EachIsFoundByItsNameAndDocumented) {
  std::set<std::string_view> names;
  for (const Analysis& analysis : analyses()) {
    EXPECT_TRUE(names.insert(analysis.name).second) << analysis.name;
    EXPECT_EQ(find_analysis(analysis.name), &analysis);
    EXPECT_FALSE(analysis.summary.empty());
    EXPECT_THAT(analysis.example, testing::StartsWith("sahafa " + std::string(analysis.name) + " "));
    std::set<std::string_view> options;
    for (const OptionSpec& option : analysis.options) {
      EXPECT_TRUE(options.insert(option.name).second) << analysis.name << " --" << option.name;
      EXPECT_FALSE(option.help.empty());
    }
  }
  for (const char* verb :
       {"articles", "clusters", "freq", "keyness", "claims", "stance", "compare", "stats"}) {
    EXPECT_TRUE(names.contains(verb)) << verb;
  }
  EXPECT_EQ(find_analysis("horoscope"), nullptr);
}

}  // namespace
}  // namespace sahafa
