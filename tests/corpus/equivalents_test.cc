#include "corpus/equivalents.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/corpus/fixtures.h"

namespace sahafa {
namespace {

using testing::HasSubstr;

std::string complaint(const char* toml) {
  std::string message;
  EXPECT_EQ(test::error_of([&] { Equivalents::read(toml, "names.toml"); }, &message), ErrorCode::malformed)
      << toml;
  return message;
}

TEST(Equivalents, BundledTableIsValidAndHasBothLanguages) {
  const Equivalents& table = Equivalents::bundled();
  EXPECT_GT(table.names().size(), 200U);
  EXPECT_GT(table.words().size(), 40U);
}

TEST(Equivalents, ReadsNamesAndWords) {
  const Equivalents table = Equivalents::read(
      "people = [ { fr = [\"Benali\"], ar = [\"بنعلي\"] } ]\n"
      "institutions = [ { concept = \"cnss\", fr = [\"CNSS\"], ar = [\"الضمان\"] } ]\n"
      "words = [ { fr = [\"fuite\"], ar = [\"تسريب\"] } ]\n",
      "names.toml");
  ASSERT_EQ(table.names().size(), 2U);
  EXPECT_EQ(table.words().front().spellings, (std::vector<std::string>{"fuite", "تسريب"}));
}

TEST(Equivalents, ComplaintsNameLineAndRemedy) {
  EXPECT_THAT(complaint("people = [\n { fr = [\"Benali\"] } ]"), HasSubstr("names.toml:2"));
  EXPECT_THAT(complaint("people = [ { fr = [\"A\"], ar = [\"ب\"] },\n { fr = [\"a\"], ar = [\"ت\"] } ]"),
              HasSubstr("already stands"));
  EXPECT_THAT(complaint("towns = []"), HasSubstr("institutions"));
  EXPECT_THAT(complaint("people = [ { fr = [\"A\"], ar = [\"ب\"], en = \"x\" } ]"), HasSubstr("en"));
  EXPECT_THAT(complaint("people = [ { concept = \"nobody\", fr = [\"A\"], ar = [\"ب\"] } ]"),
              HasSubstr("nobody"));
  EXPECT_THAT(complaint("people = ["), HasSubstr("names.toml:1"));
}

}  // namespace
}  // namespace sahafa
