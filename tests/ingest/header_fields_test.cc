#include "ingest/header_fields.h"

#include <gtest/gtest.h>

namespace sahafa {
namespace {

TEST(HeaderFields, NamesAreComparedWithoutCaseAndLinesGoOn) {
  std::string_view message = "Content-Type: text/html;\r\n charset=\"windows-1256\"\r\nX: y\r\n\r\nbody";
  const HeaderFields header = take_header(message);
  EXPECT_EQ(message, "body");
  EXPECT_EQ(media_type(header.value("content-type")), "text/html");
  EXPECT_EQ(parameter(header.value("CONTENT-TYPE"), "charset"), "windows-1256");
}

TEST(HeaderFields, BytesThatAreNoUtf8AreReplaced) {
  HeaderFields header;
  header.add_line("Subject: caf\xE9");            // windows-1252
  header.add_line("From: \xD8\xB5\xD8\xAD\xD8");  // Arabic, cut in a character
  EXPECT_EQ(header.value("Subject"), "caf\uFFFD");
  EXPECT_EQ(header.value("From"), "صح\uFFFD");
}

TEST(HeaderFields, TrimmingTakesAnyBytes) {
  EXPECT_EQ(trim_bytes(" \t1a\xE9\r\n"), "1a\xE9");
  EXPECT_EQ(trim_bytes("\xD8"), "\xD8");
  EXPECT_EQ(trim_bytes(" \r\n"), "");
}

}  // namespace
}  // namespace sahafa
