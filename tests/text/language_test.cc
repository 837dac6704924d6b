#include "text/language.h"

#include <gmock/gmock.h>

#include <cstdio>
#include <string>

#include "tests/shared.h"
#include "tests/text/labelled_texts.h"
#include "text/sentences.h"

namespace sahafa {
namespace {

TEST(Language, ScriptDecidesArabic) {
  EXPECT_EQ(detect_language("اختراق الصندوق"), "ar");
  EXPECT_EQ(detect_language("شنو وقع فالصندوق ديال الضمان؟"), "ar");
  EXPECT_EQ(detect_language("بلاغ الـCNSS حول الاختراق"), "ar");
}

TEST(Language, ShortFrenchIsFrench) {
  for (const std::string text :
       {"Fuite de données à la CNSS", "La CNSS piratée", "Cyberattaque : l’État se tait",
        "Réaction du ministre", "Que savait la Caisse ?", "Enquête ouverte à Rabat"}) {
    EXPECT_EQ(detect_language(text), "fr") << text;
  }
}

TEST(Language, OtherLanguagesKeepTheirCode) {
  EXPECT_EQ(detect_language(
                "The social security fund says that the leaked documents are partly false and misleading."),
            "en");
  EXPECT_EQ(
      detect_language(
          "La caja de seguridad social dice que los documentos filtrados son en parte falsos y engañosos."),
      "es");
}

TEST(Language, WithoutLettersNothingTells) {
  EXPECT_EQ(detect_language(""), "und");
  EXPECT_EQ(detect_language("2025 — 500.000 ؟"), "und");
}

TEST(Language, MostLettersWin) {
  EXPECT_EQ(detect_language("Communiqué du ministère de l’Emploi sur la fuite de données. بلاغ"), "fr");
  EXPECT_EQ(detect_language("بلاغ وزارة الشغل حول تسريب معطيات الأجراء بالصندوق. Communiqué"), "ar");
}

TEST(ParagraphLanguage, FollowsTheScriptAndElseTheArticle) {
  const std::string text =
      "La caisse nationale de sécurité sociale confirme que son système a été attaqué.\n"
      "تؤكد المؤسسة أن نظامها تعرض لهجوم\n"
      "Rabat, MAP\n"
      "The fund said that some of the documents that were published online are false, misleading or "
      "incomplete.";
  std::vector<std::string> langs;
  for (const ParagraphLanguage& paragraph : detect_paragraph_languages(text)) langs.push_back(paragraph.lang);
  EXPECT_THAT(langs, testing::ElementsAre("fr", "ar", "fr", "en"));
}

/// Share of the labelled texts whose language is found, printed.
double accuracy(const std::string& name, std::size_t most_bytes) {
  std::size_t right = 0;
  const auto texts = test::read_texts(name);
  for (const test::LabelledText& item : texts) {
    std::size_t end = std::min(most_bytes, item.text.size());
    while (end < item.text.size() && (static_cast<unsigned char>(item.text[end]) & 0xC0) == 0x80) ++end;
    right += detect_language(item.text.substr(0, end)) == item.lang ? 1 : 0;
  }
  const double share = static_cast<double>(right) / static_cast<double>(texts.size());
  std::printf("language of %s, first %zu bytes: %zu of %zu right (%.4f)\n", name.c_str(), most_bytes, right,
              texts.size(), share);
  return share;
}

TEST(LanguageAccuracy, OfArticlesSentencesAndBeginnings) {
  SAHAFA_NEEDS_SHARED("data/text/udhr.jsonl");
  constexpr std::size_t kWhole = 1U << 30;
  EXPECT_EQ(accuracy("udhr.jsonl", kWhole), 1.0);
  EXPECT_GE(accuracy("wikinews_fr_2016_2018.jsonl", kWhole), 0.995);
  EXPECT_EQ(accuracy("wikinews_ar_2014_2024.jsonl", kWhole), 1.0);
  EXPECT_GE(accuracy("sib200_flores.jsonl", kWhole), 0.995);
  EXPECT_GE(accuracy("sib200_flores.jsonl", 40), 0.98);
}

}  // namespace
}  // namespace sahafa
