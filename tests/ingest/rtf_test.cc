#include "ingest/rtf.h"

#include <gtest/gtest.h>

#include "tests/ingest/fixtures.h"

namespace sahafa {
namespace {

std::string text_of(std::string_view rtf) { return decode_rtf(rtf).text; }

TEST(Rtf, BytesAreReadInTheCodePageOfTheDocument) {
  EXPECT_EQ(text_of("{\\rtf1\\ansi\\ansicpg1252 d\\'e9j\\'e0}"), "déjà");
  EXPECT_EQ(text_of("{\\rtf1\\ansi\\ansicpg1256 \\'c8\\'e1\\'c7\\'db}"), "بلاغ");
  EXPECT_EQ(decode_rtf("{\\rtf1\\ansicpg1256 x}").encoding, "windows-1256 (RTF)");
}

TEST(Rtf, PagesThatAreNoneOfWindowsChangeNothing) {
  EXPECT_EQ(text_of("{\\rtf1\\ansicpg1256 \\ansicpg99999 \\'c8\\ansicpg0 \\'e1}"), "بل");
}

TEST(Rtf, ArabicFontHasItsOwnCodePage) {
  EXPECT_EQ(text_of("{\\rtf1\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset178 Arial;}}"
                    "\\f0 \\'e9t\\'e9 {\\f1 \\'c8\\'e1\\'c7\\'db} \\'e9}"),
            "été بلاغ é");
}

TEST(Rtf, UnicodeCharactersReplaceTheirFallback) {
  EXPECT_EQ(text_of("{\\rtf1 \\u1576?\\u1604?\\u1575?\\u1594?}"), "بلاغ");
  EXPECT_EQ(text_of("{\\rtf1\\uc2 \\u233 e'x{\\uc0\\u8217}y}"), "éx’y");
  EXPECT_EQ(text_of("{\\rtf1 \\u-10179?\\u-8704?}"), "😀");
  EXPECT_EQ(text_of("{\\rtf1 \\u233\\'e9\\u-8704?}"), "é\uFFFD");
}

TEST(Rtf, ParagraphsAreLinesAndFormattingIsNothing) {
  EXPECT_EQ(text_of("{\\rtf1{\\*\\generator Essai;}{\\info{\\title T}}{\\stylesheet{\\s0 Normal;}}\\pard\\b "
                    "Un\\b0\\par\r\n"
                    "{\\i deux}\\tab trois\\line \\{q\\}\\\\\\~z{\\pict 00ff}{\\header H}\\par}"),
            "Un\ndeux\ttrois\n{q}\\\u00A0z\n");
}

TEST(Rtf, BrokenFilesGiveWhatCanBeRead) {
  EXPECT_EQ(text_of("{\\rtf1 d\\'e9but{\\b gras"), "débutgras");
  EXPECT_EQ(text_of("{\\rtf1 a}}}b\\'"), "ab");
  EXPECT_EQ(text_of("{\\rtf1 a\\bin9 xyz"), "a");
}

TEST(Rtf, NotesSavedAsRtfAreReadAsText) {
  const Intake intake = read_source(
      "notes.rtf",
      "{\\rtf1\\ansi\\ansicpg1252 Titre : Le port ferme\\par Source : Le Matin\\par Date : 8 avril "
      "2025\\par\\par "
      "Le port de Safi ferme ses portes pendant deux semaines, a annonc\\'e9 l'agence portuaire.\\par}");
  ASSERT_EQ(intake.items.size(), 1U);
  EXPECT_EQ(intake.items[0].article.title, "Le port ferme");
  EXPECT_EQ(intake.items[0].article.date, "2025-04-08");
  EXPECT_EQ(intake.items[0].article.text,
            "Le port de Safi ferme ses portes pendant deux semaines, a annoncé l'agence portuaire.");
  EXPECT_EQ(intake.source.encoding, "windows-1252 (RTF)");
}

}  // namespace
}  // namespace sahafa
