#include "corpus/page_profile.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "corpus/outlet.h"
#include "fixtures.h"

namespace sahafa {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

#define OUTLET "[[outlet]]\nid = \"a\"\nname = \"A\"\nkind = \"daily\"\n"

TEST(Selector, EveryPartOfIt) {
  const Selector selector =
      parse_selector(" DIV#haut.corps.large[Lang=ar][data-x^='a b'] > p  a[href*=\"/x\"]@HREF ");
  ASSERT_EQ(selector.steps.size(), 3U);
  EXPECT_EQ(selector.steps[0].tag, "div");
  EXPECT_EQ(selector.steps[0].id, "haut");
  EXPECT_THAT(selector.steps[0].classes, ElementsAre("corps", "large"));
  ASSERT_EQ(selector.steps[0].attributes.size(), 2U);
  EXPECT_EQ(selector.steps[0].attributes[0].name, "lang");
  EXPECT_EQ(selector.steps[0].attributes[0].match, SelectorStep::Match::equal);
  EXPECT_EQ(selector.steps[0].attributes[1].value, "a b");
  EXPECT_EQ(selector.steps[0].attributes[1].match, SelectorStep::Match::begins);
  EXPECT_TRUE(selector.steps[1].child);
  EXPECT_FALSE(selector.steps[2].child);
  EXPECT_EQ(selector.steps[2].attributes[0].match, SelectorStep::Match::contains);
  EXPECT_EQ(selector.attribute, "href");
  EXPECT_EQ(parse_selector(".نص-المقال").steps[0].classes[0], "نص-المقال");
  EXPECT_EQ(parse_selector("*[itemprop]").steps[0].attributes[0].match, SelectorStep::Match::present);
}

TEST(Selector, MistakesSayWhatToWrite) {
  struct Case {
    std::string written, message;
  };
  const std::vector<Case> cases{
      {"", "names no element"},
      {"@href", "names no element"},
      {"p, div", "as a list"},
      {"p:nth-child(2)", "':'"},
      {"div >", "> needs an element"},
      {"div > > p", "> needs an element"},
      {"div.", "name of a class"},
      {"div#", "an id behind it"},
      {"[", "name of an attribute"},
      {"[a~=b]", "there may be ="},
      {"[a=b", "']' is missing"},
      {"[a='b]", "quotation mark"},
      {"time@", "needs the name"},
      {"time@datetime p", "nothing may"},
      {"p + p", "'+' is not read"},
      {std::string(600, 'a'), "too long"},
      {"a a a a a a a a a a a a a a a a a", "too many"},
  };
  for (const Case& one : cases) {
    std::string message;
    EXPECT_EQ(test::error_of([&] { parse_selector(one.written); }, &message), ErrorCode::malformed)
        << one.written;
    EXPECT_THAT(message, HasSubstr(one.message)) << one.written;
  }
}

TEST(PageProfile, IsPartOfTheOutletAboveIt) {
  const OutletRegistry registry = OutletRegistry::read(
      OUTLET "[outlet.page]\nbody = [\".corps\", \"article\"]\ntitle = \"h1\"\ndate = \"time@datetime\"\n",
      "mine.toml");
  const PageProfile& page = registry.find("a")->page;
  EXPECT_TRUE(page.exists());
  EXPECT_EQ(page.place, "mine.toml:5");
  EXPECT_EQ(page.body.size(), 2U);
  EXPECT_EQ(page.title.size(), 1U);
  EXPECT_EQ(page.date[0].attribute, "datetime");
  EXPECT_FALSE(OutletRegistry::read(OUTLET, "mine.toml").find("a")->page.exists());
}

TEST(PageProfile, MistakesNameTheLine) {
  struct Case {
    std::string toml, message;
  };
  const std::vector<Case> cases{
      {"[outlet.page]\nbody = 3\n", "mine.toml:6: 'body' must be a list of selectors"},
      {"[outlet.page]\nbody = [\n\".a\",\n\"p:first\"]\n", "mine.toml:8: selector \"p:first\""},
      {"[outlet.page]\ncorps = \"p\"\n", "mine.toml:6: unknown field 'corps'"},
      {"[outlet.page]\ndrop = \"p@class\"\n", "mine.toml:6: 'drop' means whole elements"},
      {"page = \"p\"\n", "mine.toml:5: 'page' must be a table"},
  };
  for (const Case& one : cases) {
    std::string message;
    EXPECT_EQ(test::error_of([&] { OutletRegistry::read(OUTLET + one.toml, "mine.toml"); }, &message),
              ErrorCode::malformed);
    EXPECT_THAT(message, testing::StartsWith(one.message));
  }
}

TEST(OutletRegistry, OwnEntriesAreAddedAndChangeKnownOnes) {
  const OutletRegistry& bundled = OutletRegistry::bundled();
  const OutletRegistry own =
      bundled.with("[[outlet]]\nid = \"le360\"\n[outlet.page]\nbody = \".corps\"\n" OUTLET
                   "names = [\"الجريدة أ\"]\ndomains = [\"a.example\"]\n",
                   "mine.toml");
  EXPECT_EQ(own.outlets().size(), bundled.outlets().size() + 1);
  EXPECT_EQ(own.find("le360")->name, bundled.find("le360")->name);
  EXPECT_EQ(own.find("le360")->domains, bundled.find("le360")->domains);
  EXPECT_TRUE(own.find("le360")->page.exists());
  EXPECT_FALSE(bundled.find("le360")->page.exists());
  EXPECT_EQ(own.find("الجريدة أ")->id, "a");
  EXPECT_EQ(own.find_by_url("https://www.a.example/1")->id, "a");
}

TEST(OutletRegistry, OwnEntriesMayNotTakeWhatIsAnothersName) {
  const auto complaint = [](const std::string& toml) {
    std::string message;
    EXPECT_EQ(test::error_of([&] { OutletRegistry::bundled().with(toml, "mine.toml"); }, &message),
              ErrorCode::malformed);
    return message;
  };
  EXPECT_THAT(complaint(OUTLET "names = [\"TelQuel\"]\n"),
              HasSubstr("mine.toml:1: 'TelQuel' already means the outlet telquel"));
  EXPECT_THAT(complaint(OUTLET OUTLET), HasSubstr("mine.toml:5: 'a' already means"));
  EXPECT_THAT(complaint("[[outlet]]\nid = \"le360\"\nname = \"\"\n"), HasSubstr("an outlet needs name"));
  std::string message;
  EXPECT_EQ(test::error_of([&] { OutletRegistry::load("/no/such/file.toml"); }, &message),
            ErrorCode::unreadable);
  EXPECT_THAT(message, HasSubstr("/no/such/file.toml"));
}

#undef OUTLET

}  // namespace
}  // namespace sahafa
