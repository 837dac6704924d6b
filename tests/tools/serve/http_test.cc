#include "tools/serve/http.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace sahafa::tools {
namespace {

TEST(Http, ARequestArrivesAsItWasSent) {
  const std::string odd("a\0b:\n\xFF", 6);
  const Request sent{.path = "/api/é", .parameters = {{"query", "تسريب \"CNSS\""}, {"", ""}, {odd, odd}}};
  const Request got = unpack_request(pack(sent));
  EXPECT_EQ(got.path, sent.path);
  EXPECT_EQ(got.parameters, sent.parameters);
}

TEST(Http, AnAnswerArrivesAsItWasSent) {
  const Answer sent{
      .status = 404, .type = "text/csv; charset=utf-8", .body = std::string("1:2\0x", 5), .file = "a.csv"};
  const Answer got = unpack_answer(pack(sent));
  EXPECT_EQ(got.status, sent.status);
  EXPECT_EQ(got.type, sent.type);
  EXPECT_EQ(got.body, sent.body);
  EXPECT_EQ(got.file, sent.file);
}

TEST(Http, AFailureIsJsonWhateverItsMessageHolds) {
  const Answer failure = make_failure(400, "no \"quote\" </script> \xFF");
  const auto json = nlohmann::json::parse(failure.body);
  EXPECT_EQ(failure.status, 400);
  EXPECT_EQ(json["error"]["status"], 400);
  EXPECT_EQ(json["error"]["message"], "no \"quote\" </script> \uFFFD");
}

}  // namespace
}  // namespace sahafa::tools
