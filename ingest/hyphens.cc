#include "ingest/hyphens.h"

#include <algorithm>
#include <array>

#include "text/char_class.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

// Parts before and behind the hyphen that French compounds have (folded).
constexpr std::array<std::string_view, 26> kFirst{
    "sous",    "demi",   "mi",     "semi",   "non",   "ex",    "vice", "avant", "apres",
    "arriere", "contre", "grand",  "grands", "nord",  "sud",   "peut", "celui", "celle",
    "ceux",    "celles", "rendez", "vis",    "quasi", "porte", "lui",  "chef"};
constexpr std::array<std::string_view, 14> kSecond{"ci",    "la",   "il",   "ils", "elle", "elles", "meme",
                                                   "memes", "vous", "nous", "moi", "je",   "t",     "ce"};

bool belongs_to_word(char32_t c) {
  const CharClass kind = char_class(c);
  return kind == CharClass::letter || kind == CharClass::arabic || kind == CharClass::extend ||
         kind == CharClass::digit;
}

// The letters at the end of `text`, and those at the beginning.
std::string_view last_word(std::string_view text) {
  std::size_t begin = text.size();
  for (std::size_t at = text.size(); at > 0;) {
    do --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
    std::size_t end = at;
    if (!belongs_to_word(decode_utf8(text, end))) break;
    begin = at;
  }
  return text.substr(begin);
}

std::string_view first_word(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size(); end = at)
    if (!belongs_to_word(decode_utf8(text, at))) break;
  return text.substr(0, end);
}

// Of Latin letters with French accents.
bool is_capital(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) || c == 0x152 || c == 0x178;
}

template <std::size_t Size>
bool is_one_of(const std::array<std::string_view, Size>& parts, std::string_view word) {
  return std::ranges::find(parts, word) != parts.end();
}

}  // namespace

bool begins_small(std::string_view text) {
  if (text.empty()) return false;
  std::size_t at = 0;
  const char32_t first = decode_utf8(text, at);
  const CharClass kind = char_class(first);
  return kind == CharClass::arabic || (kind == CharClass::letter && !is_capital(first));
}

void HyphenJoiner::learn(std::string_view line) {
  const std::string folded = fold(line);
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    std::string_view word = std::string_view(folded).substr(at, end - at);
    while (!word.empty() && first_word(word).empty()) word.remove_prefix(1);
    while (!word.empty() && last_word(word).empty() && !word.ends_with('-')) word.remove_suffix(1);
    if (!word.empty() && !word.ends_with('-')) words_.emplace(word);
    at = end + 1;
  }
}

void HyphenJoiner::append(std::string& text, std::string_view next) const {
  const std::string_view head = std::string_view(text).substr(0, text.size() - (text.ends_with('-') ? 1 : 0));
  const std::string before(fold(last_word(head)));
  const std::string_view after = first_word(next);
  if (!text.ends_with('-') || before.empty() || after.empty()) {
    if (!text.empty()) text += ' ';
    text += next;
    return;
  }
  const std::string behind = fold(after);
  bool keeps = !begins_small(after) || is_one_of(kFirst, before) || is_one_of(kSecond, behind);
  if (words_.contains(before + behind)) keeps = false;
  if (words_.contains(before + "-" + behind)) keeps = true;
  if (!keeps) text.pop_back();
  text += next;
}

}  // namespace sahafa
