#include "tools/progress_bar.h"

#include <gtest/gtest.h>

#include <sstream>

namespace sahafa::tools {
namespace {

TEST(ProgressBar, SaysWhatIsDoneHowFastAndHowLongItStillTakes) {
  EXPECT_EQ(ProgressBar::line("coding", 120, 400, 2.0), "coding     120/400  30 %  60/s  5 s left");
  EXPECT_EQ(ProgressBar::line("claims", 10, 100'010, 1.0),
            "claims     10/100010  0 %  10/s  2 h 46 min left");
  EXPECT_EQ(ProgressBar::line("tokens", 100, 20'100, 100.0 / 40),
            "tokens     100/20100  0 %  40/s  8 min 20 s left");
}

TEST(ProgressBar, UnknownTotalShowsNoEnd) {
  EXPECT_EQ(ProgressBar::line("coding", 7, 0, 2.0), "coding     7  4/s");
}

TEST(ProgressBar, NothingDoneYetHasNoRate) {
  EXPECT_EQ(ProgressBar::line("index", 0, 9, 0.0), "index      0/9  0 %  0/s");
}

TEST(ProgressBar, LeavesAnEmptyLineBehind) {
  std::ostringstream err;
  {
    ProgressBar bar(err);
    bar.update("reading", 1, 9);
  }
  EXPECT_TRUE(err.str().ends_with("\r\033[K"));
}

}  // namespace
}  // namespace sahafa::tools
