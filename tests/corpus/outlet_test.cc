#include "corpus/outlet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fixtures.h"

namespace sahafa {
namespace {

using testing::HasSubstr;

constexpr std::string_view kTwoOutlets = R"(
[[outlet]]
id = "jarida"
name = "L'Écho d'Azilal"
names = ["L'Écho d'Azilal", "صدى أزيلال"]
domains = ["echo-azilal.example", "صدى.example"]
country = "MA"
kind = "weekly"
langs = ["fr", "ar"]

[[outlet]]
id = "jarida_ar"
name = "الأنباء"
domains = ["ar.echo-azilal.example"]
kind = "online"
langs = ["ar"]
)";

std::string id_of(const Outlet* outlet) { return outlet == nullptr ? "-" : outlet->id; }

TEST(Outlet, FieldsComeFromTheFile) {
  const OutletRegistry registry = OutletRegistry::read(kTwoOutlets, "two.toml");
  ASSERT_EQ(registry.outlets().size(), 2U);
  const Outlet& outlet = registry.outlets()[0];
  EXPECT_EQ(outlet.name, "L'Écho d'Azilal");
  EXPECT_THAT(outlet.names, testing::ElementsAre("L'Écho d'Azilal", "صدى أزيلال"));
  EXPECT_EQ(outlet.country, "MA");
  EXPECT_EQ(outlet.kind, "weekly");
  EXPECT_THAT(outlet.langs, testing::ElementsAre("fr", "ar"));
  EXPECT_EQ(registry.outlets()[1].country, "");
  EXPECT_EQ(registry.country_of("صدى أزيلال"), "MA");
  EXPECT_EQ(registry.country_of(registry.outlets()[1].id), "");
  EXPECT_EQ(registry.country_of("personne"), "");
}

TEST(Outlet, IsFoundByIdAndByNameHoweverWritten) {
  const OutletRegistry registry = OutletRegistry::read(kTwoOutlets, "two.toml");
  for (const char* name : {"jarida", "JARIDA", "L'Écho d'Azilal", "l’echo d’azilal", "  L'ECHO   D'AZILAL ",
                           "صدى أزيلال", "صدى ازيلال", "صدي أزيلال"}) {
    EXPECT_EQ(id_of(registry.find(name)), "jarida") << name;
  }
  for (const char* name : {"الأنباء", "الانباء", "jarida_ar"})
    EXPECT_EQ(id_of(registry.find(name)), "jarida_ar") << name;
  for (const char* name : {"", " ", "écho", "أزيلال"}) EXPECT_EQ(registry.find(name), nullptr) << name;
}

TEST(Outlet, IsFoundByAddressTheLongestDomainFirst) {
  const OutletRegistry registry = OutletRegistry::read(kTwoOutlets, "two.toml");
  for (const char* url : {"echo-azilal.example", "https://echo-azilal.example/a?u=https://x.example/",
                          "http://www.Echo-Azilal.example:8080", "//m.echo-azilal.example/x",
                          "https://lecteur@echo-azilal.example./", "https://صدى.example/خبر"}) {
    EXPECT_EQ(id_of(registry.find_by_url(url)), "jarida") << url;
  }
  EXPECT_EQ(id_of(registry.find_by_url("https://ar.echo-azilal.example/n")), "jarida_ar");
  for (const char* url : {"", "https://", "example", "https://notecho-azilal.example",
                          "https://example/echo-azilal.example", "echo-azilal.example.org"}) {
    EXPECT_EQ(registry.find_by_url(url), nullptr) << url;
  }
}

struct Mistake {
  const char* name;
  const char* toml;
  const char* line;
  const char* message;
};

class OutletMistake : public testing::TestWithParam<Mistake> {};

TEST_P(OutletMistake, IsNamedWithOriginLineAndRemedy) {
  std::string message;
  EXPECT_EQ(test::error_of([&] { OutletRegistry::read(GetParam().toml, "mine.toml"); }, &message),
            ErrorCode::malformed);
  EXPECT_THAT(message, testing::StartsWith(std::string("mine.toml:") + GetParam().line + ": "));
  EXPECT_THAT(message, HasSubstr(GetParam().message));
}

#define OUTLET "[[outlet]]\nid = \"a\"\nname = \"A\"\nkind = \"daily\"\n"

INSTANTIATE_TEST_SUITE_P(
    Kinds, OutletMistake,
    testing::Values(
        Mistake{"no_toml", "[[outlet]]\nid = \n", "2", "not valid TOML"},
        Mistake{"another_entry", "\n[paper]\nid = \"a\"\n", "2", "unknown entry 'paper'"},
        Mistake{"unknown_field", OUTLET "nmae = \"A\"\n", "5", "unknown field 'nmae'"},
        Mistake{"no_id", "[[outlet]]\nname = \"A\"\nkind = \"daily\"\n", "1", "add id = "},
        Mistake{"no_kind", "[[outlet]]\nid = \"a\"\nname = \"A\"\n", "1", "add kind = "},
        Mistake{"arabic_id", "[[outlet]]\nid = \"صحيفة\"\nname = \"A\"\nkind = \"daily\"\n", "1",
                "lower-case ASCII"},
        Mistake{"unknown_kind", "[[outlet]]\nid = \"a\"\nname = \"A\"\nkind = \"blog\"\n", "1", "aggregator"},
        Mistake{"country", OUTLET "country = \"Maroc\"\n", "1", "two capital letters"},
        Mistake{"domain_with_scheme", OUTLET "domains = [\"https://a.example\"]\n", "1", "host name alone"},
        Mistake{"number_for_text", OUTLET "country = 212\n", "5", "'country' must be a text"},
        Mistake{"text_for_list", OUTLET "langs = \"fr\"\n", "5", "'langs' must be a list"},
        Mistake{"empty_name", OUTLET "names = [\"A\", \"\"]\n", "5", "not empty"},
        Mistake{"name_twice", OUTLET "[[outlet]]\nid = \"b\"\nname = \"à\"\nkind = \"daily\"\n", "5",
                "already means the outlet a"},
        Mistake{"domain_twice",
                OUTLET "domains = [\"a.example\"]\n[[outlet]]\nid = \"b\"\nname = \"B\"\nkind = "
                       "\"daily\"\ndomains = [\"a.example\"]\n",
                "6", "'a.example' already means"}),
    [](const auto& test) { return std::string(test.param.name); });

#undef OUTLET

TEST(Outlet, BundledRegistryIsValidAndKnowsTheOutletsOfTheCase) {
  const OutletRegistry& registry = OutletRegistry::bundled();
  EXPECT_GE(registry.outlets().size(), 60U);
  EXPECT_EQ(id_of(registry.find_by_url("https://ledesk.ma/encontinu/x")), "ledesk");
  EXPECT_EQ(registry.find("لوديسك"), registry.find("Le Desk"));
  const Outlet* aggregator = registry.find_by_url("https://www.maghress.com/x/1");
  ASSERT_NE(aggregator, nullptr);
  EXPECT_EQ(aggregator->kind, "aggregator");
}

}  // namespace
}  // namespace sahafa
