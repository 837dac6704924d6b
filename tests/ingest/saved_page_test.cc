#include "ingest/saved_page.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tests/ingest/fixtures.h"
#include "tests/ingest/prose.h"

namespace sahafa {
namespace {

constexpr std::string_view kSingleFile =
    "<!DOCTYPE html> <html lang=fr><!--\n Page saved with SingleFile \n url: https://ledesk.ma/a?b=1 \n "
    "saved date: Tue "
    "Apr 08 2025 10:15:00 GMT+0100 (heure normale d’Europe centrale)\n-->";
constexpr std::string_view kWayback =
    "<html><head><script>__wm.init(\"https://web.archive.org/web\");\n"
    "__wm.wombat(\"http://ledesk.ma/a?b=1&amp;c=2\",\"20250408101500\",\"https://web.archive.org/"
    "\",\"web\",\"/_static/\","
    "\"1744107300\");</script></head>";
constexpr std::string_view kArchiveToday =
    "<html><head><meta property=\"og:site_name\" content=\"archive.ph\"/>"
    "<meta property=\"article:published_time\" content=\"2025-04-08T10:15:00Z\"/>"
    "<link rel=\"canonical\" href=\"https://archive.ph/AbCdE\"/>"
    "<link rel=\"bookmark\" href=\"http://archive.today/20250408101500/https://www.ledesk.ma/a\"/>";

std::string paragraphs(const std::string& text) {
  std::string html = "<p>";
  for (const char c : text) html += c == '\n' ? std::string("</p><p>") : std::string(1, c);
  return html + "</p>";
}

void expect_marks(std::string_view html, std::string_view origin, std::string_view url,
                  std::string_view captured) {
  const SaveMarks marks = find_save_marks(html);
  EXPECT_EQ(marks.origin, origin) << html;
  EXPECT_EQ(marks.url, url) << html;
  EXPECT_EQ(marks.captured, captured) << html;
}

TEST(SavedPage, AddressAndDayOfTheCaptureOfEveryProgram) {
  expect_marks(kSingleFile, "singlefile", "https://ledesk.ma/a?b=1", "2025-04-08");
  expect_marks("<!-- saved from url=(0021)https://ledesk.ma/a/ -->\r\n<html>", "saved from",
               "https://ledesk.ma/a/", "");
  expect_marks(
      "<head><style>a{}</style><meta name=\"savepage-url\" content=\"https://ledesk.ma/a?b=1&amp;c=2\">"
      "<meta name=\"savepage-date\" content=\"Tue Apr 08 2025 10:15:00 GMT+0100 (توقيت غرينتش+01:00)\">",
      "save page we", "https://ledesk.ma/a?b=1&c=2", "2025-04-08");
  expect_marks(
      "<html>\n<!-- Mirrored from ledesk.ma/a.html by HTTrack Website Copier/3.x [XR&CO'2014], Tue, 08 Apr "
      "2025 "
      "10:15:00 GMT -->",
      "httrack", "http://ledesk.ma/a.html", "2025-04-08");
  expect_marks(kWayback, "wayback", "http://ledesk.ma/a?b=1&c=2", "2025-04-08");
  expect_marks(
      "<html><body></body></html>\n<!--\n     FILE ARCHIVED ON 10:15:00 Apr 08, 2025 AND RETRIEVED FROM THE\n"
      "     INTERNET ARCHIVE ON 12:00:00 Nov 24, 2025.\n-->",
      "wayback", "", "2025-04-08");
  expect_marks(kArchiveToday, "archive.today", "https://www.ledesk.ma/a", "2025-04-08");
}

TEST(SavedPage, APageOfAnArchiveThatAProgramSavedIsThatBehindTheArchive) {
  expect_marks(
      "<html><!--\n Page saved with SingleFile \n url: "
      "https://web.archive.org/web/20250408101500/https://ledesk.ma/a \n saved date: Mon Nov 24 2025\n-->",
      "singlefile", "https://ledesk.ma/a", "2025-04-08");
  expect_marks("<!-- saved from url=(0059)https://web.archive.org/web/20250408101500/https://ledesk.ma/a -->",
               "saved from", "https://ledesk.ma/a", "2025-04-08");
}

TEST(SavedPage, WhatIsNoAddressIsNone) {
  for (const std::string_view html :
       {"", "<html>", "<!-- saved from url=(0014)about:internet -->", "<!-- saved from url=(0042",
        "<!-- saved from url=(", "<!-- Mirrored from a", "<!-- Mirrored from  by HTTrack -->",
        "Page saved with SingleFile", "__wm.wombat(\"", "FILE ARCHIVED ON ",
        "<link rel=\"bookmark\" href=\"http://archive.", "\"savepage-url\"",
        "<!-- Page saved with SingleFile\n url: file:///home/leila/page.html\n saved date: demain\n-->"}) {
    const SaveMarks marks = find_save_marks(html);
    EXPECT_EQ(marks.url + marks.captured, "") << html;
  }
}

TEST(SavedPage, WhatIsKnownAlreadyStays) {
  SourceHints said;
  said.origin = "warc";
  said.url = "https://ledesk.ma/known";
  said.captured = "2025-04-09";
  add_save_marks(kSingleFile, said);
  EXPECT_EQ(said.origin, "warc");
  EXPECT_EQ(said.url, "https://ledesk.ma/known");
  EXPECT_EQ(said.captured, "2025-04-09");
}

TEST(SavedPage, DaysThatCountFromTheCaptureAreDates) {
  const std::string french = std::string(kSingleFile) +
                             "<body><article><h1>Le port de la ville ferme</h1><span>il y a 3 jours</span>" +
                             paragraphs(test::french_article(1)) + "</article>";
  const Intake taken = read_source("page.html", french);
  ASSERT_EQ(taken.items.size(), 1U);
  EXPECT_EQ(taken.items[0].article.url, "https://ledesk.ma/a?b=1");
  EXPECT_EQ(taken.items[0].article.outlet, "ledesk");
  EXPECT_EQ(taken.items[0].article.date, "2025-04-05");
  EXPECT_EQ(test::origin_of(taken.items[0].article, "url"), "singlefile");
  EXPECT_EQ(test::origin_of(taken.items[0].article, "date"), "relative to the capture");
  const std::string arabic = std::string(kWayback) +
                             "<body><article><h1>إغلاق الميناء</h1><span>منذ يومين</span>" +
                             paragraphs(test::arabic_article(1)) + "</article>";
  const Intake second = read_source("page.html", arabic);
  ASSERT_EQ(second.items.size(), 1U);
  EXPECT_EQ(second.items[0].article.date, "2025-04-06");
  const std::string unknown =
      "<html><body><article><h1>Le port de la ville ferme</h1><span>il y a 3 jours</span>" +
      paragraphs(test::french_article(1)) + "</article>";
  EXPECT_EQ(read_source("page.html", unknown).items.at(0).article.date, "");
}

TEST(SavedPage, TheDayOnWhichAPageWasSavedIsNotThatOfItsArticle) {
  const Intake taken = read_source(
      "page.html",
      "<html><head><meta name=\"savepage-url\" content=\"https://ledesk.ma/a\"><meta name=\"savepage-date\" "
      "content=\"Tue Apr 08 2025 10:15:00 GMT+0100\"></head><body><h1>Le port</h1>" +
          paragraphs(test::french_article(1)));
  ASSERT_EQ(taken.items.size(), 1U);
  EXPECT_EQ(taken.items[0].article.date, "");
  EXPECT_EQ(taken.items[0].article.url, "https://ledesk.ma/a");
}

TEST(SavedPage, TheToolbarOfTheArchiveIsNoPartOfThePage) {
  const std::string page =
      std::string(kWayback) +
      "<body><!-- BEGIN WAYBACK TOOLBAR INSERT --><div id=\"wm-ipp\"><h1>Wayback</h1><p>" +
      test::french_article(4) +
      "</p></div><!-- END WAYBACK TOOLBAR INSERT --><h1>Le port de la ville ferme</h1><p>Publié le 7 avril "
      "2025</p>" +
      paragraphs(test::french_article(1)) + "</body>";
  const Intake taken = read_source("page.html", page);
  ASSERT_EQ(taken.items.size(), 1U);
  EXPECT_EQ(taken.items[0].article.title, "Le port de la ville ferme");
  EXPECT_EQ(taken.items[0].article.text, test::french_article(1));
  EXPECT_EQ(taken.items[0].article.date, "2025-04-07");
  EXPECT_EQ(taken.items[0].copies.front().end, page.size());
}

TEST(SavedPage, WhatArchiveTodaySaysOfItselfIsNotSaidOfThePage) {
  const std::string page = std::string(kArchiveToday) +
                           "<title>إغلاق الميناء</title></head><body><div "
                           "id=\"HEADER\"><h1>archive.today</h1><time itemprop=\"pubdate\" "
                           "datetime=\"2025-04-08T10:15:00Z\">8 Apr 2025</time></div><div id=\"SOLID\"><div "
                           "id=\"CONTENT\"><h1>إغلاق "
                           "الميناء</h1><p>نشر في 6 أبريل 2025</p>" +
                           paragraphs(test::arabic_article(1)) + "</div></div></body></html>";
  const Intake taken = read_source("page.html", page);
  ASSERT_EQ(taken.items.size(), 1U);
  EXPECT_EQ(taken.items[0].article.title, "إغلاق الميناء");
  EXPECT_EQ(taken.items[0].article.text, test::arabic_article(1));
  EXPECT_EQ(taken.items[0].article.date, "2025-04-06");
  EXPECT_EQ(taken.items[0].article.url, "https://www.ledesk.ma/a");
  EXPECT_EQ(taken.items[0].article.outlet, "ledesk");
}

}  // namespace
}  // namespace sahafa
