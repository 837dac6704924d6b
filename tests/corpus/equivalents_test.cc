#include "corpus/equivalents.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

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

TEST(Equivalents, ATableOfOnesOwnAddsEntriesAndSpellings) {
  const test::TemporaryDirectory directory;
  const auto write = [&](const char* toml) {
    std::ofstream(directory / "names.toml") << toml;
    return directory / "names.toml";
  };
  const Equivalents base = Equivalents::read(
      "people = [ { fr = [\"Benali\"], ar = [\"بنعلي\"] }, { fr = [\"Tazi\"], ar = [\"التازي\"] } ]", "base");
  const Equivalents table = base.with(write("people = [ { fr = [\"BENALI\"], ar = [\"بن علي\"] } ]\n"
                                            "places = [ { fr = [\"Tiznit\"], ar = [\"تيزنيت\"] } ]\n"
                                            "words = [ { fr = [\"grève\"], ar = [\"إضراب\"] } ]\n"),
                                      Codebook::bundled());
  ASSERT_EQ(table.names().size(), 3U);
  EXPECT_EQ(table.names()[0].spellings, (std::vector<std::string>{"Benali", "بنعلي", "بن علي"}));
  EXPECT_EQ(table.names()[1].spellings.size(), 2U);
  EXPECT_EQ(table.own_names().size(), 2U);
  EXPECT_EQ(table.own_words().size(), 1U);
  EXPECT_TRUE(base.own_names().empty());

  std::string message;
  EXPECT_EQ(test::error_of(
                [&] {
                  base.with(write("people = [ { fr = [\"Tazi\"], ar = [\"بنعلي\"] } ]"), Codebook::bundled());
                },
                &message),
            ErrorCode::malformed);
  EXPECT_THAT(message, HasSubstr("two entries"));
  EXPECT_EQ(test::error_of([&] { base.with(directory / "none.toml", Codebook::bundled()); }),
            ErrorCode::unreadable);
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
