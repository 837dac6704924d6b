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

std::string page_with(const std::string& head, const std::string& above, const std::string& below = {}) {
  return "<html><head>" + head + "</head><body>" + above + "<div>" + paragraphs(test::french_article(9)) +
         below + "</div></body></html>";
}

TEST(ReadHtml, HeadlineIsTheMainHeadingThatTheTitlesRepeat) {
  const std::string head = "<title>Les quais rouvrent au trafic | Le Courrier du Nord</title>";
  EXPECT_EQ(only_article(page_with(head, "<h1>Le Courrier du Nord</h1><h1>Les quais rouvrent au trafic</h1>"))
                .title,
            "Les quais rouvrent au trafic");
  EXPECT_EQ(
      only_article(page_with(head, "<h1><span>Économie</span> Les quais rouvrent au trafic</h1>")).title,
      "Les quais rouvrent au trafic");
  EXPECT_EQ(only_article(page_with("<title>بريد الشمال | الأرصفة تستقبل السفن من جديد</title>"
                                   "<meta property=\"og:site_name\" content=\"بريد الشمال\">",
                                   ""))
                .title,
            "الأرصفة تستقبل السفن من جديد");
}

TEST(ReadHtml, DataOfLinkedArticlesAreNotThoseOfThePage) {
  const Article article = only_article(
      page_with("<title>Les quais rouvrent au trafic</title><script "
                "type=\"application/ld+json\">[{\"@type\": \"NewsArticle\", "
                "\"headline\": \"Une tout autre affaire\", \"datePublished\": \"2020-01-01\"}, {\"@type\": "
                "\"ReportageNewsArticle\", \"headline\": \"Les quais rouvrent au trafic\", "
                "\"datePublished\": \"2025-04-09\", "
                "\"author\": {\"@id\": \"#p1\"}}]</script><script type=\"application/ld+json\">{\"@graph\": "
                "[{\"@type\": "
                "\"Person\", \"@id\": \"#p1\", \"name\": \"Zo&eacute; Lambert\"}]}</script>",
                "<h1>Les quais rouvrent au trafic</h1>"));
  EXPECT_EQ(article.date, "2025-04-09");
  EXPECT_EQ(article.authors, "Zoé Lambert");
}

TEST(ReadHtml, BylineAndDateNearTheHeadlineAreSeen) {
  const std::string head = "<title>Les quais rouvrent au trafic</title>";
  const Article french = only_article(page_with(
      head,
      "<div>Édition du 1er mars 2019</div><h1>Les quais rouvrent au trafic</h1><div>Par Inès Chraïbi "
      "et Paul Roux</div><div>Publié le 9 avril 2025 à 10h12</div>"));
  EXPECT_EQ(french.authors, "Inès Chraïbi; Paul Roux");
  EXPECT_EQ(french.date, "2025-04-09");
  EXPECT_EQ(origin_of(french, "authors"), "visible");
  EXPECT_EQ(origin_of(french, "date"), "visible");
  const Article arabic = only_article(page_with("<title>الأرصفة تستقبل السفن</title>",
                                                "<h1>الأرصفة تستقبل السفن</h1><div>كتب: ياسين "
                                                "بناني</div><div>نشر في 9 أبريل 2025</div>"));
  EXPECT_EQ(arabic.authors, "ياسين بناني");
  EXPECT_EQ(arabic.date, "2025-04-09");
}

TEST(ReadHtml, SiteIsNoAuthorAndItsAddressNoName) {
  const Article article = only_article(
      page_with("<title>Les quais rouvrent au trafic</title><link rel=\"canonical\" "
                "href=\"https://web.archive.org/web/20250410120000/https://www.courrier-nord.example/a/1\">"
                "<meta property=\"og:site_name\" content=\"courrier-nord.example\"><meta name=\"author\" "
                "content=\"Courrier Nord\"><meta name=\"publisher\" content=\"Le Courrier du Nord\">",
                "<a rel=\"author\" title=\"Tous les articles\">Inès Chraïbi</a>"));
  EXPECT_EQ(article.url, "https://www.courrier-nord.example/a/1");
  EXPECT_EQ(article.outlet, "Le Courrier du Nord");
  EXPECT_EQ(article.authors, "Inès Chraïbi");
}

