#include "ingest/read_html.h"

#include <gtest/gtest.h>

#include "tests/ingest/prose.h"

namespace sahafa {
namespace {

std::string paragraphs(const std::string& text) {
  std::string html = "<p>";
  for (const char c : text) html += c == '\n' ? std::string("</p>\n<p>") : std::string(1, c);
  return html + "</p>";
}

// A page as news sites make them: navigation, headline, standfirst, share box, read-also line, comments.
std::string french_page() {
  return "<!DOCTYPE html><html lang=\"fr\"><head><title>Le port ferme - Le Matin</title>"
         "<meta property=\"og:site_name\" content=\"Le Matin\"><link rel=\"canonical\" "
         "href=\"https://lematin.ma/2025/04/08/port\">"
         "<script type=\"application/ld+json\">{\"@graph\": [{\"@type\": \"WebSite\", \"name\": \"x\"}, "
         "{\"@type\": [\"NewsArticle\"], "
         "\"headline\": \"Le port ferme\", \"datePublished\": \"2025-04-08T09:00:00+01:00\", \"author\": "
         "[{\"name\": \"A. Bennani\"}]}]}"
         "</script></head><body class=\"has-sidebar\"><nav><ul><li><a href=\"/\">Accueil</a></li><li><a "
         "href=\"/eco\">Économie</a></li></ul></nav>"
         "<div id=\"page\"><header><h1>Le port ferme</h1></header><p class=\"chapo\">Une accroche en une "
         "phrase, placée sous le titre et hors du corps.</p>"
         "<div class=\"share-buttons\">Partager sur les réseaux</div><div class=\"article-body\">" +
         paragraphs(test::french_article(1)) +
         "<p>Lire aussi : <a href=\"/x\">Une autre affaire du port</a></p><figure><figcaption>Le quai, photo "
         "d'archive.</figcaption></figure>"
         "<h2>La suite des travaux</h2>" +
         paragraphs(test::french_article(2)) + "</div><section class=\"comments\">" +
         paragraphs(test::french_article(3)) + "</section></div><aside class=\"sidebar\">" +
         paragraphs(test::french_article(4)) + "</aside><footer>Tous droits réservés</footer></body></html>";
}

std::string arabic_page() {
  return "<html dir=\"rtl\" lang=\"ar\"><head><meta charset=\"utf-8\"><title>إغلاق الميناء | هسبريس</title>"
         "<meta property=\"og:title\" content=\"إغلاق الميناء\"></head><body><div class=\"menu\"><a "
         "href=\"/\">الرئيسية</a></div>"
         "<div class=\"post\"><h1>إغلاق الميناء</h1><span class=\"author\">بقلم: سعاد "
         "العلوي</span><time>الثلاثاء 8 أبريل 2025</time>"
         "<div class=\"content\">" +
         paragraphs(test::arabic_article(1)) +
         "<p>اقرأ أيضا: <a href=\"/y\">قضية أخرى في الميناء</a></p></div></div><div class=\"related\">" +
         paragraphs(test::arabic_article(2)) + "</div></body></html>";
}

Article only_article(const std::string& html, const std::string& path = "page.html") {
  const Intake intake = read_source(path, html);
  EXPECT_EQ(intake.items.size(), 1U);
  return intake.items.empty() ? Article() : intake.items[0].article;
}

std::string origin_of(const Article& article, std::string_view field) {
  for (const FieldOrigin& origin : article.origins)
    if (origin.field == field) return origin.origin;
  return {};
}

TEST(ReadHtml, BodyIsTheArticleWithItsStandfirstAndNothingElse) {
  EXPECT_EQ(only_article(french_page()).text,
            "Une accroche en une phrase, placée sous le titre et hors du corps.\n" + test::french_article(1) +
                "\nLa suite des travaux\n" + test::french_article(2));
  EXPECT_EQ(only_article(arabic_page()).text, test::arabic_article(1));
}

TEST(ReadHtml, MetadataComeWithTheirOrigin) {
  const Article french = only_article(french_page());
  EXPECT_EQ(french.title, "Le port ferme");
  EXPECT_EQ(french.outlet, "lematin");
  EXPECT_EQ(french.date, "2025-04-08");
  EXPECT_EQ(french.authors, "A. Bennani");
  EXPECT_EQ(french.url, "https://lematin.ma/2025/04/08/port");
  EXPECT_EQ(french.lang, "fr");
  EXPECT_EQ(origin_of(french, "date"), "json-ld");
  EXPECT_EQ(origin_of(french, "outlet"), "meta");
  const Article arabic = only_article(arabic_page());
  EXPECT_EQ(arabic.title, "إغلاق الميناء");
  EXPECT_EQ(arabic.outlet, "hespress");
  EXPECT_EQ(arabic.date, "2025-04-08");
  EXPECT_EQ(arabic.authors, "سعاد العلوي");
  EXPECT_EQ(arabic.lang, "ar");
  EXPECT_EQ(origin_of(arabic, "date"), "time");
  EXPECT_EQ(origin_of(arabic, "authors"), "byline");
}

TEST(ReadHtml, AggregatorIsNotTheOutletWhenThePublisherIsNamed) {
  const std::string head =
      "<html><head><title>إغلاق الميناء</title><link rel=\"canonical\" "
      "href=\"https://www.maghress.com/hespress/1\">"
      "<meta property=\"og:site_name\" content=\"Maghress\">";
  const std::string body =
      "</head><body><div>" + paragraphs(test::arabic_article(5)) + "</div></body></html>";
  EXPECT_EQ(only_article(head + "<meta name=\"publisher\" content=\"هسبريس\">" + body).outlet, "hespress");
  EXPECT_EQ(only_article(head + body).outlet, "maghress");
}

TEST(ReadHtml, ArticleOfTheDataStandsInForAnEmptyPage) {
  const Article article = only_article(
      "<html><head><script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"articleBody\": \"" +
      test::french_article(6).substr(0, 200) +
      "\"}</script></head><body><p>Réservé aux abonnés.</p></body></html>");
  EXPECT_EQ(article.text, test::french_article(6).substr(0, 200));
}

TEST(ReadHtml, TextBetweenLineBreaksIsRead) {
  std::string text = test::french_article(7);
  std::string html;
  for (const char c : text) html += c == '\n' ? std::string("<br><br>") : std::string(1, c);
  EXPECT_EQ(only_article("<html><body><div>" + html + "</div></body></html>").text, text);
}

TEST(ReadHtml, PageWithoutTextIsAnIssue) {
  const Intake intake = read_source("vide.html", "<html><body><script>render()</script></body></html>");
  EXPECT_TRUE(intake.items.empty());
  ASSERT_EQ(intake.issues.size(), 1U);
  EXPECT_EQ(intake.issues[0].kind, "no text");
  EXPECT_TRUE(intake.issues[0].fatal);
}

TEST(ReadHtml, EveryTruncationIsSurvived) {
  const std::string page = french_page();
  for (std::size_t size = 0; size < page.size(); size += 37) read_source("page.html", page.substr(0, size));
  EXPECT_EQ(only_article(page.substr(0, page.find("<h2>"))).title, "Le port ferme");
}

TEST(ReadHtml, DeepNestingIsSurvived) {
  std::string page = "<html><body>";
  for (int i = 0; i < 100000; ++i) page += "<div>";
  page += "<p>" + test::french_article(8);
  EXPECT_LE(read_source("page.html", page).items.size(), 1U);
}

}  // namespace
}  // namespace sahafa
