#include "ingest/letters.h"

#include "text/fold.h"
#include "text/utf8.h"

namespace sahafa {

bool is_letter_or_digit(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (c < 0xC0) return false;
  // Marks of the Arabic block: comma, semicolon, question mark, per cent, decimal signs, full stop and the
  // like.
  if (c >= 0x0600 && c < 0x0620) return false;
  if ((c >= 0x066A && c <= 0x066D) || c == 0x06D4) return false;
  if (c == 0xD7 || c == 0xF7) return false;
  // General punctuation, arrows, symbols; CJK punctuation; private use and what is left of the plane.
  return !(c >= 0x2000 && c < 0x2C00) && !(c >= 0x2E00 && c < 0x2E80) && !(c >= 0x3000 && c < 0x3040) &&
         !(c >= 0xD800 && c < 0xF900) && !(c >= 0xFE00 && c < 0xFE70) && !(c >= 0xFF00 && c < 0x10000) &&
         !(c >= 0x1F000 && c < 0x20000);
}

std::u32string letters_of(std::string_view text) {
  const std::string folded = fold(text);
  std::u32string letters;
  letters.reserve(folded.size());
  for (std::size_t at = 0; at < folded.size();)
    if (const char32_t c = decode_utf8(folded, at); is_letter_or_digit(c)) letters += c;
  return letters;
}

PlacedLetters::PlacedLetters(std::string_view text) {
  const FoldedText folded(text);
  letters.reserve(folded.text().size());
  begin.reserve(folded.text().size());
  for (std::size_t at = 0; at < folded.text().size();) {
    const auto from = static_cast<std::uint32_t>(at);
    const char32_t c = decode_utf8(folded.text(), at);
    if (!is_letter_or_digit(c)) continue;
    letters += c;
    begin.push_back(folded.to_source({from, static_cast<std::uint32_t>(at)}).begin);
  }
}

}  // namespace sahafa
