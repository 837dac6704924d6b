#include "text/hamza.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sahafa {
namespace {

using testing::Contains;
using testing::IsEmpty;

TEST(HamzaVariants, KnowTheSeatsThatNewspapersMix) {
  EXPECT_THAT(hamza_variants("المسؤول"), Contains("المسئول"));
  EXPECT_THAT(hamza_variants("شئون"), Contains("شؤون"));
  EXPECT_THAT(hamza_variants("هيئة"), Contains("هيأة"));
  EXPECT_THAT(hamza_variants("شيء"), Contains("شئ"));
  EXPECT_THAT(hamza_variants("خمسمائة"), Contains("خمسمئة"));
}

TEST(HamzaVariants, LeaveOtherWordsAlone) {
  EXPECT_THAT(hamza_variants("رأس"), IsEmpty());
  EXPECT_THAT(hamza_variants("مؤمن"), IsEmpty());
  EXPECT_THAT(hamza_variants("الصندوق"), IsEmpty());
  EXPECT_THAT(hamza_variants("données"), IsEmpty());
}

}  // namespace
}  // namespace sahafa
