#include "ingest/encoding.h"

#include <gtest/gtest.h>

#include "tests/ingest/prose.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

std::string utf16(std::string_view text, bool little) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = decode_utf8(text, at);
    const char low = static_cast<char>(c & 0xFF);
    const char high = static_cast<char>(c >> 8);
    bytes += little ? low : high;
    bytes += little ? high : low;
  }
  return bytes;
}

// The letters of the Arabic block from U+0621 in two single-byte charsets, 00 where there is a gap.
std::string single_byte_arabic(std::string_view text, std::string_view table) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = decode_utf8(text, at);
    bytes += c < 0x80 ? static_cast<char>(c) : table[c - 0x621];
  }
  return bytes;
}

constexpr std::string_view kWindows1256(
    "\xC1\xC2\xC3\xC4\xC5\xC6\xC7\xC8\xC9\xCA\xCB\xCC\xCD\xCE\xCF\xD0\xD1\xD2\xD3\xD4\xD5\xD6\xD8\xD9\xDA\xDB"
    "\0\0\0\0\0\xDC\xDD\xDE\xDF"
    "\xE1\xE3\xE4\xE5\xE6\xEC\xED",
    42);
constexpr std::string_view kIso88596(
    "\xC1\xC2\xC3\xC4\xC5\xC6\xC7\xC8\xC9\xCA\xCB\xCC\xCD\xCE\xCF\xD0\xD1\xD2\xD3\xD4\xD5\xD6\xD7\xD8\xD9\xDA"
    "\0\0\0\0\0\xE0\xE1\xE2\xE3"
    "\xE4\xE5\xE6\xE7\xE8\xE9\xEA",
    42);

std::string latin1(std::string_view text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size();) bytes += static_cast<char>(decode_utf8(text, at));
  return bytes;
}

void expect_decoded(const std::string& bytes, std::string_view text, std::string_view encoding) {
  const DecodedText decoded = decode_text(bytes);
  EXPECT_EQ(decoded.text, text);
  EXPECT_EQ(decoded.encoding, encoding);
  EXPECT_EQ(decoded.replaced, 0U);
}

TEST(Encoding, Utf8IsValidatedFirst) {
  expect_decoded(test::french_article(1), test::french_article(1), "utf-8 (valid)");
  expect_decoded(test::arabic_article(1), test::arabic_article(1), "utf-8 (valid)");
  expect_decoded("\xEF\xBB\xBF" + test::arabic_article(1), test::arabic_article(1),
                 "utf-8 (byte-order mark)");
}

TEST(Encoding, WrongDeclarationOverValidUtf8IsNotBelieved) {
  const std::string page = "<meta charset=\"iso-8859-1\"><p>Déclaré à tort</p>";
  expect_decoded(page, page, "utf-8 (valid)");
}

TEST(Encoding, ArabicInOneByteIsDetected) {
  const std::string text = test::arabic_article(2);
  expect_decoded(single_byte_arabic(text, kWindows1256), text, "windows-1256 (detected)");
  expect_decoded(single_byte_arabic(text, kIso88596), text, "iso-8859-6 (detected)");
}

TEST(Encoding, FrenchInOneByteIsDetected) {
  const std::string text =
      "L'élue a reçu à Fès une réponse très brève, et les agents ont signé la pétition déjà prête.";
  expect_decoded(latin1(text), text, "windows-1252 (detected)");
  expect_decoded("Le c\x9Cur de la ville \x93 d\xE9j\xE0 \x94", "Le cœur de la ville “ déjà ”",
                 "windows-1252 (detected)");
  expect_decoded("Le c\xBDur de la ville est d\xE9j\xE0 ferm\xE9", "Le cœur de la ville est déjà fermé",
                 "iso-8859-15 (detected)");
}

TEST(Encoding, DeclarationDecidesWhereBytesAreNotUtf8) {
  const std::string bytes =
      "<meta charset=windows-1256><p>" + single_byte_arabic("خبر قصير", kWindows1256) + "</p>";
  expect_decoded(bytes, "<meta charset=windows-1256><p>خبر قصير</p>", "windows-1256 (declared)");
  const std::string latin = "<?xml version='1.0' encoding='ISO-8859-1'?><p>d\xE9j\xE0 vu</p>";
  expect_decoded(latin, "<?xml version='1.0' encoding='ISO-8859-1'?><p>déjà vu</p>",
                 "windows-1252 (declared)");
  EXPECT_EQ(decode_text("d\xE9j\xE0 vu", "iso-8859-15").encoding, "iso-8859-15 (container)");
}

TEST(Encoding, Utf16WithAndWithoutMarkInBothLanguages) {
  for (const std::string& text :
       {test::french_article(3), test::arabic_article(3), std::string("خبر قصير من الرباط اليوم")}) {
    expect_decoded("\xFF\xFE" + utf16(text, true), text, "UTF-16LE (byte-order mark)");
    expect_decoded("\xFE\xFF" + utf16(text, false), text, "UTF-16BE (byte-order mark)");
    expect_decoded(utf16(text, true), text, "UTF-16LE (detected)");
    expect_decoded(utf16(text, false), text, "UTF-16BE (detected)");
  }
}

TEST(Encoding, TruncatedUtf8IsRepairedNotGuessed) {
  const std::string text = test::arabic_article(4);
  const DecodedText decoded = decode_text(text.substr(0, text.size() - 2));
  EXPECT_EQ(decoded.encoding, "utf-8 (repaired)");
  EXPECT_EQ(decoded.replaced, 1U);
  EXPECT_TRUE(is_valid_utf8(decoded.text));
}

TEST(Encoding, BinaryIsToldFromText) {
  EXPECT_TRUE(looks_binary(decode_text(std::string("\x7F"
                                                   "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0\x01",
                                                   21))
                               .text));
  EXPECT_TRUE(looks_binary(decode_text(std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x01\0", 19)).text));
  EXPECT_FALSE(looks_binary(decode_text(test::french_article(5)).text));
  EXPECT_FALSE(looks_binary(decode_text(test::arabic_article(5)).text));
}

}  // namespace
}  // namespace sahafa
