// What stands in the middle of an article, or right behind it, and is none of it.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "ingest/reader.h"
#include "tests/ingest/prose.h"

namespace sahafa {
namespace {

// White space in a paragraph means nothing.
std::string one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

std::string text_of(const std::string& body) {
  const Intake intake =
      read_source("page.html", "<html><head><title>Le port</title></head><body>" + body + "</body></html>");
  return intake.items.empty() ? std::string() : intake.items[0].article.text;
}

std::string paragraph(const std::string& text) { return "<p>" + text + "</p>"; }

std::string teaser(const std::string& headline, const std::string& words) {
  return "<li class=\"item\"><h3><a href=\"/a\">" + headline + "</a></h3>" + paragraph(words) + "</li>";
}

TEST(HtmlClutter, TeasersOfOtherArticlesAreDropped) {
  const std::string french = "<ul>" +
                             teaser("Une usine ferme dans la vallée voisine",
                                    "La direction a prévenu les ouvriers hier, sans donner de date, et les "
                                    "élus demandent une réunion.") +
                             teaser("Le lycée manque encore de professeurs",
                                    "Deux postes restent vacants depuis la rentrée, disent les parents, qui "
                                    "écrivent au ministère.") +
                             "</ul>";
  EXPECT_EQ(
      text_of("<div><h1>Le port</h1><p>" + one_line(test::french_article(9)) + "</p>" + french + "</div>"),
      one_line(test::french_article(9)));
  const std::string arabic =
      "<ul>" +
      teaser("إغلاق معمل في الوادي المجاور",
             "أخبرت الإدارة العمال أمس، دون تحديد موعد، ويطالب المنتخبون بعقد اجتماع عاجل.") +
      teaser("الثانوية ما زالت تنتظر الأساتذة",
             "ما زال منصبان شاغرين منذ بداية الموسم، كما يقول الآباء، وقد راسلوا الوزارة.") +
      "</ul>";
  EXPECT_EQ(
      text_of("<div><h1>الميناء</h1><p>" + one_line(test::arabic_article(9)) + "</p>" + arabic + "</div>"),
      one_line(test::arabic_article(9)));
}

TEST(HtmlClutter, TextBehindALineThatLeadsAwayIsDropped) {
  const std::string aside =
      "Un tout autre sujet, traité la semaine passée, que la rédaction recommande à ses lecteurs fidèles.";
  EXPECT_EQ(text_of("<div><h1>Le port</h1><p>" + one_line(test::french_article(9)) +
                    "</p><h3>Articles liés</h3><div><p>" + aside + "</p></div></div>"),
            one_line(test::french_article(9)));
  const std::string other = "موضوع مختلف تماما، عالجته الجريدة الأسبوع الماضي، وتقترحه على قرائها الأوفياء.";
  EXPECT_EQ(text_of("<div><h1>الميناء</h1><p>" + one_line(test::arabic_article(9)) +
                    "</p><h3>مقالات ذات صلة</h3><div><p>" + other + "</p></div></div>"),
            one_line(test::arabic_article(9)));
}

TEST(HtmlClutter, ArticleGoesOnBehindABoxThatLeadsAway) {
  const std::string first = one_line(test::french_article(9));
  const std::string last =
      "Les travaux du second quai commenceront au printemps, selon la direction du port.";
  EXPECT_EQ(text_of("<div><p>" + first + "</p><h4>À lire aussi</h4><p>" + last + "</p></div>"),
            first + "\n" + last);
}

TEST(HtmlClutter, SentenceThatEndsInALinkIsKept) {
  const std::string sentence =
      "Le conseil de surveillance, réuni mardi, s'appuie sur <a href=\"/r\">un rapport que la cour des "
      "comptes a remis au mois de janvier et qui chiffre les retards du chantier.</a>";
  EXPECT_NE(text_of("<div><p>" + one_line(test::french_article(9)) + "</p><p>" + sentence + "</p></div>")
                .find("qui chiffre les retards"),
            std::string::npos);
  EXPECT_EQ(text_of("<div><p>" + one_line(test::french_article(9)) +
                    "</p><p><a href=\"/r\">Un rapport de la cour des comptes chiffre les retards du chantier "
                    "du port et met en cause la direction.</a></p></div>"),
            one_line(test::french_article(9)));
}

TEST(HtmlClutter, ReadingTimesAndEmptyLinesAreDropped) {
  EXPECT_EQ(text_of("<div><p>Lecture : 3 min</p><p>\xC2\xA0</p><p>" + one_line(test::french_article(9)) +
                    "</p></div>"),
            one_line(test::french_article(9)));
  EXPECT_EQ(text_of("<div><p>مدة القراءة: 3 دقائق</p><p>\xC2\xA0</p><p>" + one_line(test::arabic_article(9)) +
                    "</p></div>"),
            one_line(test::arabic_article(9)));
}

TEST(HtmlClutter, ShortLinesBetweenBreaksAreHeadings) {
  EXPECT_EQ(text_of("<div>" + one_line(test::arabic_article(8)) + "<br><br>انتكاسة جديدة<br><br>" +
                    one_line(test::arabic_article(9)) + "</div>"),
            one_line(test::arabic_article(8)) + "\nانتكاسة جديدة\n" + one_line(test::arabic_article(9)));
}

TEST(HtmlClutter, CommentsAreDroppedWhereNamesHideTheArticle) {
  const std::string cookies =
      "<div class=\"cookie-bar\"><p>Ce site se sert de cookies, pour la mesure de son audience et pour la "
      "publicité, si vous le voulez bien.</p></div>";
  const std::string article = one_line(test::french_article(9));
  EXPECT_EQ(text_of("<div class=\"sidebar-menu\"><p>" + article + "</p></div>" + cookies), article);
}

TEST(HtmlClutter, DataOfThePageConfirmWhatNamesCallFurniture) {
  const std::string article = one_line(test::french_article(9));
  const std::string data =
      "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"headline\": \"Le port\", "
      "\"articleBody\": \"" +
      article + "\"}</script>";
  const std::string other = one_line(test::french_article(4));
  EXPECT_EQ(
      text_of(data + "<div class=\"promo\"><p>" + article + "</p></div><div><p>" + other + "</p></div>"),
      article);
}

TEST(HtmlClutter, PlainListsAndTablesBelongToTheTextAndNavigationDoesNot) {
  const std::string article = one_line(test::french_article(9));
  EXPECT_EQ(
      text_of("<section><div><p>" + article +
              "</p></div><div><ul><li>le quai nord, fermé</li><li>le quai sud, ouvert</li></ul></div>"
              "<table><tr><td>Janvier</td><td>12 navires</td></tr></table>"
              "<div><p>" +
              one_line(test::french_article(8)) +
              "</p></div>"
              "<ul><li><a href=\"/a\">Politique</a></li><li><a href=\"/b\">Régions</a></li></ul></section>"),
      article + "\nle quai nord, fermé\nle quai sud, ouvert\nJanvier\n12 navires\n" +
          one_line(test::french_article(8)));
}

TEST(HtmlClutter, PageEndsWhereItAsksToSubscribe) {
  const std::string french = one_line(test::french_article(9));
  EXPECT_EQ(
      text_of("<div><p>" + french +
              "</p><p>Cet article est réservé aux abonnés.</p><p>Chaque jour, nos journalistes enquêtent "
              "pour vous, au plus près, dans toute la région.</p></div>"),
      french);
  const std::string arabic = one_line(test::arabic_article(9));
  EXPECT_EQ(
      text_of("<div><p>" + arabic +
              "</p><p>هذا المقال مخصص للمشتركين.</p><p>كل يوم يحقق صحفيونا من أجلكم، عن قرب، في كل أنحاء "
              "الجهة.</p></div>"),
      arabic);
}

TEST(HtmlClutter, LineThatAnnouncesLinksGoesWithThem) {
  const std::string article = one_line(test::french_article(9));
  EXPECT_EQ(
      text_of("<div><p>" + article +
              "</p><p>Toutes nos chroniques :</p><ul><li><a href=\"/a\">La première chronique</a></li></ul>"
              "<p>" +
              one_line(test::french_article(8)) + "</p></div>"),
      article + "\n" + one_line(test::french_article(8)));
}

TEST(HtmlClutter, NextArticleOfAnEndlessPageIsAnother) {
  const std::string article = one_line(test::arabic_article(9));
  EXPECT_EQ(text_of("<main><article><h1>الميناء يفتح أبوابه</h1><p>" + article +
                    "</p></article><article><h1>خبر "
                    "آخر لا علاقة له بالميناء</h1><p>" +
                    one_line(test::arabic_article(8)) + "</p></article></main>"),
            article);
}

}  // namespace
}  // namespace sahafa
