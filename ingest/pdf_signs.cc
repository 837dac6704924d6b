#include "ingest/pdf_signs.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "ingest/visual_order.h"
#include "text/char_class.h"

namespace sahafa {
namespace {

constexpr char32_t kAlef = U'ا';
constexpr char32_t kTatweel = 0x640;

// What fonts make one sign of: lam alef in all of them, the others in some. Letters in reading order.
constexpr std::array<std::u32string_view, 36> kSigns{
    U"الله", U"لله", U"لا", U"لأ", U"لإ", U"لآ", U"لى", U"لي", U"لم", U"لج", U"لح", U"لخ",
    U"في",   U"فى",  U"بي", U"تي", U"ني", U"يي", U"ئي", U"ثي", U"سي", U"شي", U"كي", U"كا",
    U"كل",   U"مي",  U"مح", U"مج", U"مخ", U"نم", U"تم", U"بم", U"يم", U"حج", U"نج", U"تح"};
constexpr std::size_t kFirstOptional = 6;

bool is_mark(char32_t c) { return c != kTatweel && char_class(c) == CharClass::extend; }

double centre(const PlacedChar& c) { return (c.left + c.right) / 2; }

// The letter that carries the mark `at`: the one under it; of a sign with letter and mark, the one to the left.
std::size_t carrier(std::span<const PlacedChar> chars, std::size_t at) {
  for (std::size_t i = 0; i < chars.size(); ++i)
    if (!is_mark(chars[i].character) && chars[i].left <= centre(chars[at]) &&
        centre(chars[at]) <= chars[i].right)
      return i;
  for (std::size_t i = at; i > 0; --i)
    if (!is_mark(chars[i - 1].character)) return i - 1;
  return at;
}

std::vector<PlacedChar> with_marks_in_place(std::span<const PlacedChar> chars) {
  std::vector<std::vector<PlacedChar>> carried(chars.size());
  for (std::size_t i = 0; i < chars.size(); ++i) {
    if (!is_mark(chars[i].character)) continue;
    std::vector<PlacedChar>& marks = carried[carrier(chars, i)];
    marks.insert(marks.begin(), chars[i]);
  }
  std::vector<PlacedChar> out;
  for (std::size_t i = 0; i < chars.size(); ++i) {
    out.insert(out.end(), carried[i].begin(), carried[i].end());
    if (!is_mark(chars[i].character)) out.push_back(chars[i]);
  }
  return out;
}

long width_of(const PlacedChar& c, double size) {
  constexpr double kUnit = 1e-4;
  return std::lround((c.right - c.left) / (size * kUnit));
}

std::size_t sign_at(std::span<const PlacedChar> chars, double size) {
  for (const std::u32string_view sign : kSigns) {
    if (chars.size() < sign.size()) continue;
    const std::span<const PlacedChar> part = chars.first(sign.size());
    const bool same = std::ranges::equal(part, sign, {}, &PlacedChar::character);
    const long width = width_of(part[0], size);
    if (same && width > 0 && std::ranges::all_of(part, [&](const PlacedChar& c) {
          return std::abs(width_of(c, size) - width) <= 1;
        }))
      return sign.size();
  }
  return 0;
}

// Calls `visit(place, length)` for each mark of a sign.
template <class Visit>
void for_each_sign(std::u32string_view seen, const Visit& visit) {
  for (std::size_t at = 0; at < seen.size(); ++at)
    if (const std::size_t length = sign_length(seen[at]); length > 0) visit(at, length);
}

bool is_after_alef(std::u32string_view seen, std::size_t at, std::size_t length) {
  return at + length + 1 < seen.size() && seen[at + length + 1] == kAlef;
}

}  // namespace

SeenWord see_word(const PlacedWord& word) {
  SeenWord out;
  const std::vector<PlacedChar> chars = with_marks_in_place(word.chars);
  for (std::size_t at = 0; at < chars.size();) {
    const std::size_t sign = sign_at(std::span(chars).subspan(at), word.size);
    if (sign > 0) {
      out.seen += kSign + static_cast<char32_t>(sign);
      out.signs.push_back(width_of(chars[at], word.size));
    } else if (!is_mark(chars[at].character)) {
      out.alone.emplace_back(chars[at].character, width_of(chars[at], word.size));
    }
    const std::size_t end = at + std::max<std::size_t>(sign, 1);
    for (; at < end; ++at) out.seen += chars[at].character;
  }
  return out;
}

void SignWidths::learn(std::span<const LetterWidth> alone) {
  for (const LetterWidth& letter : alone) {
    ++alone_[letter];
    ++letters_[letter.first];
  }
}

bool SignWidths::is_sign(std::u32string_view letters, long width, bool after_alef) const {
  constexpr std::size_t kEnough =
      3;  // occurrences after which a width that never came is foreign to the letter
  const auto known = [&](char32_t letter) {
    const auto found = alone_.lower_bound({letter, width - 1});  // widths differ by rounding
    return found != alone_.end() && found->first.first == letter && found->first.second <= width + 1;
  };
  const auto enough = [&](char32_t letter) {
    const auto found = letters_.find(letter);
    return found != letters_.end() && found->second >= kEnough;
  };
  const auto found = std::ranges::find(kSigns, letters);
  if (found < kSigns.begin() + kFirstOptional)
    return letters.size() > 2 || after_alef || !std::ranges::all_of(letters, known);
  return std::ranges::all_of(letters, enough) && std::ranges::none_of(letters, known);
}

std::u32string SignWidths::confirm(const std::u32string& seen, std::span<const long> signs) const {
  std::u32string out = seen;
  std::size_t number = 0;
  for_each_sign(seen, [&](std::size_t at, std::size_t length) {
    const std::u32string_view letters = std::u32string_view(seen).substr(at + 1, length);
    if (!is_sign(letters, signs[number++], is_after_alef(seen, at, length))) out[at] = U'\0';
  });
  std::erase(out, U'\0');
  return out;
}

}  // namespace sahafa
