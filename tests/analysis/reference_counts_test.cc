#include "analysis/reference_counts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/corpus/fixtures.h"
#include "text/error.h"

namespace sahafa {
namespace {

std::string as_it_is(std::string_view term) { return std::string(term); }

ReferenceCounts parse(std::string_view text) { return parse_reference_counts(text, "list.tsv", as_it_is); }

TEST(ReferenceCounts, TabsCommasHeadingsAndQuotes) {
  EXPECT_EQ(parse("caisse\t3\nالصندوق\t4\n").counts.at("الصندوق"), 4.0);
  EXPECT_EQ(parse("caisse,3\r\naudit,1.5\r\n").tokens, 4.5);
  EXPECT_EQ(parse("rank,word,freq\n1,caisse,3\n").counts.at("caisse"), 3.0);
  EXPECT_EQ(parse("term,count\n\"a, b\",2\n\"dit \"\"oui\"\"\",1\n").counts.at("dit \"oui\""), 1.0);
}

TEST(ReferenceCounts, TotalsMayBeLargerThanTheList) {
  const ReferenceCounts counts = parse("# tokens 1000\ncaisse\t3\n");
  EXPECT_EQ(counts.tokens, 1000.0);
  EXPECT_EQ(counts.counts.size(), 1U);
}

TEST(ReferenceCounts, TermsThatBecomeOneAreAdded) {
  const auto lower = [](std::string_view) { return std::string("x"); };
  EXPECT_EQ(parse_reference_counts("A\t1\na\t2\n", "list", lower).counts.at("x"), 3.0);
}

TEST(ReferenceCounts, WhatIsNoListIsRefusedWithItsLine) {
  std::string message;
  EXPECT_EQ(test::error_of([] { parse("caisse\t3\naudit\n"); }, &message), ErrorCode::malformed);
  EXPECT_THAT(message, testing::HasSubstr("line 2"));
  for (const char* text : {"", "caisse\t-1\n", "caisse\tnan\n", "# tokens 2\ncaisse\t3\n", "\xff\t1\n"}) {
    EXPECT_EQ(test::error_of([&] { parse(text); }, &message), ErrorCode::malformed) << text;
  }
}

}  // namespace
}  // namespace sahafa
