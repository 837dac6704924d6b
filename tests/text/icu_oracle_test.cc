// ICU's word iterator is the oracle where the rules of both agree: letters, blanks and simple marks.
#include <gtest/gtest.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <memory>
#include <random>
#include <string>
#include <vector>

#include "tests/shared.h"
#include "tests/text/labelled_texts.h"
#include "text/char_class.h"
#include "text/tokenize.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

using Ranges = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// What ICU finds between its boundaries, blanks left out.
Ranges icu_tokens(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  UText utext = UTEXT_INITIALIZER;
  utext_openUTF8(&utext, text.data(), static_cast<std::int64_t>(text.size()), &status);
  words->setText(&utext, status);
  EXPECT_TRUE(U_SUCCESS(status));
  Ranges tokens;
  std::int32_t begin = words->first();
  for (std::int32_t end = words->next(); end != icu::BreakIterator::DONE; begin = end, end = words->next()) {
    std::size_t at = static_cast<std::size_t>(begin);
    const CharClass first = char_class(decode_utf8(text, at));
    if (first == CharClass::space || first == CharClass::line_feed) continue;
    tokens.emplace_back(begin, end);
  }
  utext_close(&utext);
  return tokens;
}

Ranges our_tokens(const std::string& text) {
  Ranges tokens;
  for (const Token& token : tokenize(text)) tokens.emplace_back(token.begin, token.end);
  return tokens;
}

TEST(IcuOracle, AgreesOnLettersBlanksAndSimpleMarks) {
  const std::vector<std::string> words = {"enquête", "Été",   "CNSS", "صندوق", "وزارة",
                                          "كِتَابٌ",    "مـغرب", "дума", "λόγος"};
  const std::vector<std::string> between = {" ",   "\n",  ", ",  "، ",       "؛ ",  "؟ ", "! ",
                                            " « ", " » ", " “",  "” ",       " (",  ") ", " [",
                                            "] ",  " ; ", " ? ", "\u00A0! ", " \" "};
  std::mt19937 engine(6);
  const auto pick = [&engine](const std::vector<std::string>& from) {
    return from[std::uniform_int_distribution<std::size_t>(0, from.size() - 1)(engine)];
  };
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int n = 0; n < 20; ++n) text += pick(words) + pick(between);
    ASSERT_EQ(our_tokens(text), icu_tokens(text)) << text;
  }
}

/// Real text with a blank for everything but letters, and between two scripts, which we cut and ICU does not.
std::string letters_only(const std::string& text) {
  std::string kept;
  CharClass script = CharClass::mark;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t character = decode_utf8(text, at);
    const CharClass c = char_class(character);
    constexpr char32_t kFirstCombining = 0x300;  // below it stand superscript figures, which ICU cuts off
    const bool behind_letter = !kept.empty() && kept.back() != ' ';
    const bool combining = c == CharClass::extend && character >= kFirstCombining && behind_letter;
    const bool letter = c == CharClass::letter || c == CharClass::arabic || combining;
    const bool other_script = letter && !combining && c != script;
    if (other_script) kept += " ";
    if (!combining) script = c;
    kept += letter ? text.substr(begin, at - begin) : " ";
  }
  return kept;
}

TEST(IcuOracle, AgreesOnTheWordsOfRealTexts) {
  SAHAFA_NEEDS_SHARED("data/text/sib200_flores.jsonl");
  for (const char* name : {"sib200_flores.jsonl", "wikinews_ar_2014_2024.jsonl"}) {
    for (const test::LabelledText& item : test::read_texts(name)) {
      const std::string text = letters_only(item.text);
      ASSERT_EQ(our_tokens(text), icu_tokens(text)) << text;
    }
  }
}

}  // namespace
}  // namespace sahafa
