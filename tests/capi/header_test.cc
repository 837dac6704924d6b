// The header alone, in C++: it needs nothing before it (the C example compiles it as strict C99).
#include <sahafa.h>

#include <gtest/gtest.h>

TEST(Header, VersionIsThatOfTheLibrary) {
  EXPECT_EQ(std::string(sahafa_version()), std::to_string(SAHAFA_VERSION_MAJOR) + "." +
                                               std::to_string(SAHAFA_VERSION_MINOR) + "." +
                                               std::to_string(SAHAFA_VERSION_PATCH));
}

TEST(Header, EveryStatusHasAName) {
  for (int status = SAHAFA_OK; status <= SAHAFA_ERROR_INTERNAL; ++status)
    EXPECT_STRNE(sahafa_status_name(static_cast<sahafa_status>(status)), "unknown");
  EXPECT_STREQ(sahafa_status_name(static_cast<sahafa_status>(SAHAFA_ERROR_INTERNAL + 1)), "unknown");
}
