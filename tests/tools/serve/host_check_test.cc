#include "tools/serve/host_check.h"

#include <gtest/gtest.h>

namespace sahafa::tools {
namespace {

TEST(HostCheck, AServerForThisMachineAnswersUnderItsNames) {
  for (const char* host : {"127.0.0.1:8080", "localhost:8080", "localhost", "[::1]:8080", "127.0.0.2", ""}) {
    EXPECT_TRUE(is_host_allowed(host, "127.0.0.1")) << host;
    EXPECT_TRUE(is_host_allowed(host, "localhost")) << host;
  }
}

TEST(HostCheck, ANameOfAnotherSiteThatPointsHereIsRefused) {
  for (const char* host : {"evil.example", "evil.example:8080", "127.0.0.1.evil.example",
                           "localhost.evil.example", "[::2]", "["})
    EXPECT_FALSE(is_host_allowed(host, "127.0.0.1")) << host;
}

TEST(HostCheck, AServerForOthersMayHaveAnyName) {
  EXPECT_TRUE(is_host_allowed("library.example", "0.0.0.0"));
  EXPECT_TRUE(is_host_allowed("192.168.1.5:8080", "192.168.1.5"));
}

}  // namespace
}  // namespace sahafa::tools
