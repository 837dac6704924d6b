// Pages of outlets whose layout somebody has written down.
#include <gtest/gtest.h>

#include <string>

#include "corpus/outlet.h"
#include "ingest/html_select.h"
#include "tests/ingest/fixtures.h"
#include "tests/ingest/prose.h"

namespace sahafa {
namespace {

const std::string kOutlets = R"(
[[outlet]]
id = "lavigie"
name = "La Vigie d'Azrou"
domains = ["lavigie.example"]
kind = "daily"

[outlet.page]
body = [".ancien-corps", "div.texte-papier"]
title = "h2.gros-titre"
author = "p.qui a"
date = ["p.quand"]
drop = [".encadre", "p.mention"]

[[outlet]]
id = "manara"
name = "منارة أزرو"
names = ["منارة أزرو"]
domains = ["manara.example"]
kind = "online"

[outlet.page]
body = "#النص"
date = "span[data-jour]@data-jour"
author = ".الكاتب"
)";

std::string paragraphs(const std::string& text) {
  std::string html = "<p>";
  for (const char c : text) html += c == '\n' ? std::string("</p><p>") : std::string(1, c);
  return html + "</p>";
}

Intake read(const std::string& html) {
  const OutletRegistry outlets = OutletRegistry::bundled().with(kOutlets, "mine.toml");
  return read_source("page.html", html, {.outlets = &outlets});
}

// A layout that the general rules must misread: short lines, a sidebar that is longer than the article.
std::string french_page(const std::string& body_class) {
  return "<html><head><title>Autre chose</title><link rel=\"canonical\" "
         "href=\"https://www.lavigie.example/a/1\"></head><body>"
         "<h2 class=\"gros-titre\">Les quais d'Azrou</h2><p class=\"qui\">Texte : <a>Salma Idrissi</a> "
         "<a>Omar "
         "Kettani</a></p><p class=\"quand\">Publié le 8 avril 2025 à 10h</p><div class=\"" +
         body_class +
         "\"><div>Un mot</div><div class=\"menu\">Deux mots</div><div class=\"encadre\"><p>Un "
         "encadré.</p></div><p "
         "class=\"mention\">Mention légale.</p><p>Lire aussi : <a href=\"/x\">Autre</a></p><div>Trois "
         "mots</div></div><div "
         "class=\"colonne\">" +
         paragraphs(test::french_article(2)) + "</div></body></html>";
}

TEST(HtmlProfile, GoesBeforeTheGeneralRules) {
  const Intake taken = read(french_page("texte-papier"));
  ASSERT_EQ(taken.items.size(), 1U);
  EXPECT_TRUE(taken.issues.empty());
  const Article& article = taken.items[0].article;
  EXPECT_EQ(article.text, "Un mot\nDeux mots\nTrois mots");
  EXPECT_EQ(article.title, "Les quais d'Azrou");
  EXPECT_EQ(article.authors, "Salma Idrissi; Omar Kettani");
  EXPECT_EQ(article.date, "2025-04-08");
  EXPECT_EQ(article.outlet, "lavigie");
  for (const char* field : {"text", "title", "authors", "date"})
    EXPECT_EQ(test::origin_of(article, field), "profile") << field;
}

TEST(HtmlProfile, OfAnArabicOutletThatThePageNames) {
  const Intake taken = read(
      "<html><head><title>إغلاق الميناء</title><meta property=\"og:site_name\" content=\"منارة "
      "ازرو\"></head><body><h1>إغلاق "
      "الميناء</h1><span data-jour=\"2025-04-09\">أمس</span><b class=\"الكاتب\">بقلم: سعاد العلوي</b><div "
      "id=\"النص\"><p>سطر "
      "أول</p><p>اقرأ أيضا: <a href=\"/y\">خبر آخر</a></p><p>سطر ثان</p></div>" +
      paragraphs(test::arabic_article(2)) + "</body></html>");
  ASSERT_EQ(taken.items.size(), 1U);
  EXPECT_TRUE(taken.issues.empty());
  const Article& article = taken.items[0].article;
  EXPECT_EQ(article.outlet, "manara");
  EXPECT_EQ(article.text, "سطر أول\nسطر ثان");
  EXPECT_EQ(article.date, "2025-04-09");
  EXPECT_EQ(article.authors, "سعاد العلوي");
  EXPECT_EQ(article.title, "إغلاق الميناء");
}

TEST(HtmlProfile, WhatItDoesNotFindIsReadByTheGeneralRulesAndSaid) {
  const Intake taken = read(french_page("nouveau-corps"));
  ASSERT_EQ(taken.items.size(), 1U);
  EXPECT_EQ(taken.items[0].article.text, test::french_article(2));
  EXPECT_EQ(taken.items[0].article.title, "Les quais d'Azrou");
  ASSERT_EQ(taken.issues.size(), 1U);
  EXPECT_EQ(taken.issues[0].kind, "profile");
  EXPECT_FALSE(taken.issues[0].fatal);
  EXPECT_NE(taken.issues[0].message.find("La Vigie d'Azrou (mine.toml:8) finds no 'body'"), std::string::npos)
      << taken.issues[0].message;
}

TEST(HtmlProfile, TheAddressOfACaptureSaysWhoseItIs) {
  const std::string page =
      "<!-- saved from url=(0029)https://lavigie.example/a/1 --><html><body><div "
      "class=\"texte-papier\"><i>Un mot</i></div><h2 class=\"gros-titre\">Titre</h2></body></html>";
  const Intake taken = read(page);
  ASSERT_EQ(taken.items.size(), 1U);
  EXPECT_EQ(taken.items[0].article.text, "Un mot");
  EXPECT_EQ(taken.items[0].article.title, "Titre");
}

TEST(HtmlProfile, WhatIsDroppedIsNotReadByTheGeneralRulesEither) {
  const OutletRegistry outlets = OutletRegistry::read(
      "[[outlet]]\nid = \"a\"\nname = \"A\"\nkind = \"daily\"\ndomains = "
      "[\"a.example\"]\n[outlet.page]\ndrop = \".boite\"\n",
      "a");
  const Intake taken = read_source("page.html",
                                   "<html><head><title>Le port de la ville ferme</title><meta "
                                   "property=\"og:url\" content=\"https://a.example/1\"></head><body>"
                                   "<h1>Le port de la ville ferme</h1><div class=\"boite\"><span "
                                   "class=\"author\">Nadia Tazi</span></div><div>" +
                                       paragraphs(test::french_article(1)) + "<p class=\"boite\">" +
                                       test::french_article(3) + "</p></div></body></html>",
                                   {.outlets = &outlets});
  ASSERT_EQ(taken.items.size(), 1U);
  EXPECT_TRUE(taken.issues.empty());
  EXPECT_EQ(taken.items[0].article.text, test::french_article(1));
  EXPECT_EQ(taken.items[0].article.authors, "");
}

TEST(SelectNodes, BelowAndDirectlyBelow) {
  const HtmlPage page(
      "<div class=a><p class='x a'>1</p><section><p class=x>2</p><div class=a><main><p "
      "class=x>3</p></main></div></section></div><p "
      "class=x>4</p>");
  const auto texts = [&](const std::string& selector) {
    std::string all;
    for (const std::uint32_t node : select_nodes(page, parse_selector(selector)))
      all += page.text(node) + ";";
    return all;
  };
  EXPECT_EQ(texts(".x"), "1;2;3;4;");
  EXPECT_EQ(texts("div .x"), "1;2;3;");
  EXPECT_EQ(texts("div > .x"), "1;");
  EXPECT_EQ(texts("div > section > p"), "2;");
  EXPECT_EQ(texts("div > section p"), "2;3;");
  EXPECT_EQ(texts("div div p.x"), "3;");
  EXPECT_EQ(texts("section > div > p"), "");
  EXPECT_EQ(texts(".x.a"), "1;");
  EXPECT_EQ(texts("div"), "1 2 3;");  // none inside another
  EXPECT_EQ(texts("p[class=x]"), "2;3;4;");
  EXPECT_EQ(texts(".nowhere"), "");
}

}  // namespace
}  // namespace sahafa
