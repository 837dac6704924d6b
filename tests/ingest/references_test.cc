#include "ingest/references.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ingest/address.h"
#include "ingest/pipeline.h"
#include "tests/ingest/fixtures.h"

namespace sahafa {
namespace {

TEST(NormalizeUrl, AddressesOfOnePageAreEqual) {
  const std::string normal = normalize_url("https://ledesk.ma/2025/le-port");
  EXPECT_EQ(normal, "ledesk.ma/2025/le-port");
  for (const char* url :
       {"http://www.LeDesk.ma/2025/le-port/", "https://ledesk.ma:443/2025/le-port#haut",
        "ledesk.ma/2025/le-port?utm_source=x&fbclid=1", "https://m.ledesk.ma/2025/le%2Dport"})
    EXPECT_EQ(normalize_url(url), normal) << url;
  EXPECT_EQ(normalize_url("https://lakome2.com/%D9%85%d9%8a%D9%86%D8%A7%D8%A1"),
            normalize_url("https://lakome2.com/ميناء"));
}

TEST(NormalizeUrl, OtherPagesStayOther) {
  EXPECT_EQ(normalize_url("https://a.ma/x?id=1&utm_medium=y&p=2"), "a.ma/x?id=1&p=2");
  EXPECT_NE(normalize_url("https://a.ma/x?id=1"), normalize_url("https://a.ma/x?id=2"));
  EXPECT_EQ(normalize_url("voir plus bas"), "");
  EXPECT_EQ(normalize_url(""), "");
}

// What came, by the name of its file, and what was wrong.
struct Taken {
  std::map<std::string, Article> articles;
  std::vector<Issue> issues;
};

Taken take(const std::string& folder) {
  Taken taken;
  const std::vector<std::string> paths{test::fixture_path(folder)};
  taken.issues = extract(paths, {}, [&](const Intake& intake) {
    for (const Intake::Item& item : intake.items)
      taken.articles[std::filesystem::path(intake.source.path).filename()] = item.article;
  });
  return taken;
}

TEST(References, MediaCloudListFillsWhatSavedPagesLack) {
  const Taken taken = take("csv/mediacloud");
  ASSERT_EQ(taken.articles.size(), 2U);
  const Article& french = taken.articles.at("page-fr.html");
  EXPECT_EQ(french.title, "Le port rouvre");
  EXPECT_EQ(french.date, "2025-04-09");
  EXPECT_EQ(french.key, "aa01");
  EXPECT_EQ(french.outlet, "ledesk");
  const Article& arabic = taken.articles.at("page-ar.html");
  EXPECT_EQ(arabic.title, "عودة العمل إلى الميناء");
  EXPECT_EQ(arabic.key, "aa02");
  const auto is_date_of_list = [](const FieldOrigin& origin) {
    return origin.field == "date" && origin.origin == "list";
  };
  EXPECT_TRUE(std::ranges::any_of(arabic.origins, is_date_of_list));
}

TEST(References, RowWithoutPageIsAnIssueThatNamesIt) {
  const Taken taken = take("csv/mediacloud");
  ASSERT_EQ(taken.issues.size(), 1U);
  EXPECT_EQ(taken.issues[0].place, "row 4");
  EXPECT_EQ(taken.issues[0].kind, "no page");
  EXPECT_THAT(taken.issues[0].message, testing::HasSubstr("ledesk.ma/absente"));
}

TEST(References, ListMayNameFiles) {
  const Taken taken = take("csv/fichiers");
  EXPECT_TRUE(taken.issues.empty());
  ASSERT_EQ(taken.articles.size(), 2U);
  const Article& french = taken.articles.at("1.txt");
  EXPECT_EQ(french.outlet, "ledesk");
  EXPECT_EQ(french.title, "Le port rouvre");
  EXPECT_TRUE(french.text.starts_with("Des quais enfin rouverts\nLes quais du port")) << french.text;
  EXPECT_EQ(taken.articles.at("2.txt").outlet, "lakome");
  EXPECT_EQ(taken.articles.at("2.txt").date, "2025-04-09");
}

TEST(WithoutArchive, ThePageBehindAnArchivedAddressAndItsDay) {
  const ArchivedAddress found =
      without_archive("https://web.archive.org/web/20250408101500id_/https://ledesk.ma/a/");
  EXPECT_EQ(found.url, "https://ledesk.ma/a/");
  EXPECT_EQ(found.day, "2025-04-08");
  const ArchivedAddress today = without_archive("http://archive.ph/2025.04.08-101500/https://ledesk.ma/?a=1");
  EXPECT_EQ(today.url, "https://ledesk.ma/?a=1");
  EXPECT_EQ(today.day, "2025-04-08");
  EXPECT_EQ(without_archive("https://arquivo.pt/wayback/20250408101500/http://ledesk.ma/").url,
            "http://ledesk.ma/");
  for (const std::string url :
       {"https://ledesk.ma/web/2025/a", "https://ledesk.ma/?u=/web/https://x.ma/",
        "https://x.ma/45678901/https://y.ma/", "https://x.ma/2025/httpd-20250408", "20250408", ""}) {
    EXPECT_EQ(without_archive(url).url, url);
    EXPECT_EQ(without_archive(url).day, "");
  }
}

}  // namespace
}  // namespace sahafa