TEST(ReadHtml, StandfirstIsKnownByTheDescription) {
  const std::string standfirst =
      "Après deux mois de travaux, les navires accostent de nouveau, et les dockers attendent les primes "
      "promises";
  const std::string head =
      "<title>Les quais rouvrent au trafic</title><meta name=\"description\" content=\"" +
      standfirst.substr(0, 90) + "...\">";
  EXPECT_EQ(only_article(page_with(head, "<h1>Les quais rouvrent au trafic</h1><h2 class=\"share\">" +
                                             standfirst + "</h2>"))
                .text,
            standfirst + "\n" + test::french_article(9));
}

TEST(ReadHtml, InvitationsAndDatelinesAreDroppedAndLastParagraphsKept) {
  const std::string below =
      "<p>Par Inès Chraïbi</p><p>Mercredi 9 avril 2025, 10h12</p><p>Pour recevoir nos analyses chaque matin, "
      "<a "
      "href=\"/n\">inscrivez-vous à la lettre</a>.</p><p>اقرأ كذلك: <a href=\"/x\">ملف "
      "الميناء</a></p><p>Quai "
      "nord, porte 4</p><h3>À la une</h3>";
  EXPECT_EQ(only_article(page_with("<title>Les quais</title>", "<h1>Les quais</h1>", below)).text,
            test::french_article(9) + "\nQuai nord, porte 4");
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

std::string repeated(const std::string& part, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += part;
  return all;
}

// Pages that are made to cost more than they weigh: each was quadratic, deep or large in some parser.
TEST(ReadHtml, HostilePagesAreBoundedAndTheirTextIsReadWhereItCanBe) {
  std::string attributes;
  for (int i = 0; i < 100000; ++i) attributes += " a" + std::to_string(i) + "=\"x\"";
  struct Case {
    std::string name, before, behind;
    bool is_read;
  };
  const std::vector<Case> cases{
      {"nested elements", repeated("<div>", 100000), repeated("</div>", 100000), false},
      {"nested inline elements", repeated("<b><i>", 30000), "", false},
      {"nested tables", repeated("<table><tr><td>", 20000), "", false},
      {"unclosed comments", "", repeated("<!-- ", 100000), true},
      {"unclosed scripts", "", repeated("<script>", 100000), true},
      {"attributes", "<div" + attributes + ">", "</div>", true},
      {"attributes without an end", "", "<div" + attributes, true},
      {"picture", "<img src=\"data:" + std::string(5000000, 'A') + "\">", "", true},
      {"data", "<script type=\"application/ld+json\">" + repeated("{\"@graph\":[", 100000) + "</script>", "",
       true},
      {"headings",
       "<title>Le port de la ville ferme</title>" + repeated("<h1>Le port de la ville ferme</h1>", 5000), "",
       true},
      {"end tags", repeated("</p>", 200000), repeated("</div>", 200000), true},
  };
  for (const Case& one : cases) {
    const Intake french =
        read_source("page.html", "<html>" + one.before + paragraphs(test::french_article(1)) + one.behind);
    const Intake arabic =
        read_source("page.html", "<html>" + one.before + paragraphs(test::arabic_article(1)) + one.behind);
    for (const Intake* taken : {&french, &arabic}) {
      EXPECT_EQ(taken->items.size(), one.is_read ? 1U : 0U) << one.name;
      EXPECT_EQ(taken->issues.empty(), one.is_read) << one.name;
    }
    if (!french.items.empty()) {
      EXPECT_NE(french.items[0].article.text.find(test::french_article(1).substr(0, 60)), std::string::npos)
          << one.name;
    }
  }
}

TEST(ReadHtml, EntitiesOfAPageOfItsOwnMeanNothing) {
  const std::string page =
      "<!DOCTYPE html [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]><html><body>" +
      paragraphs(test::arabic_article(1)) + "<p>" + repeated("&b;", 100000) + "</p></body></html>";
  EXPECT_LE(read_source("page.html", page).items.at(0).article.text.size(), page.size());
}

TEST(ReadHtml, OneLineOfMegabytesIsRead) {
  std::string line;
  for (int i = 0; i < 40000; ++i)
    line += "Le quai " + std::to_string(i) + " du port, fermé depuis mars, a rouvert. ";
  EXPECT_EQ(only_article("<html><body><p>" + line + "</p></body></html>").text.size(), line.size() - 1);
}

}  // namespace
}  // namespace sahafa
