#include "ingest/pdf.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <vector>

#include "ingest/pdf_file.h"
#include "ingest/reader.h"
#include "tests/ingest/fixtures.h"
#include "tests/ingest/pdf_writer.h"

namespace sahafa {
namespace {

using test::drawn_to;
using test::PdfContent;
using test::PdfText;
using test::write_pdf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class PdfTest : public testing::Test {
 protected:
  void SetUp() override {
    if (!PdfFile::is_supported()) GTEST_SKIP() << "built without poppler";
  }

  static Intake read(const PdfContent& content) { return read_source("a.pdf", write_pdf(content)); }

  static Article article(const PdfContent& content) {
    const Intake intake = read(content);
    EXPECT_EQ(intake.items.size(), 1U) << (intake.issues.empty() ? "" : intake.issues[0].message);
    return intake.items.empty() ? Article{} : intake.items[0].article;
  }
};

// Lines of one column, the first at the height `y`.
std::vector<PdfText> column(double x, double y, double size, const std::vector<std::string>& lines) {
  std::vector<PdfText> out;
  for (const std::string& line : lines) {
    out.push_back({x, y, size, line});
    y -= size * 1.2;
  }
  return out;
}

std::vector<PdfText> operator+(std::vector<PdfText> a, const std::vector<PdfText>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

TEST_F(PdfTest, LinesBecomeParagraphs) {
  const Article read = article(
      {{column(50, 700, 10,
               {"Le port de la ville a rouvert mardi matin aux navires", "après une semaine de grève.",
                "  Les dockers ont obtenu une prime, et la direction", "promet de nouveaux quais."})}});
  EXPECT_EQ(read.text,
            "Le port de la ville a rouvert mardi matin aux navires après une semaine de grève.\n"
            "Les dockers ont obtenu une prime, et la direction promet de nouveaux quais.");
}

TEST_F(PdfTest, ColumnsAreReadOneAfterTheOther) {
  const Article read =
      article({{column(50, 700, 10,
                       {"Le maire a présenté jeudi le budget", "de la commune, en hausse sensible",
                        "pour les écoles, et il a"}) +
                column(320, 700, 10,
                       {"défendu la rénovation des halles", "devant des élus partagés sur la",
                        "dépense et sur son calendrier."})}});
  EXPECT_EQ(read.text,
            "Le maire a présenté jeudi le budget de la commune, en hausse sensible pour les écoles, et il a "
            "défendu la rénovation des "
            "halles devant des élus partagés sur la dépense et sur son calendrier.");
}

TEST_F(PdfTest, ArabicColumnsBeginAtTheRight) {
  const std::vector<PdfText> right{drawn_to(545, 700, 10, "عاد العمال إلى أرصفة الميناء صباح الثلاثاء بعد"),
                                   drawn_to(545, 688, 10, "توقف دام أسبوعا كاملا، وقالت النقابة إن المكتب")};
  const std::vector<PdfText> left{drawn_to(280, 700, 10, "لم يلتزم بوعوده السابقة في شأن الأجور، ولا في شأن"),
                                  drawn_to(280, 688, 10, "الخلافات القديمة.")};
  EXPECT_EQ(article({{right + left}}).text,
            "عاد العمال إلى أرصفة الميناء صباح الثلاثاء بعد توقف دام أسبوعا كاملا، وقالت النقابة إن المكتب "
            "لم يلتزم بوعوده السابقة في "
            "شأن الأجور، ولا في شأن الخلافات القديمة.");
}

TEST_F(PdfTest, HyphensAtLineEndsAreThePrintersOrTheWords) {
  const Article read = article({{column(
      50, 700, 10,
      {"La commis-", "sion a visité le sous-", "sol du minis-", "tère des Bouches-du-", "Rhône, et celui-",
       "ci a parlé du rendez-", "vous manqué et du porte-", "parole, selon le porteparole."})}});
  EXPECT_EQ(read.text,
            "La commission a visité le sous-sol du ministère des Bouches-du-Rhône, et celui-ci a parlé du "
            "rendez-vous manqué et du "
            "porteparole, selon le porteparole.");
}

TEST_F(PdfTest, RunningHeadsAndPageNumbersAreDropped) {
  PdfContent content;
  for (int page = 1; page <= 3; ++page)
    content.pages.push_back(
        std::vector<PdfText>{{50, 810, 8, fmt::format("La Gazette du port, n. {}", 40)},
                             {290, 30, 8, std::to_string(page)}} +
        column(50, 700, 10,
               {fmt::format("La page {} parle des quais et de leurs", page), "grues, qui sont neuves."}));
  const std::string text = article(content).text;
  EXPECT_THAT(text, Not(HasSubstr("Gazette")));
  EXPECT_EQ(text,
            "La page 1 parle des quais et de leurs grues, qui sont neuves.\nLa page 2 parle des quais et de "
            "leurs grues, qui sont "
            "neuves.\nLa page 3 parle des quais et de leurs grues, qui sont neuves.");
}

TEST_F(PdfTest, ASentenceGoesOnOverThePage) {
  const Article read =
      article({{column(50, 700, 10, {"Le syndicat annonce une marche pour demain, et le gouver-"}),
                column(50, 700, 10, {"nement ne répond pas à ses lettres depuis deux mois."})}});
  EXPECT_EQ(read.text,
            "Le syndicat annonce une marche pour demain, et le gouvernement ne répond pas à ses lettres "
            "depuis deux mois.");
  EXPECT_EQ(test::origin_of(read, "text"), "pdf, pages 1-2");
}

TEST_F(PdfTest, HeadlineIsTheLargestParagraphOfTheFirstPage) {
  const Article read = article(
      {{std::vector<PdfText>{{50, 780, 10, "ÉCONOMIE"}, {50, 740, 20, "Le port rouvre"}} +
        column(50, 700, 10, {"Les quais ont rouvert mardi, après une longue", "semaine de grève."})},
       "/Title (Microsoft Word - essai.doc) /Author (Sara Alami) /CreationDate (D:20250409101500+01'00')"});
  EXPECT_EQ(read.title, "Le port rouvre");
  EXPECT_EQ(test::origin_of(read, "title"), "pdf, headline");
  EXPECT_EQ(read.authors, "Sara Alami");
  EXPECT_EQ(read.date, "2025-04-09");
  EXPECT_EQ(test::origin_of(read, "date"), "pdf, the day it was made");
  EXPECT_EQ(read.text, "ÉCONOMIE\nLes quais ont rouvert mardi, après une longue semaine de grève.");
}

TEST_F(PdfTest, HeadlineIsTheParagraphThatTheTitleRepeats) {
  const Article read =
      article({{std::vector<PdfText>{{50, 780, 30, "LE QUAI"}, {50, 740, 12, "Le port rouvre mardi"}} +
                column(50, 700, 10, {"Les quais ont rouvert mardi, après une longue", "semaine de grève."})},
               "/Title (Le port rouvre mardi - Le Quai)"});
  EXPECT_EQ(read.title, "Le port rouvre mardi");
  EXPECT_EQ(read.text, "LE QUAI\nLes quais ont rouvert mardi, après une longue semaine de grève.");
}

TEST_F(PdfTest, DateOfTheTextGoesBeforeThatOfTheFile) {
  const Article read = article(
      {{column(50, 700, 10, {"Mardi 8 avril 2025"}) + column(50, 660, 10, {"Les quais ont rouvert."})},
       "/CreationDate (D:20260101101500)"});
  EXPECT_EQ(read.date, "2025-04-08");
}

TEST_F(PdfTest, PrintedByABrowserItHasAddressAndCapture) {
  const Article read = article(
      {{std::vector<PdfText>{
            {24, 820, 8, "09/04/2025 08:30"}, {24, 20, 8, "https://ledesk.ma/exemple"}, {570, 20, 8, "1/1"}} +
        column(50, 700, 10, {"Hier", "Les quais ont rouvert mardi matin."})},
       "/Creator (Mozilla/5.0 Chrome/120) /CreationDate (D:20250409083000)"});
  EXPECT_EQ(read.url, "https://ledesk.ma/exemple");
  EXPECT_EQ(read.outlet, "ledesk");
  EXPECT_THAT(read.text, Not(HasSubstr("1/1")));
  EXPECT_EQ(read.date, "");  // that of the capture is none of the article
}

TEST_F(PdfTest, ArabicIsReadHoweverItWasDrawn) {
  const std::string sentence = "ولا تطالب النقابة إلا بفتح تحقيق في مسألة الاختلالات";
  EXPECT_EQ(article({{{drawn_to(545, 700, 12, sentence)}}}).text, sentence);
  EXPECT_EQ(article({{test::drawn_letter_by_letter(545, 700, 12, sentence)}}).text, sentence);
}

TEST_F(PdfTest, PresentationFormsBecomeLetters) {
  EXPECT_EQ(article({{{drawn_to(545, 700, 12, "ﺍﻟﻨﻘﺎﺑﺔ ﻻ ﺗﻄﺎﻟﺐ")}}}).text, "النقابة لا تطالب");
}

TEST_F(PdfTest, NumbersAndLatinWordsInArabicKeepTheirOrder) {
  // Seen from left to right: the line's end first.
  EXPECT_EQ(article({{{{50, 700, 12, ".5.8 وه CNSS Maroc )ليلد( 08-09 نوناقلا"}}}}).text,
            "القانون 09-08 (دليل) CNSS Maroc هو 5.8.");
}

TEST_F(PdfTest, ArabicWordsInFrenchLinesAreTurned) {
  EXPECT_EQ(article({{{{50, 700, 12, "Le mot ةباقنلا بتكم revient deux fois."}}}}).text,
            "Le mot مكتب النقابة revient deux fois.");
}

TEST_F(PdfTest, VisualOrderIsFoundAndToldOf) {
  // Drawn in reading order from left to right: the page shows it backwards.
  const std::vector<std::string> lines{"قالت النقابة إن الإدارة لم تحم المعطيات الشخصية في الصندوق",
                                       "وطالبت الوزارة بفتح تحقيق عاجل في القضية وفي المسؤولية الإدارية",
                                       "بعد التسريب الذي مس الأجراء والمقاولات في المملكة المغربية"};
  const Intake all = read({{column(50, 700, 10, lines)}});
  ASSERT_EQ(all.issues.size(), 1U);
  EXPECT_EQ(all.issues[0].kind, "order");
  EXPECT_THAT(all.issues[0].message, HasSubstr("put in order"));
  EXPECT_EQ(all.items[0].article.text, lines[0] + " " + lines[1] + " " + lines[2]);

  const Intake some = read(
      {{std::vector<PdfText>{drawn_to(545, 740, 10, lines[0])} + column(50, 700, 10, {lines[1], lines[2]})}});
  ASSERT_EQ(some.issues.size(), 1U);
  EXPECT_THAT(some.issues[0].message, HasSubstr("OCR"));
}

TEST_F(PdfTest, WhatCannotBeReadSaysWhy) {
  const std::string whole = write_pdf({{column(50, 700, 10, {"Les quais ont rouvert."})}});
  const auto failure = [](const std::string& bytes) {
    const Intake intake = read_source("a.pdf", bytes);
    return intake.items.empty() && intake.issues.size() == 1 && intake.issues[0].fatal
               ? intake.issues[0].message
               : "not refused";
  };
  EXPECT_THAT(failure(write_pdf({{{}, {}}})), HasSubstr("OCR"));
  EXPECT_THAT(failure("%PDF-1.4\n%%EOF"), HasSubstr("damaged"));
  EXPECT_THAT(failure(whole.substr(0, 200)), testing::AnyOf(HasSubstr("damaged"), HasSubstr("no text")));
}

TEST_F(PdfTest, APasswordIsNamedWithItsRemedy) {
  // Standard security whose check of the empty password fails.
  const std::string key(64, '7');
  const Intake intake = read(
      {{column(50, 700, 10, {"Les quais ont rouvert."})},
       {},
       "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + key + "> /U <" + key + "> >> /ID [<00><00>]"});
  EXPECT_TRUE(intake.items.empty());
  ASSERT_EQ(intake.issues.size(), 1U);
  EXPECT_TRUE(intake.issues[0].fatal);
  EXPECT_THAT(intake.issues[0].message, HasSubstr("password; save a copy without one"));
}

TEST_F(PdfTest, FontsThatDoNotSayTheirLettersAreToldOf) {
  // What fonts without a table of their letters give: codes of the private block.
  const auto count = [](const std::string& line) {
    const Intake intake = read({{column(50, 700, 10, {line, "Les quais ont rouvert mardi matin."})}});
    const auto told = [](const Issue& issue) {
      return issue.kind == "letters" && !issue.fatal && issue.message.find("OCR") != std::string::npos;
    };
    return std::ranges::count_if(intake.issues, told);
  };
  EXPECT_EQ(count("\uE012\uE034\uE021\uE018 \uE044\uE052\uE013"), 1);
  EXPECT_EQ(count("عاد العمال إلى أرصفة الميناء"), 0);
  EXPECT_EQ(count("Un seul signe \uE012 ne fait pas un texte illisible."), 0);
}

TEST_F(PdfTest, TruncatedGivesWhatIsThere) {
  const std::string whole = write_pdf({{column(50, 700, 10, {"Les quais ont rouvert mardi matin."})}});
  const Intake intake = read_source("a.pdf", whole.substr(0, whole.find("startxref")));
  ASSERT_EQ(intake.items.size(), 1U);
  ASSERT_EQ(intake.issues.size(), 1U);
  EXPECT_EQ(intake.issues[0].kind, "truncated");
}

TEST_F(PdfTest, PagesWithoutTextAreNamed) {
  const Intake intake = read({{column(50, 700, 10, {"Les quais ont rouvert mardi matin."}), {}}});
  ASSERT_EQ(intake.issues.size(), 1U);
  EXPECT_EQ(intake.issues[0].place, "page 2");
}

TEST_F(PdfTest, SeveralArticlesAreSplitByTheirFields) {
  const Intake intake = read(
      {{column(50, 700, 10, {"Titre : Le port rouvre", "Date : 2025-04-08", "Les quais ont rouvert mardi."}) +
        column(50, 600, 10, {"العنوان: عودة العمال"}) + column(50, 560, 10, {"Les dockers sont revenus."})}});
  EXPECT_EQ(intake.items.size(), 1U);  // a label alone, drawn backwards, is none
}

TEST(Pdf, ATextThatSpeaksOfPdfIsNone) {
  EXPECT_TRUE(is_pdf("\xEF\xBB\xBF\n%PDF-1.7"));
  EXPECT_FALSE(is_pdf("Le fichier commence par %PDF-1.7"));
}

}  // namespace
}  // namespace sahafa
