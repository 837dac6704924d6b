// Authors, dates and outlets where pages say them in passing.
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "ingest/bylines.h"
#include "ingest/labelled_dates.h"
#include "ingest/reader.h"
#include "tests/ingest/prose.h"

namespace sahafa {
namespace {

Article read(const std::string& head, const std::string& body) {
  const Intake intake =
      read_source("page.html", "<html><head>" + head + "</head><body>" + body + "<div class=\"corps\"><p>" +
                                   test::french_article(9) + "</p></div></body></html>");
  return intake.items.empty() ? Article() : intake.items[0].article;
}

const std::string kTitle = "<title>Les quais rouvrent au trafic</title>";
const std::string kHeadline = "<h1>Les quais rouvrent au trafic</h1>";

TEST(LabelledDates, WordsSayWhichDateIsThatOfPublication) {
  struct Case {
    std::string line, date;
    bool published, modified;
  };
  const std::vector<Case> cases{
      {"Publié le 8 avril 2025 à 10h, mis à jour le 9 avril 2025", "2025-04-08", true, false},
      {"Mis à jour le 9 avril 2025, publié le 8 avril 2025", "2025-04-08", true, false},
      {"Mise à jour : 9 avril 2025", "2025-04-09", false, true},
      {"Mardi 8 avril 2025", "2025-04-08", false, false},
      {"نشر في 8 أبريل 2025", "2025-04-08", true, false},
      {"آخر تحديث: 9 أبريل 2025", "2025-04-09", false, true},
      {"Updated May 6, 2019", "2019-05-06", false, true},
      {"Sans date", "", false, false},
  };
  for (const Case& one : cases) {
    const LabelledDate found = read_labelled_date(one.line);
    EXPECT_EQ(found.text, one.date) << one.line;
    EXPECT_EQ(found.published, one.published) << one.line;
    EXPECT_EQ(found.modified, one.modified) << one.line;
  }
}

TEST(HtmlStatements, WordsOfATimeGoBeforeItsAttribute) {
  EXPECT_EQ(
      read(kTitle, kHeadline + "<time datetime=\"2025-07-03T10:18:46Z\">Publié le 29 juin 2025</time>").date,
      "2025-06-29");
  EXPECT_EQ(read(kTitle, kHeadline + "<time datetime=\"2025-07-03T10:18:46Z\">il y a un an</time>").date,
            "2025-07-03");
}

TEST(HtmlStatements, DayOfPublicationGoesBeforeThatOfAChange) {
  EXPECT_EQ(read(kTitle + "<meta property=\"article:modified_time\" content=\"2025-07-03\">",
                 kHeadline + "<p>Mis à jour le 3 juillet 2025</p><p>29 juin 2025</p>")
                .date,
            "2025-06-29");
  EXPECT_EQ(read(kTitle + "<meta name=\"x-publish-day\" content=\"2025-06-28\"><meta name=\"date\" "
                          "content=\"2025-07-03\">",
                 kHeadline)
                .date,
            "2025-06-28");
}

TEST(HtmlStatements, HeadlineNeedNotBeAMainHeading) {
  EXPECT_EQ(read(kTitle + "<meta name=\"date\" content=\"2025-07-03\">",
                 "<h1>Dossiers</h1><h2>Les quais rouvrent au trafic</h2><span>29 juin 2025</span>")
                .date,
            "2025-06-29");
}

TEST(HtmlStatements, AuthorIsFoundInItsLinkAndInTheNextLine) {
  EXPECT_EQ(read(kTitle, kHeadline + "<div><a href=\"/auteur/ines-chraibi\">Inès Chraïbi</a></div>").authors,
            "Inès Chraïbi");
  EXPECT_EQ(
      read(kTitle, kHeadline + "<div><a href=\"/%D9%83%D8%A7%D8%AA%D8%A8/yassin\">ياسين بناني</a></div>")
          .authors,
      "ياسين بناني");
  EXPECT_EQ(read(kTitle, kHeadline + "<div>Par</div><div>Inès Chraïbi</div>").authors, "Inès Chraïbi");
  EXPECT_EQ(read(kTitle, kHeadline + "<div>بقلم:</div><div>ياسين بناني</div>").authors, "ياسين بناني");
}

TEST(HtmlStatements, CommentsAndFormsHaveNoAuthorOfTheArticle) {
  EXPECT_EQ(read(kTitle, kHeadline + "<div id=\"comments\"><span class=\"comment-author\">Paul "
                                     "Roux</span><p class=\"form-author\">Nom *</p></div>")
                .authors,
            "");
}

TEST(HtmlStatements, PersonWhoseSiteItIsMayBeTheAuthor) {
  EXPECT_EQ(
      read("<title>Les quais rouvrent au trafic | Inès Chraïbi</title><meta property=\"og:site_name\" "
           "content=\"Inès Chraïbi\"><script type=\"application/ld+json\">{\"@type\": \"Article\", "
           "\"headline\": \"Les quais rouvrent au trafic\", \"author\": {\"@type\": \"Person\", \"name\": "
           "\"Inès Chraïbi\"}}</script>",
           kHeadline)
          .authors,
      "Inès Chraïbi");
}

TEST(HtmlStatements, NamesAreCleaned) {
  const auto only = [](std::string_view byline) {
    const std::vector<std::string> names = names_of_byline(byline);
    return names.size() == 1 ? names[0] : std::string();
  };
  EXPECT_EQ(only("Recueilli par Inès CHRAÏBI."), "Inès CHRAÏBI");
  EXPECT_EQ(only("Un reportage conduit par Inès Chraïbi"), "Inès Chraïbi");
  EXPECT_EQ(only("Inès ChraïbiInès Chraïbi"), "Inès Chraïbi");
  EXPECT_EQ(only("Ed Roux Jr."), "Ed Roux Jr.");
  EXPECT_EQ(only("Nom *"), "");
  EXPECT_EQ(only("الاسم"), "");
  EXPECT_EQ(only("Bienvenue dans notre petit atelier"), "");
  EXPECT_EQ(signature_of("Le port a rouvert.\nInès Chraïbi"), "Inès Chraïbi");
  EXPECT_EQ(signature_of("Le port a rouvert.\nLes travaux continuent."), "");
}

TEST(HtmlStatements, OutletIsReadFromLogoAndCopyright) {
  const std::string url = "<link rel=\"canonical\" href=\"https://www.courriernord.example/a/1\">";
  EXPECT_EQ(
      read(kTitle + url, "<div class=\"logo\"><img alt=\"Logo Le Courrier Nord\"></div>" + kHeadline).outlet,
      "Le Courrier Nord");
  EXPECT_EQ(
      read(kTitle + url, kHeadline + "<footer>Copyright © 2025 Courrier Nord. Tous droits réservés</footer>")
          .outlet,
      "Courrier Nord");
}

TEST(HtmlStatements, ArabicNamesAreSpelledInFullAndWithoutTheWordForNewspaper) {
  const std::string title = "<title>الأرصفة تستقبل السفن | بوابة أنباء الشمال</title>";
  EXPECT_EQ(read(title + "<meta property=\"og:site_name\" content=\"بوابة انباء الشمال\">",
                 "<h1>الأرصفة تستقبل السفن</h1>")
                .outlet,
            "بوابة أنباء الشمال");
  EXPECT_EQ(
      read("<title>الأرصفة تستقبل السفن</title><meta property=\"og:site_name\" content=\"صحيفة الشمال\">", "")
          .outlet,
      "الشمال");
}

TEST(HtmlStatements, DomainOfTheRegistryNamesTheOutlet) {
  const Article article = read(
      "<title>Les quais rouvrent</title><link rel=\"canonical\" href=\"https://ledesk.ma/a\">"
      "<meta property=\"og:site_name\" content=\"L'actualité autrement\">",
      "");
  EXPECT_EQ(article.outlet, "ledesk");
}

TEST(HtmlStatements, KickerIsNoPartOfTheTitle) {
  EXPECT_EQ(read("<title>Ports du Nord - Les quais rouvrent au trafic</title>",
                 "<h1><span>Ports du Nord</span> Les quais rouvrent au trafic</h1>")
                .title,
            "Les quais rouvrent au trafic");
}

}  // namespace
}  // namespace sahafa
