#include "analysis/grouping.h"

#include <gtest/gtest.h>

#include "text/error.h"

namespace sahafa {
namespace {

Selected make(std::int64_t id, std::int64_t cluster, const std::string& outlet, const std::string& lang,
              std::int64_t copies = 1) {
  Selected selected;
  selected.article.id = {id};
  selected.article.outlet = outlet;
  selected.article.lang = lang;
  selected.article.date = id % 2 == 0 ? "2025-04-0" + std::to_string(id) : "2025";
  selected.cluster = {cluster};
  selected.copies = copies;
  selected.country = "MA";
  return selected;
}

// Article 2 is a dispatch that both outlets ran (2, 3); le360 has it in Arabic, too (4); 5 stands twice in
// its source.
const std::vector<Selected> kSelection = {make(1, 1, "le360", "fr"),       make(2, 2, "le360", "fr"),
                                          make(3, 2, "ledesk", "fr"),      make(4, 2, "le360", "ar"),
                                          make(5, 5, "hespress", "ar", 2), make(6, 2, "ledesk", "fr")};

std::string describe(const std::vector<Group>& groups) {
  std::string text;
  for (const Group& group : groups) {
    text += group.name + ":";
    for (const Member& member : group.members) {
      text += " " + std::to_string(kSelection[member.index].article.id.value) + "x" +
              std::to_string(member.weight).substr(0, 4);
    }
    text += "\n";
  }
  return text;
}

TEST(Grouping, ATextCountsOnceInEachGroupThatCarriesIt) {
  EXPECT_EQ(describe(make_groups(kSelection, "outlet", CopyCounting::once)),
            "hespress: 5x1.00\n"
            "le360 [ar]: 4x1.00\n"
            "le360 [fr]: 1x1.00 2x1.00\n"
            "ledesk: 3x1.00\n");
}

TEST(Grouping, OverAllItCountsOnceByItsCanonicalArticleAndATranslationApart) {
  EXPECT_EQ(describe(make_groups(kSelection, "none", CopyCounting::once)),
            "all [ar]: 4x1.00 5x1.00\n"
            "all [fr]: 1x1.00 2x1.00\n");
}

TEST(Grouping, FractionsOfATextSumToOneOverAllGroups) {
  EXPECT_EQ(describe(make_groups(kSelection, "outlet", CopyCounting::fraction)),
            "hespress: 5x1.00\n"
            "le360 [ar]: 4x1.00\n"
            "le360 [fr]: 1x1.00 2x0.33\n"
            "ledesk: 3x0.33 6x0.33\n");
}

TEST(Grouping, AllCountsEveryCopyInTheSources) {
  EXPECT_EQ(describe(make_groups(kSelection, "lang", CopyCounting::all)),
            "ar: 4x1.00 5x2.00\n"
            "fr: 1x1.00 2x1.00 3x1.00 6x1.00\n");
}

TEST(Grouping, CountriesComeFromTheRegistryAndMissingMonthsAreNamed) {
  EXPECT_EQ(make_groups(kSelection, "country", CopyCounting::all).front().name, "MA [ar]");
  const auto months = make_groups(kSelection, "month", CopyCounting::all);
  EXPECT_EQ(months.front().name, "(none) [ar]");
  EXPECT_EQ(months.back().name, "2025-04 [fr]");
}

TEST(Grouping, TheSampleIsTheClusters) {
  const auto groups = make_groups(kSelection, "lang", CopyCounting::all);
  EXPECT_EQ(count_clusters(groups[1], kSelection), 2U);
}

TEST(Grouping, UnknownFieldAndUnknownCountingAreRefused) {
  EXPECT_THROW(make_groups(kSelection, "colour", CopyCounting::once), Error);
  EXPECT_THROW(copy_counting_from_string("twice"), Error);
}

}  // namespace
}  // namespace sahafa
