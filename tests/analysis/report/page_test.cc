#include "analysis/report/page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sahafa {
namespace {

using testing::HasSubstr;
using testing::Not;

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

TEST(ReportPage, TextsCannotLeaveTheDataBlock) {
  const std::string page = make_report_page(R"({"title":"</script><!-- صحافة"})");
  EXPECT_THAT(page, HasSubstr(R"({"title":"\u003c/script>\u003c!-- صحافة"})"));
  EXPECT_EQ(count(page, "</script>"), 2);
}

TEST(ReportPage, MarksInsideTheDataAreNotReplaced) {
  const std::string page = make_report_page(R"({"title":"{{script}} {{data}}"})");
  EXPECT_THAT(page, HasSubstr(R"({"title":"{{script}} {{data}}"})"));
}

TEST(ReportPage, NothingIsLoadedFromElsewhere) {
  const std::string page = make_report_page("{}");
  EXPECT_THAT(page, HasSubstr("default-src 'none'"));
  EXPECT_THAT(page, Not(HasSubstr("<link")));
  EXPECT_THAT(page, Not(HasSubstr("src=\"")));
  EXPECT_THAT(page, Not(HasSubstr("@import")));
  EXPECT_THAT(page, Not(HasSubstr("url(")));
}

}  // namespace
}  // namespace sahafa
