#include "index/snippet.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace sahafa {
namespace {

/// A snippet in which every occurrence of the i-th of `words` is sought word i.
Snippet snip(std::string_view text, const std::vector<std::string>& words, std::size_t length) {
  const std::vector<Token> tokens = tokenize(text);
  std::vector<std::size_t> sought;
  for (const Token& token : tokens) {
    const auto found = std::ranges::find(words, slice(text, token.span()));
    sought.push_back(found == words.end() ? kNotSought : static_cast<std::size_t>(found - words.begin()));
  }
  return make_snippet(text, tokens, sought, length);
}

TEST(Snippet, ShowsWhereMostDifferentWordsMeet) {
  const Snippet snippet = snip("un un un deux trois quatre cinq un six deux sept huit", {"un", "deux"}, 4);
  EXPECT_EQ(mark_up(snippet, "[", "]"), "[un] [un] [un] [deux] …");
}

TEST(Snippet, MarksArabicWordsWhole) {
  const Snippet snippet = snip("قال إن والصندوق لم يعلق على التسريب بعد", {"والصندوق", "التسريب"}, 6);
  EXPECT_EQ(mark_up(snippet, "<", ">"), "… إن <والصندوق> لم يعلق على <التسريب> …");
}

TEST(Snippet, TextWithoutSoughtWordsIsShownFromItsBeginning) {
  EXPECT_EQ(mark_up(snip("Première ligne\nDeuxième ligne", {}, 3), "[", "]"), "Première ligne Deuxième …");
}

TEST(Snippet, NearTheEndItReachesBack) {
  EXPECT_EQ(mark_up(snip("un deux trois quatre fuite", {"fuite"}, 3), "[", "]"), "… trois quatre [fuite]");
}

/// The tokens that stay sought of those in brackets.
std::string kept(const std::string& marked) {
  std::string text;
  std::vector<std::size_t> begins;
  for (const char c : marked) {
    if (c == '[') begins.push_back(text.size());
    if (c != '[' && c != ']') text += c;
  }
  const std::vector<Token> tokens = tokenize(text);
  std::vector<std::size_t> sought;
  for (const Token& token : tokens)
    sought.push_back(std::ranges::find(begins, token.begin) == begins.end() ? kNotSought : 0);
  drop_lone_stop_words(text, tokens, sought);
  std::string left;
  for (std::size_t i = 0; i < tokens.size(); ++i)
    if (sought[i] != kNotSought) left.append(left.empty() ? "" : " ").append(slice(text, tokens[i].span()));
  return left;
}

TEST(Snippet, WordsThatSayLittleAreMarkedAmongOthersOnly) {
  EXPECT_EQ(kept("[La] [Caisse] [nationale] a parlé [de] [la] date"), "La Caisse nationale");
  EXPECT_EQ(kept("[من] الحكومة إلى [صندوق] [من] الصناديق"), "صندوق من");
  EXPECT_EQ(kept("parlé [de] [la] date"), "de la");  // nothing else was asked for
  EXPECT_EQ(kept("[fuite], [de] nuit"), "fuite");    // a mark parts them
}

TEST(Snippet, EmptyTextGivesAnEmptyOne) { EXPECT_EQ(mark_up(snip("", {}, 3), "[", "]"), ""); }

}  // namespace
}  // namespace sahafa
