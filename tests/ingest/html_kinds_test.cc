// Kinds of pages, as systems make them: each with an article of known text, date and author.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/html_state.h"
#include "tests/ingest/fixtures.h"
#include "tests/ingest/prose.h"

namespace sahafa {
namespace {

const std::string kFrenchTitle = "Azrou vote un budget en hausse";
const std::string kArabicTitle = "مجلس أزرو يصادق على ميزانية مرتفعة";
const std::string kFrench = test::french_article(31);
const std::string kArabic = test::arabic_article(31);

std::string replaced(const std::string& text, const std::string& line_end) {
  std::string result;
  for (const char c : text) result += c == '\n' ? line_end : std::string(1, c);
  return result;
}

std::string paragraphs(const std::string& text) { return "<p>" + replaced(text, "</p><p>") + "</p>"; }

std::string page(const std::string& title, const std::string& body) {
  return "<html><head><title>" + title + " | Le Phare</title><meta property=\"og:title\" content=\"" + title +
         "\"></head><body>" + body + "</body></html>";
}

Article read(const std::string& html) {
  const Intake taken = read_source("page.html", html);
  EXPECT_EQ(taken.items.size(), 1U);
  return taken.items.empty() ? Article() : taken.items[0].article;
}

TEST(HtmlKinds, TextOfAPageThatItsScriptsMake) {
  const nlohmann::json state = {{"props",
                                 {{"pageProps",
                                   {{"article",
                                     {{"id", 7},
                                      {"title", kFrenchTitle},
                                      {"publishedAt", "2025-04-08T10:00:00Z"},
                                      {"author", {{"name", "Salma Idrissi"}}},
                                      {"body", paragraphs(kFrench)}}},
                                    {"related",
                                     {{{"title", "Un autre article, plus long que celui-ci"},
                                       {"body", paragraphs(kFrench + kFrench)}}}}}}}}};
  const Article next = read(
      page(kFrenchTitle, "<div id=\"__next\"></div><script id=\"__NEXT_DATA__\" type=\"application/json\">" +
                             state.dump() + "</script>"));
  EXPECT_EQ(next.text, kFrench);
  EXPECT_EQ(next.date, "2025-04-08");
  EXPECT_EQ(next.authors, "Salma Idrissi");
  for (const char* field : {"text", "date", "authors"}) EXPECT_EQ(test::origin_of(next, field), "script");
}

TEST(HtmlKinds, TextInBlocksThatAScriptAssigns) {
  nlohmann::json blocks = nlohmann::json::array();
  std::string rest = kArabic + "\n";
  for (std::size_t end = rest.find('\n'); end != std::string::npos; end = rest.find('\n')) {
    blocks.push_back({{"type", "text"}, {"content", rest.substr(0, end)}});
    blocks.push_back({{"type", "image"}, {"content", "تعليق على صورة لا يقرأ مع النص."}});
    rest.erase(0, end + 1);
  }
  const nlohmann::json story = {{"headlines", {{"basic", kArabicTitle}}},
                                {"display_date", "2025-04-08T10:00:00Z"},
                                {"credits", {{"by", {{{"name", "سعاد العلوي"}}, {{"name", "حسن والي"}}}}}},
                                {"content_elements", blocks}};
  const Article arc =
      read(page(kArabicTitle,
                "<div id=\"app\"></div><script>window.Fusion=window.Fusion||{};Fusion.site=\"x\";"
                "Fusion.globalContent=" +
                    story.dump() + ";Fusion.other={\"a\":1};</script>"));
  EXPECT_EQ(arc.text, kArabic);
  EXPECT_EQ(arc.date, "2025-04-08");
  EXPECT_EQ(arc.authors, "سعاد العلوي; حسن والي");
}

TEST(HtmlKinds, WhatScriptsSayOfOtherArticlesIsNotTaken) {
  EXPECT_EQ(
      read_page_state(
          "<script>x={\"title\":\"Incendie à Meknès\",\"published_at\":\"2025-04-08\",\"body\":\"Le texte\"}"
          "</script>",
          kFrenchTitle)
          .date,
      "");
  const std::string own = "{\"title\":\"" + kFrenchTitle +
                          "\",\"published_at\":\"2025-04-08\",\"text\":\"Le texte &amp; la fin\"}";
  for (const std::string& script : {"x=" + own, "x = [" + own + "]", own, "a={};b=" + own + ";c={"}) {
    const StateArticle found = read_page_state("<script>" + script + "</script>", kFrenchTitle);
    EXPECT_EQ(found.date, "2025-04-08") << script;
    EXPECT_EQ(found.body, "Le texte & la fin") << script;
  }
  for (const std::string& script :
       {"x=" + own.substr(0, 80), std::string("x={'title':1}"), std::string("{{{{"), std::string()})
    EXPECT_EQ(read_page_state("<script>" + script + "</script><script>", kFrenchTitle).body, "") << script;
}

TEST(HtmlKinds, PagesForTelephones) {
  const Article amp =
      read("<html amp><head><title>" + kFrenchTitle + "</title></head><body><amp-sidebar>" +
           paragraphs(test::french_article(2)) + "</amp-sidebar><article><h1>" + kFrenchTitle +
           "</h1><div class=\"amp-wp-byline\">Par <span class=\"amp-wp-author\">Salma "
           "Idrissi</span></div><amp-social-share>Partager"
           "</amp-social-share><div>" +
           paragraphs(kFrench) + "<amp-ad>" + paragraphs(test::french_article(3)) +
           "</amp-ad></div></article></body></html>");
  EXPECT_EQ(amp.text, kFrench);
  EXPECT_EQ(amp.authors, "Salma Idrissi");
}

TEST(HtmlKinds, TheNextArticleOfAPageWithoutEndIsAnother) {
  for (const std::string element : {"section", "div"}) {
    const auto story = [&](const std::string& title, const std::string& text) {
      return "<" + element + " class=\"story\"><h1>" + title + "</h1>" + paragraphs(text) + "</" + element +
             ">";
    };
    EXPECT_EQ(read(page(kFrenchTitle,
                        "<main>" + story(kFrenchTitle, kFrench) +
                            story("Incendie à Meknès, deux entrepôts détruits", test::french_article(2)) +
                            "</main>"))
                  .text,
              kFrench);
    EXPECT_EQ(read(page(kArabicTitle, "<main>" + story(kArabicTitle, kArabic) +
                                          story("حريق يدمر مستودعين في مكناس", test::arabic_article(2)) +
                                          "</main>"))
                  .text,
              kArabic);
  }
}

TEST(HtmlKinds, MainHeadingsInsideOfATextAreItsOwn) {
  const std::string html =
      page(kFrenchTitle, "<header class=\"top\"><h1>" + kFrenchTitle + "</h1></header><div class=\"corps\">" +
                             paragraphs(kFrench) + "<h1>Ce que disent les élus</h1>" +
                             paragraphs(test::french_article(2)) + "</div>");
  EXPECT_NE(read(html).text.find(test::french_article(2)), std::string::npos);
}

TEST(HtmlKinds, TextWithoutElementsHasTheLinesOfItsMarkup) {
  EXPECT_EQ(
      read(page(kArabicTitle, "<h1>" + kArabicTitle + "</h1><pre>" + replaced(kArabic, "\n\n") + "</pre>"))
          .text,
      kArabic);
}

TEST(HtmlKinds, PagesLaidOutInTables) {
  const Article old =
      read("<html><head><title>Le Phare - " + kFrenchTitle +
           "</title></head><body><table><tr><td><a href=1>Accueil</a><br><a href=2>Sport</a></td><td><b>" +
           kFrenchTitle + "</b><br><font size=1>08/04/2025</font><br><br>" + replaced(kFrench, "<br><br>") +
           "</td></tr><tr><td>Copyright Le Phare 2025</td></tr></table></body></html>");
  EXPECT_EQ(old.title, kFrenchTitle);
  EXPECT_EQ(old.text, kFrench);
  EXPECT_EQ(old.date, "2025-04-08");
  EXPECT_EQ(old.outlet, "Le Phare");
}

TEST(HtmlKinds, LinesThatSystemsWriteBelowHeadlines) {
  const Article drupal = read(page(kFrenchTitle, "<article class=\"node\"><h1>" + kFrenchTitle +
                                                     "</h1><div class=\"node__meta\">Soumis par <a>Salma "
                                                     "Idrissi</a> le mar 08/04/2025 - 10:00</div><div "
                                                     "class=\"node__content\">" +
                                                     paragraphs(kFrench) + "</div></article>"));
  EXPECT_EQ(drupal.authors, "Salma Idrissi");
  EXPECT_EQ(drupal.date, "2025-04-08");
  EXPECT_EQ(drupal.text, kFrench);
}

TEST(HtmlKinds, EntriesOfALiveReportAreNoTeasers) {
  const auto report = [](const std::string& title, const std::vector<std::string>& lines) {
    std::string entries;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::string hour = "1" + std::to_string(i) + ":00";
      entries += "<div class=\"live-entry\"><time datetime=\"2025-04-08T" + hour + "\">" + hour +
                 "</time><h3><a href=\"#e" + std::to_string(i) + "\">" +
                 lines[i].substr(0, lines[i].find(' ', 30)) + "</a></h3><p>" + lines[i] + "</p></div>";
    }
    return read(page(title, "<main><h1>" + title + "</h1><div class=\"live\">" + entries + "</div></main>"));
  };
  const std::vector<std::string> french{
      "Le maire prend la parole devant une salle pleine, et demande un vote le soir même.",
      "Les élus de l'opposition quittent la salle, en dénonçant une dépense de prestige.",
      "Le budget est adopté par douze voix contre sept, après trois heures de débat."};
  const std::vector<std::string> arabic{
      "يتناول رئيس المجلس الكلمة أمام قاعة ممتلئة، ويطلب التصويت في المساء نفسه.",
      "يغادر أعضاء المعارضة القاعة، وينددون بما سموه نفقات للتباهي.",
      "يعتمد المجلس الميزانية باثني عشر صوتا مقابل سبعة، بعد ثلاث ساعات من النقاش."};
  const Article one = report(kFrenchTitle, french);
  const Article two = report(kArabicTitle, arabic);
  for (const std::string& line : french) EXPECT_NE(one.text.find(line), std::string::npos) << one.text;
  for (const std::string& line : arabic) EXPECT_NE(two.text.find(line), std::string::npos) << two.text;
}

TEST(HtmlKinds, PlayersAndCreditsOfPictures) {
  EXPECT_EQ(read(page(kFrenchTitle, "<h1>" + kFrenchTitle +
                                        "</h1><div><p>Écouter l'article</p><p>00:00 / 03:12</p>" +
                                        paragraphs(kFrench) + "<p>Ph. Idrissi</p></div>"))
                .text,
            kFrench);
  EXPECT_EQ(read(page(kArabicTitle, "<h1>" + kArabicTitle + "</h1><div><p>استمع إلى المقال</p><p>00:00</p>" +
                                        paragraphs(kArabic) + "</div>"))
                .text,
            kArabic);
}

TEST(HtmlKinds, BoxesWithoutNamesThatTellThem) {
  EXPECT_EQ(read(page(kFrenchTitle, "<h1>" + kFrenchTitle + "</h1><div>" + paragraphs(kFrench) +
                                        "<p>Recevez chaque matin l'essentiel de l'actualité dans votre boîte "
                                        "mail.</p><p>À propos de "
                                        "l'auteure : Salma Idrissi couvre la région depuis 2010.</p></div>"))
                .text,
            kFrench);
  EXPECT_EQ(
      read(page(kArabicTitle,
                "<h1>" + kArabicTitle + "</h1><div>" + paragraphs(kArabic) +
                    "<p>توصل كل صباح بأهم الأخبار على بريدك الإلكتروني.</p><p>عن الكاتب: صحفية تغطي أخبار "
                    "الجهة منذ سنة 2010.</p></div>"))
          .text,
      kArabic);
}

}  // namespace
}  // namespace sahafa
